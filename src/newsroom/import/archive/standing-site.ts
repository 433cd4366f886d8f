/** What stands on the site that an archive comes to. */
import type { Site } from "../../../site/settings/site.ts";

export type StandingSite = {
  readonly site: Site;
  /** The texts of site.yaml and of redirects.txt, which is empty where there is none. */
  readonly settingsText: string;
  readonly redirectsText: string;
  /** Files of articles and pages by their addresses, drafts among them. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Addresses of the listings of all terms that articles have. */
  readonly terms: ReadonlySet<string>;
  /** Of these, the listings that readers see. */
  readonly listings: ReadonlySet<string>;
  /** Files that are published as they are: paths in the output folder. */
  readonly files: readonly string[];
};
