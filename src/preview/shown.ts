/** What a loading of the content shows: one value, which the next loading replaces; and what is found in it. */
import { escapeText } from "entities";
import { type Diagnostic, hasErrors } from "../content/diagnostics/diagnostic.ts";
import { onDemand } from "../content/values/on-demand.ts";
import type { Publication } from "../publish/loading/publication.ts";
import { type MediaFile, mediaFiles } from "../publish/media/media.ts";
import type { AssetAddresses } from "../publish/rendering/assets/assets.ts";
import { pageContext } from "../publish/rendering/page-context.ts";
import { TemplateFault } from "../publish/rendering/templates/template-fault.ts";
import type { Templates } from "../publish/rendering/templates/templates.ts";
import type { KnownProject } from "../publish/site/project/known-project.ts";
import { feedFiles } from "../site/feeds/feed-files.ts";
import type { View } from "../site/frame/page-views.ts";
import type { SiteView } from "../site/frame/site-view.ts";
import { openOrigins } from "../site/look/script-policy.ts";
import { headerRules, headersBy } from "../site/machines/headers.ts";
import type { Plan } from "../site/plan/plan.ts";
import { siteFiles } from "../site/plan/site-files.ts";
import { type Request, ruleFinder } from "../site/redirects/matching.ts";
import type { Redirect, Rule } from "../site/redirects/rule.ts";
import { basePathOf } from "../site/settings/web-address.ts";
import { deskAddress, deskView } from "./desk-list.ts";

/** The headers of an address where no site can be shown. */
export const closedHeaders = headersBy(headerRules(openOrigins()));

/** Rendered when it is asked for, or made by Eleventy. */
export type ShownPage = { readonly template: string; readonly view: () => View } | { readonly html: string };

export type Shown = {
  readonly publication: Publication;
  readonly plan: Plan;
  /** By address, the list of what is not published among them. */
  readonly pages: ReadonlyMap<string, ShownPage>;
  /** What answers for an old address. */
  readonly ruleFor: (request: Request) => Rule | undefined;
  readonly headersOf: (address: string) => Record<string, string>;
  /** What is published as it is: files relative to the site folder, by path. */
  readonly copied: ReadonlyMap<string, string>;
  /** By path. */
  readonly media: () => ReadonlyMap<string, MediaFile>;
  /** What machines read, and the logos, by path. */
  readonly siteFiles: () => ReadonlyMap<string, string | Uint8Array>;
};

export type Content = string | Uint8Array;

/** Files of one kind, by path in the output folder. */
export type Shelf = {
  /** Those that may stand on it: for no others anything is made. */
  readonly paths: RegExp;
  readonly find: (path: string) => Content | undefined | Promise<Content | undefined>;
};

/** What the first shelf has that has anything. */
export async function fromShelves(shelves: readonly Shelf[], path: string): Promise<Content | undefined> {
  for (const { paths, find } of shelves) {
    const content = paths.test(path) ? await find(path) : undefined;
    if (content !== undefined) return content;
  }
  return undefined;
}

export function feedAt(path: string, { feeds, site }: Plan, { render }: Templates): Content | undefined {
  return feedFiles(feeds, site.language, render)
    .find((file) => file.path === path)
    ?.text();
}

/** What is found at an address. */
export type Found =
  | {
      readonly kind: "page";
      readonly html: string;
      readonly status: 200 | 404 | 410 | 500;
      /** Why it cannot be shown. */
      readonly faults?: readonly Diagnostic[];
    }
  | { readonly kind: "file"; readonly content: string | Uint8Array }
  /** A file that is published as it is. */
  | { readonly kind: "copy"; readonly file: string }
  /** `to`: percent-encoded. */
  | { readonly kind: "redirect"; readonly to: string; readonly status: Redirect["status"] };

/** Where site.yaml has been at fault from the start, or a template is. What is wrong is told over this page. */
export const nothingToShow = {
  kind: "page",
  html: "<!doctype html>\n<title>Preview</title>\n<body>\n",
  status: 500,
} as const satisfies Found;

/** Renders a page. Where that fails and no template is at fault, a page says so. @throws TemplateFault */
export async function renderedPage(
  { template, view }: Exclude<ShownPage, { readonly html: string }>,
  status: 200 | 404 | 410,
  site: SiteView,
  by: Pick<Templates, "renderPage"> & {
    readonly assets: AssetAddresses;
    readonly transformed: KnownProject["transformed"];
  },
): Promise<Found> {
  try {
    const context = pageContext(template, view(), site, by.assets);
    const html = await by.renderPage(template, context, context.view.address);
    return { kind: "page", html: await by.transformed(html, context.page), status };
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const html = `<!doctype html>\n<title>${template}</title>\n<body>\n<pre>${escapeText(message)}</pre>`;
    return { kind: "page", html, status: 500 };
  }
}

/**
 * What a publication shows. While it has errors, pages that vanished stay as they were last seen.
 *
 * @param ownPages their HTML by address
 * @param before what was shown until now
 */
export function shownOf(
  publication: Publication,
  plan: Plan,
  ownPages: ReadonlyMap<string, string>,
  before: Shown | undefined,
): Shown {
  const { diagnostics, sitePictures, pictures, staticFiles } = publication;
  const pages = new Map<string, ShownPage>(hasErrors(diagnostics) ? before?.pages : []);
  for (const [kind, planned] of Object.entries(plan.pages)) {
    for (const { address, view } of planned) pages.set(address, { template: `pages/${kind}.njk`, view });
  }
  for (const [address, html] of ownPages) pages.set(address, { html });
  const notPublished = () => deskView(plan.articles, plan.settings, Date.now());
  pages.set(deskAddress, { template: "preview/desk.njk", view: notPublished });
  return {
    publication,
    plan,
    pages,
    ruleFor: ruleFinder(plan.rules),
    headersOf: headersBy(headerRules(openOrigins(plan.settings.scripts)), basePathOf(plan.settings.url)),
    copied: new Map(staticFiles.files.map(({ path, file }) => [path, file])),
    media: onDemand(() => mediaFiles(plan, pictures)),
    siteFiles: onDemand(() => {
      const files = new Map<string, string | Uint8Array>(siteFiles(plan));
      for (const { path, content } of sitePictures?.files ?? []) files.set(path, content);
      return files;
    }),
  };
}
