/** View values: what templates receive. Everything in them is finished; a template only places it. */
import type { BodyHtml } from "../../content/markup/body-html.ts";
import type { Direction } from "../../content/values/language.ts";
import type { PictureView } from "../../content/values/picture.ts";
import type { Texts } from "../settings/texts.ts";
import type { Property } from "./open-graph.ts";

/**
 * The text a template makes of some values. Throws where the template is broken, or prints a value that is not there.
 *
 * `page`: the address or path of what is made, for the message where it fails.
 */
export type Render = (template: string, context: object, page?: string) => string;

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

/** An article as it stands below another. */
export type RelatedEntry = Link & {
  readonly section?: Link | undefined;
  readonly label?: string | undefined;
  readonly picture?: PictureView | undefined;
};

/** An article as it stands in a list. */
export type Entry = Link & {
  readonly published: Instant;
  readonly categories: readonly Link[];
  readonly source?: Link | undefined;
  readonly description?: string | undefined;
  readonly picture?: PictureView | undefined;
  /** "Opinion", "Sponsored": what readers are told of what is no plain report, in its own language. */
  readonly label?: string | undefined;
  /** "Draft" or "Scheduled": only in previews. */
  readonly mark?: string | undefined;
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
    readonly categories: readonly Link[];
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
    readonly related: readonly RelatedEntry[];
    /** Older ones of its first category. */
    readonly more?: { readonly heading: Link; readonly links: readonly Link[] } | undefined;
    readonly previous?: Link | undefined;
    readonly next?: Link | undefined;
    readonly mark?: string | undefined;
  };

export type HomeView = Frame & {
  /** The day of the newest article. */
  readonly day?: Instant | undefined;
  /** The story that was chosen to lead, or the newest. */
  readonly lead?: Entry | undefined;
  /** Those beside it. */
  readonly next: readonly Entry[];
  /** The newest of the others, by days: a list of times and headlines. */
  readonly latest: readonly {
    readonly day: Instant;
    readonly stories: readonly (Link & { readonly time?: Instant | undefined })[];
  }[];
  /** The main categories, each with its newest articles that do not stand above: one that tells more, and headlines. */
  readonly blocks: readonly {
    readonly heading: Link;
    readonly size: BlockSize;
    readonly first: Entry;
    readonly others: readonly Entry[];
  }[];
};

/** How much room a category has on the front page. */
export type BlockSize = "large" | "medium" | "brief";

export type ListingView = Frame & {
  readonly introduction?: string | undefined;
  /** An author's or a source's own site. */
  readonly website?: string | undefined;
  /** An author elsewhere. */
  readonly links: readonly Link[];
  /** How many articles there are on all its pages: on the newest alone, so that no other changes with them. */
  readonly count?: number | undefined;
  /** The days the page covers. */
  readonly range?: string | undefined;
  /** The feeds that bring what comes. */
  readonly follow: readonly FeedLink[];
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
    readonly items: readonly IndexItem[];
  }[];
};

/** A counted link. A category tells what it is about, and its newest headline. */
export type IndexItem = Link & {
  readonly count: number;
  readonly description?: string | undefined;
  readonly newest?: (Link & { readonly published: Instant }) | undefined;
};

/** A page of corrections: the name and address of each are its article's. */
export type CorrectionsView = Omit<ListingView, "entries"> & {
  readonly entries: readonly (Link & {
    readonly date: Instant;
    readonly text: string;
    readonly foreign?: Foreign | undefined;
  })[];
};

export type FeedsView = Frame & {
  readonly groups: readonly {
    readonly heading?: string;
    readonly feeds: readonly (Link & { readonly formats: readonly FeedLink[] })[];
  }[];
};

export type PlainView = Frame;

/** In the place of a page that is not there. */
export type LostPageView = Frame & { readonly advice: string };

/** The kinds of page, each with the template of its name in `templates/pages`. */
export type ViewByKind = {
  readonly article: ArticleView;
  readonly home: HomeView;
  readonly listing: ListingView;
  readonly index: IndexView;
  readonly corrections: CorrectionsView;
  readonly feeds: FeedsView;
  readonly search: PlainView;
  readonly "not-found": LostPageView;
};

export type PageKind = keyof ViewByKind;
export type View = ViewByKind[PageKind];
