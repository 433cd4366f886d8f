/** Planned pages: what there will be at which address, before anything of it is made. */
import type { Article } from "../../content/article/article.ts";
import type { Moment } from "../../content/values/moment.ts";
import type { PageKind, View, ViewByKind } from "./page-views.ts";

/**
 * The text a template makes of some values. Throws where the template is broken, or prints a value that is not there.
 *
 * `page`: the address or path of what is made, for the message where it fails.
 */
export type Render = (template: string, context: object, page?: string) => string;

export type PlannedPage<Value = View> = {
  readonly address: string;
  /** When the newest of what it lists is from; absent where it lists nothing. */
  readonly newest?: Moment | undefined;
  /** Made anew at each call: the views of all pages together would fill the memory. */
  readonly view: () => Value;
  readonly prepare: () => PreparedPage<Value>;
  /**
   * Whether all that the page is made of is as it was before some changes of articles, so that a page that was there is the same, whatever
   * its sources are; absent where only these tell.
   */
  readonly isLeftBy?: (changes: ArticleChanges) => boolean;
};

/** What has changed of the articles that are shown, while the site's settings have not. */
export type ArticleChanges = {
  /** Those that are new, or say something else. */
  readonly changed: ReadonlySet<Article>;
  /**
   * From this moment on, in milliseconds since 1970, articles may have come or gone, or be filed, titled or placed otherwise. Those of
   * before it follow each other as they did, under the same terms.
   */
  readonly sinceMs: number;
  /** Whether none has gone or is filed, titled or placed otherwise: what lists nothing from that moment on lists what it did. */
  readonly isGrowth: boolean;
};

export type PreparedPage<Value = View> = {
  /** All that the page is made of beside the site's settings: the page changes with nothing else. */
  readonly sources: object;
  readonly view: () => Value;
};

export type PagesByKind = {
  readonly [Kind in PageKind]: readonly PlannedPage<ViewByKind[Kind]>[];
};

/** Plans a page that is made of its whole view. */
export function plannedPage<Value extends object>(address: string, make: () => Value): PlannedPage<Value> {
  return pageOf(address, make, (view) => view);
}

/** Plans a page that is made of some sources, and of nothing else. */
export function pageOf<Sources extends object, Value>(
  address: string,
  sources: () => Sources,
  make: (sources: Sources) => Value,
): PlannedPage<Value> {
  return {
    address,
    view: () => make(sources()),
    prepare: () => {
      const made = sources();
      return { sources: made, view: () => make(made) };
    },
  };
}

/** A page whose view is made already. */
export function asPlanned<Value extends View>(view: Value): PlannedPage<Value> {
  return plannedPage(view.address, () => view);
}

/** Every page of a plan, in no order that means anything. */
export function allPages(pages: PagesByKind): readonly PlannedPage[] {
  return Object.values(pages).flat();
}

/** The addresses of all pages but those of articles. */
export function ownAddresses(pages: PagesByKind): string[] {
  const { article: _, ...others } = pages;
  return Object.values(others)
    .flat()
    .map(({ address }) => address);
}
