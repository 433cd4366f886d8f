/** Feeds: the newest of a listing for feed readers, as values. */
import type { Moment } from "../../content/values/moment.ts";
import type { PlannedPage } from "../frame/planned-pages.ts";
import type { ArticleContent } from "../frame/views.ts";

export type FeedPerson = { readonly name: string; readonly url: string };

export type FeedCategory = { readonly scheme: string; readonly slug: string; readonly name: string };

/** Addresses in it are whole web addresses, and texts hold nothing that XML cannot. */
export type FeedEntry = {
  /** The address of the page, which a new title does not change (RFC 4287 §4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly published: Moment;
  readonly updated: Moment;
  /** None where the feed's own author is the author. */
  readonly authors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly summary?: string | undefined;
  readonly image?: string | undefined;
  /** The agency, of copy from one, with its own site where site.yaml names that. */
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  /** The original, of copy from an agency. */
  readonly original?: { readonly name: string; readonly url: string } | undefined;
  readonly content:
    | { readonly kind: "article"; readonly view: ArticleContent }
    | { readonly kind: "text"; readonly text: string };
};

export type Feed = {
  /** The address of the listing it stands beside: `/category/asia/`. */
  readonly address: string;
  /** The listing's whole web address. */
  readonly home: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: string;
  readonly author: FeedPerson;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** As of a planned page. */
  readonly isLeftBy?: PlannedPage["isLeftBy"];
};
