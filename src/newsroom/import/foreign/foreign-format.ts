/** What a format of foreign archives is. */
import type { Site } from "../../../site/settings/site.ts";
import type { ForeignEntry } from "./foreign-item.ts";
import type { ForeignSource } from "./foreign-source.ts";

export type ForeignFormat = {
  /** As `--from` takes it. */
  readonly name: string;
  /** What people call an archive in it. */
  readonly title: string;
  /** What it looks like, for the help: a line of at most 90 letters. */
  readonly shape: string;
  /** Whether an archive in it is a whole publication, so that site.yaml lists its categories, authors and sources. */
  readonly isWhole?: boolean | ((source: ForeignSource) => boolean);
  readonly recognizes: (source: ForeignSource) => boolean;
  /**
   * Reads a source from its beginning to its end, with bounded memory. It is read twice: what it gives must be the same
   * each time, and bodies may cost nothing before they are asked for.
   */
  readonly read: (source: ForeignSource, options: ReadingOptions) => AsyncIterable<ForeignEntry>;
};

export type ReadingOptions = {
  readonly site: Pick<Site, "timezone" | "language" | "terms">;
  /** Of copy that names none: `2026-11-20 08:30`, by the site's clocks. */
  readonly date?: string | undefined;
  /** Foreign names of front matter keys (or the like) to ours, as `--map` has them; `null` for what is to be passed over. */
  readonly keys: ReadonlyMap<string, string | null>;
  /**
   * All sources of the run that are of this format, in one list for the whole run: what one of them names may stand in
   * another. Where it is absent, the source stands for itself.
   */
  readonly together?: readonly ForeignSource[] | undefined;
};
