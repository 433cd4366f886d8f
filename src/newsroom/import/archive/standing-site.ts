/** What stands on the site that an archive comes to. */
import type { Site } from "../../../site/settings/site.ts";
import type { StandingTerm } from "../terms/kind-of-terms.ts";

export type StandingSite = {
  readonly site: Site;
  /** The texts of site.yaml and of redirects.txt, which is empty where there is none. */
  readonly settingsText: string;
  readonly redirectsText: string;
  /** Files of articles and pages by their addresses, drafts among them. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The terms that articles have, drafts among them. */
  readonly used: readonly StandingTerm[];
  /** Addresses of their listings. */
  readonly terms: ReadonlySet<string>;
  /** Of these, the listings that readers see. */
  readonly listings: ReadonlySet<string>;
  /** Files that are published as they are: paths in the output folder. */
  readonly files: readonly string[];
};
