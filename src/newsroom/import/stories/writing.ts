/** What is known when stories are written: the site, its terms, and where stories and pictures of the archive are on it. */
import type { Site } from "../../../site/settings/site.ts";
import type { AddressBook } from "../addresses/address-book.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import type { Filing } from "./filing.ts";

export type Writing = {
  readonly site: Site;
  readonly filing: Filing;
  readonly addresses: Pick<AddressBook, "of" | "linkTo">;
  readonly pictures: PicturePlaces;
};

export type PicturePlaces = {
  /** Looks for pictures of a story, or fetches them. */
  readonly prepare: (srcs: readonly string[], story: SurveyedStory) => Promise<void>;
  /** A picture as a story names it; undefined where there is none to be had. */
  readonly at: (src: string, story: SurveyedStory) => string | undefined;
  readonly notes: readonly ImportNote[];
};
