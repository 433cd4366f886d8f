/** View values: what templates receive. Everything in them is finished; a template only places it. */
import type { Direction } from "../content/language.ts";
import type { Texts } from "./texts.ts";

export type Link = { readonly name: string; readonly href: string };

export type Instant = {
  /** ISO 8601 with offset, for machines. */
  readonly iso: string;
  /** In the page's language, for people. */
  readonly text: string;
};

/** `lang` and `dir` of a part whose language is not the page's. */
export type Foreign = { readonly language: string; readonly direction: Direction };

/** What every page has. */
export type Frame = {
  /** Path on the site: `/2026/11/harbour-tunnel-opens/`. */
  readonly address: string;
  /** Path in the output folder: `2026/11/harbour-tunnel-opens/index.html`. */
  readonly file: string;
  readonly title: string;
  readonly heading: string;
  readonly description?: string | undefined;
  /** The whole web address this page wants to be known by. */
  readonly canonical: string;
  readonly robots: readonly { readonly name: string; readonly content: string }[];
  readonly language: string;
  readonly direction: Direction;
  readonly texts: Texts;
  readonly breadcrumb: readonly Link[];
  /** BreadcrumbList as JSON-LD, safe inside a script element. */
  readonly breadcrumbJson?: string | undefined;
};

/** An article as it stands in a list. */
export type Entry = Link & {
  readonly published: Instant;
  readonly categories: readonly Link[];
  readonly source?: Link | undefined;
  readonly description: string;
  /** Only where the article is not in the site's language. */
  readonly foreign?: Foreign | undefined;
  /** "Draft" or "Scheduled": only in previews. */
  readonly mark?: string | undefined;
};

export type ArticleView = Frame & {
  readonly categories: readonly Link[];
  readonly standfirst?: string | undefined;
  readonly authors: readonly Link[];
  readonly published: Instant;
  readonly updated?: Instant | undefined;
  readonly image?:
    | {
        readonly src: string;
        readonly alt: string;
        readonly caption?: string | undefined;
        readonly credit?: string | undefined;
      }
    | undefined;
  /** Safe HTML. */
  readonly body: string;
  readonly corrections: readonly { readonly date: Instant; readonly text: string }[];
  readonly source?: (Link & { readonly original?: string | undefined }) | undefined;
  readonly tags: readonly Link[];
  readonly related: readonly (Link & { readonly foreign?: Foreign | undefined })[];
  readonly previous?: (Link & { readonly foreign?: Foreign | undefined }) | undefined;
  readonly next?: (Link & { readonly foreign?: Foreign | undefined }) | undefined;
  readonly mark?: string | undefined;
};

export type ListingView = Frame & {
  readonly introduction?: string | undefined;
  /** An author's or a source's own site. */
  readonly website?: string | undefined;
  /** The days the page covers. */
  readonly range?: string | undefined;
  readonly entries: readonly Entry[];
  readonly older?: string | undefined;
  readonly newer?: string | undefined;
  readonly newest?: string | undefined;
};

/** A page of counted links: the indexes of categories and tags, the archive, a year. */
export type IndexView = Frame & {
  /** Links to the groups, where there are letters to jump to. */
  readonly jumps: readonly Link[];
  readonly groups: readonly {
    readonly heading?:
      | { readonly name: string; readonly href?: string; readonly id?: string; readonly count?: number }
      | undefined;
    readonly items: readonly (Link & { readonly count: number })[];
  }[];
};

export type PlainView = Frame;

/** The kinds of page, each with the template of its name in `templates/pages`. */
export type ViewsByKind = {
  readonly article: readonly ArticleView[];
  readonly home: readonly ListingView[];
  readonly listing: readonly ListingView[];
  readonly index: readonly IndexView[];
  readonly search: readonly PlainView[];
  readonly "not-found": readonly PlainView[];
};

export type PageKind = keyof ViewsByKind;
export type View = ViewsByKind[PageKind][number];

/** What is the same on every page of the site. */
export type SiteView = {
  /** IANA name. */
  readonly timezone: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language: string;
  readonly direction: Direction;
  readonly texts: Texts;
  /** The desks, where site.yaml lists categories. */
  readonly sections: readonly Link[];
};
