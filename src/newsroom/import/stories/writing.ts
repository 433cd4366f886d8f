/** What is known when stories are written: the site, its terms, and where stories and pictures of the archive are on it. */
import type { Site } from "../../../site/settings/site.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import type { Filing } from "./filing.ts";

export type Writing = {
  readonly site: Site;
  readonly filing: Filing;
  readonly addresses: AddressBook;
  readonly pictures: PicturePlaces;
};

export type AddressBook = {
  /** A pattern for site.yaml, which has none. */
  readonly permalink?: string | undefined;
  /** Keys of front matter that give a story its address, and lead there from old ones. */
  readonly valuesOf: (story: SurveyedStory) => {
    readonly slug?: string | undefined;
    readonly permalink?: string | undefined;
    readonly aliases?: readonly string[] | undefined;
  };
  /** Where a link of a story leads on the site; as it is, where it leads elsewhere. */
  readonly linkTo: (address: string, story: SurveyedStory) => string;
  /** Lines of redirects.txt. */
  readonly redirects: readonly string[];
  readonly notes: readonly ImportNote[];
};

export type PicturePlaces = {
  /** Looks for pictures of a story, or fetches them. */
  readonly prepare: (srcs: readonly string[], story: SurveyedStory) => Promise<void>;
  /** A picture as a story names it; undefined where there is none to be had. */
  readonly at: (src: string, story: SurveyedStory) => string | undefined;
  readonly notes: readonly ImportNote[];
};
