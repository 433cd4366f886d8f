/** Planned pages: what there will be at which address, before anything of it is made. */
import { onDemand } from "./on-demand.ts";
import type { PageKind, View, ViewsByKind } from "./views.ts";

/** A page whose view is made when it is first asked for, and once at most. */
export type PlannedPage<Value> = {
  readonly address: string;
  readonly view: () => Value;
};

export type PagesByKind = {
  readonly [Kind in PageKind]: readonly PlannedPage<ViewsByKind[Kind][number]>[];
};

/** Plans a page. */
export function plannedPage<Value>(address: string, make: () => Value): PlannedPage<Value> {
  return { address, view: onDemand(make) };
}

/** A page whose view is made already. */
export function asPlanned<Value extends View>(view: Value): PlannedPage<Value> {
  return plannedPage(view.address, () => view);
}

/** The views of all pages. */
export function viewsByKind(pages: PagesByKind): ViewsByKind {
  const views = <Value>(planned: readonly PlannedPage<Value>[]) => planned.map(({ view }) => view());
  return {
    article: views(pages.article),
    home: views(pages.home),
    listing: views(pages.listing),
    corrections: views(pages.corrections),
    feeds: views(pages.feeds),
    index: views(pages.index),
    search: views(pages.search),
    "not-found": views(pages["not-found"]),
  };
}
