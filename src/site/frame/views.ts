/** What views are made of, and those of articles. A view is what a template receives: all of it is finished, and the template only places it. */
import type { BodyHtml } from "../../content/markup/body-html.ts";
import type { Direction } from "../../content/values/language.ts";
import type { PictureView } from "../../content/values/picture.ts";
import type { Texts } from "../settings/texts.ts";
import type { Property } from "./open-graph.ts";

/** `foreign`: only where the name is not in the page's language. */
export type Link = {
  readonly name: string;
  readonly href: string;
  readonly foreign?: Foreign | undefined;
};

export type Instant = {
  /** ISO 8601 for machines: with offset, or the day alone where no time is known. */
  readonly iso: string;
  /** In the page's language, for people. */
  readonly text: string;
};

/** A feed in one format. */
export type FeedLink = Link & {
  /** What it holds, and its format. */
  readonly title: string;
  /** Media type. */
  readonly type: string;
};

/** `lang` and `dir` of a part whose language is not the page's. */
export type Foreign = { readonly language: string; readonly direction: Direction };

/** What every page has. */
export type Frame = {
  /** Path on the site: `/2026/11/harbour-tunnel-opens/`. */
  readonly address: string;
  readonly title: string;
  readonly heading: string;
  readonly description?: string | undefined;
  /** The whole web address this page wants to be known by. */
  readonly canonical: string;
  readonly robots: readonly { readonly name: string; readonly content: string }[];
  /** The page's own feeds, beside those of the site. */
  readonly feeds: readonly FeedLink[];
  readonly language: string;
  readonly direction: Direction;
  readonly texts: Texts;
  readonly breadcrumb: readonly Link[];
  readonly openGraph: readonly Property[];
  /** What stands for the page where it is shared: its address whole, its size in pixels. */
  readonly shareImage?:
    | { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
    | undefined;
  /** What search engines are told of the page, safe inside a script element. */
  readonly jsonLd: string;
};

/** An article that is named by its headline. */
export type StoryLink = Link & {
  /** "Opinion", "Sponsored": what readers are told of what is no plain report, in its own language. */
  readonly label?: string | undefined;
};

/** An article as it stands below another. */
export type RelatedEntry = StoryLink & {
  readonly section?: Link | undefined;
  readonly picture?: PictureView | undefined;
};

/** An article as it stands in a list. */
export type Entry = StoryLink & {
  readonly published: Instant;
  readonly categories: readonly Link[];
  readonly source?: Link | undefined;
  readonly description?: string | undefined;
  readonly picture?: PictureView | undefined;
  /** "Draft" or "Scheduled": only in previews. */
  readonly mark?: string | undefined;
};

/** Where an article stands in a series: the numbers of parts are as readers are told. */
export type SeriesPlace = {
  readonly heading: Link;
  readonly part: string;
  readonly neighbours: readonly (StoryLink & { readonly part: string })[];
};

/** What of an article is shown on its page and in feeds alike. */
export type ArticleContent = {
  readonly language: string;
  readonly direction: Direction;
  readonly texts: Texts;
  readonly label?: string | undefined;
  readonly image?:
    | (PictureView & { readonly caption?: string | undefined; readonly credit?: string | undefined })
    | undefined;
  /** Safe HTML. */
  readonly body: BodyHtml;
  readonly corrections: readonly {
    readonly anchor: string;
    readonly date: Instant;
    readonly text: string;
  }[];
  readonly source?: (Link & { readonly original?: string | undefined }) | undefined;
};

export type ArticleView = Frame &
  ArticleContent & {
    /** Those above it. */
    readonly categories: readonly Link[];
    /** All others. */
    readonly moreCategories: readonly Link[];
    readonly standfirst?: string | undefined;
    /** Links to the parts of a long text. */
    readonly contents: readonly Link[];
    /** The names of the authors, and what stands between them in the article's language. */
    readonly byline: readonly (Link | { readonly text: string })[];
    readonly published: Instant;
    readonly updated?: Instant | undefined;
    /** When it was corrected last, and the address of that correction. */
    readonly corrected?: (Instant & { readonly href: string }) | undefined;
    readonly readingTime?: string | undefined;
    readonly share: readonly Link[];
    readonly tags: readonly Link[];
    /** The series it is a part of, and the parts before and after it. */
    readonly series?: SeriesPlace | undefined;
    readonly related: readonly RelatedEntry[];
    /** Older ones of its first category. */
    readonly more?: { readonly heading: Link; readonly links: readonly StoryLink[] } | undefined;
    readonly previous?: StoryLink | undefined;
    readonly next?: StoryLink | undefined;
    readonly mark?: string | undefined;
  };
