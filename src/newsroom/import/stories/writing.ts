/** What is known when stories are written: the site, its terms, and where stories and pictures of the archive are on it. */
import type { Site } from "../../../site/settings/site.ts";
import type { AddressBook } from "../addresses/address-book.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { Filing } from "./filing.ts";

export type Writing = {
  readonly site: Site;
  readonly filing: Filing;
  readonly addresses: Pick<AddressBook, "of" | "linkTo">;
  readonly pictures: PicturePlaces;
  /** The web address of the front page of the site that the archive comes from, where it says so. */
  readonly oldUrl?: string | undefined;
};

export type PicturePlaces = {
  /** Looks for pictures of a story, or fetches them: of each the addresses, the best first, of which one is enough. */
  readonly prepare: (pictures: readonly (readonly string[])[], story: SurveyedStory) => Promise<void>;
  /** A picture that was prepared, as a story names it; undefined where it cannot be had. */
  readonly at: (src: string, story: SurveyedStory) => string | undefined;
};
