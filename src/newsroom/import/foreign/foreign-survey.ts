/** What is known of a whole archive when it was read once, before any body is converted. */
import type { Term } from "../../../content/names/terms.ts";
import type { Moment } from "../../../content/values/moment.ts";
import type { ForeignFile, ForeignSite, ForeignStory, ForeignTerm } from "./foreign-item.ts";

export type ForeignSurvey = {
  readonly sites: readonly ForeignSite[];
  /** In the order of reading. */
  readonly stories: Iterable<SurveyedStory>;
  readonly files: readonly ForeignFile[];
  readonly terms: readonly SurveyedTerm[];
};

/** What is short of a story, and what became of it. */
export type SurveyedStory = Pick<
  ForeignStory,
  "kind" | "id" | "place" | "language" | "address" | "oldAddresses"
> & {
  /** Its number in the order of reading, from 0. */
  readonly index: number;
  /** As addresses of the site have it, made from the archive's, or from the title where it has none. Never empty. */
  readonly slug: string;
  /** Absent of a page, and where the archive does not say. */
  readonly date?: Moment | undefined;
  readonly isDraft: boolean;
  /** What it becomes, relative to the site folder; absent where it is not imported. */
  readonly file?: string | undefined;
};

/** A term of the archive, listed or only used. */
export type SurveyedTerm = ForeignTerm & {
  /** What it is on the site; absent where it is passed over. */
  readonly became?: Term | undefined;
};
