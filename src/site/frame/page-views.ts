/** The view of each kind of page. */
import type { PictureView } from "../../content/values/picture.ts";
import type { ArticleView, Entry, FeedLink, Frame, Instant, Link, StoryLink } from "./views.ts";

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
    readonly stories: readonly (StoryLink & { readonly time?: Instant | undefined })[];
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
  /** Of an author. */
  readonly portrait?: PictureView | undefined;
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
  readonly newest?: (StoryLink & { readonly published: Instant }) | undefined;
};

/** A page of corrections: the name and address of each are its article's. */
export type CorrectionsView = Omit<ListingView, "entries"> & {
  readonly entries: readonly (StoryLink & { readonly date: Instant; readonly text: string })[];
};

/** A series: its parts in the order in which they are read. */
export type SeriesView = Frame & {
  /** The days of its parts. */
  readonly range: string;
  readonly parts: readonly { readonly name: string; readonly entry: Entry }[];
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
  readonly series: SeriesView;
  readonly feeds: FeedsView;
  readonly search: PlainView;
  readonly "not-found": LostPageView;
};

export type PageKind = keyof ViewByKind;
export type View = ViewByKind[PageKind];
