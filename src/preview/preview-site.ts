/** The site as the preview shows it: planned anew after each change, each page rendered when it is asked for. */

import { escapeText } from "entities";
import { type Diagnostic, errorAt, hasErrors } from "../content/diagnostics/diagnostic.ts";
import { onDemand } from "../content/values/on-demand.ts";
import { searchFolder } from "../publish/changes/known-parts.ts";
import { type FileChange, loadPublication, type Publication } from "../publish/loading/publication.ts";
import { type MediaFile, MediaMaker, mediaFiles } from "../publish/media/media.ts";
import type { ReadPictures } from "../publish/pictures/picture-reading.ts";
import { type Assets, bundleAssets } from "../publish/rendering/assets.ts";
import type { PageContext } from "../publish/rendering/page-data.ts";
import { TemplateFault, TemplateFaults } from "../publish/rendering/template-fault.ts";
import type { Templates } from "../publish/rendering/templates.ts";
import { feedFiles } from "../site/feeds/feed-files.ts";
import type { LocatedArticle } from "../site/frame/planning.ts";
import type { View } from "../site/frame/views.ts";
import type { Redirect } from "../site/machines/redirects.ts";
import { speculationRulesAddress, speculationRulesText } from "../site/machines/speculation-rules.ts";
import type { Plan } from "../site/plan/plan.ts";
import { siteFiles } from "../site/plan/site-files.ts";
import { deskAddress, deskView } from "./desk-list.ts";
import { PreviewIndex, readTemplates } from "./preview-index.ts";

type ShownPage = { readonly kind: string; readonly view: () => View };

const isFeed = /(^|\/)feed\.(xml|json)$/;

/** What is found at an address. */
export type Found =
  | {
      readonly kind: "page";
      readonly html: string;
      readonly status: 200 | 404 | 500;
      /** Why it cannot be shown. */
      readonly faults?: readonly Diagnostic[];
    }
  | { readonly kind: "file"; readonly content: string | Uint8Array }
  | { readonly kind: "redirect"; readonly to: string; readonly status: Redirect["status"] };

/** Where site.yaml has been at fault from the start, or a template is. What is wrong is told over this page. */
const nothingToShow = {
  kind: "page",
  html: "<!doctype html>\n<title>Preview</title>\n<body>\n",
  status: 500,
} as const satisfies Found;

export class PreviewSite {
  readonly #siteFolder: string;
  #plan: Plan | undefined;
  #templates = readTemplates();
  #assets: Assets | undefined;
  #pages: ReadonlyMap<string, ShownPage> = new Map();
  #redirects: ReadonlyMap<string, Redirect> = new Map();
  #last: Publication | undefined;
  /** Since then. */
  #changes: FileChange[] = [];
  #media: () => ReadonlyMap<string, MediaFile> = () => new Map();
  readonly #mediaMaker: MediaMaker;
  #siteFiles: ReadonlyMap<string, string | Uint8Array> | undefined;
  readonly #index = new PreviewIndex();
  #contentDiagnostics: readonly Diagnostic[] = [];
  #assetDiagnostics: readonly Diagnostic[] = [];

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
    this.#mediaMaker = new MediaMaker(siteFolder);
  }

  get diagnostics(): readonly Diagnostic[] {
    const templateDiagnostics = new TemplateFaults(this.#templates.all.faults).diagnostics([]);
    return [...this.#contentDiagnostics, ...templateDiagnostics, ...this.#assetDiagnostics];
  }

  /** The articles that are shown, drafts included, with their addresses. */
  get articles(): readonly LocatedArticle[] {
    return this.#plan?.articles ?? [];
  }

  /** The pictures of the articles folder, as they were last read. */
  get pictures(): ReadPictures {
    return this.#last?.pictures ?? new Map();
  }

  /**
   * Reads what has changed in the site folder; all of it at first. While there are errors, pages that vanished stay
   * as they were last seen.
   */
  async reloadContent(changes: readonly FileChange[]): Promise<void> {
    this.#changes.push(...changes);
    const publication = await loadPublication({
      siteFolder: this.#siteFolder,
      nowMs: Date.now(),
      drafts: true,
      houseStyle: "articles",
      articleCache: true,
      last: this.#last,
      changes: this.#changes,
    });
    const { plan, pictures, diagnostics } = publication;
    this.#contentDiagnostics = diagnostics;
    if (plan === undefined) return;
    this.#last = publication;
    this.#changes = [];
    const pages = pagesByAddress(plan);
    this.#pages = hasErrors(diagnostics) ? new Map([...this.#pages, ...pages]) : pages;
    this.#redirects = new Map(plan.redirects.map((redirect) => [redirect.from, redirect]));
    this.#media = onDemand(() => mediaFiles(plan, pictures));
    this.#plan = plan;
    this.#siteFiles = undefined;
  }

  /** Leaves what was read when all was read to the next preview or build. */
  async keep(): Promise<void> {
    await this.#last?.memory?.keep();
  }

  /** Reads the templates again. */
  reloadTemplates(): void {
    this.#templates = readTemplates();
  }

  /** Bundles styles and scripts again. */
  async reloadAssets(): Promise<void> {
    try {
      this.#assets = await bundleAssets();
      this.#assetDiagnostics = [];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#assetDiagnostics = [errorAt({ file: "templates/assets" }, "broken-asset", message)];
    }
  }

  /** What is at an address: a decoded path that starts with a slash. Where its template is broken, a page that says so. */
  async find(address: string): Promise<Found> {
    try {
      return await this.#found(address);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      const isTold = this.#templates.all.faults.some(({ message }) => message === error.message);
      return {
        ...nothingToShow,
        faults: new TemplateFaults(isTold ? [] : [error]).diagnostics(this.articles),
      };
    }
  }

  async #found(address: string): Promise<Found> {
    if (address === deskAddress) return this.#desk();
    const page = this.#pages.get(address);
    if (page !== undefined) return this.#rendered(page, 200);
    const file = await this.#file(address.slice(1));
    if (file !== undefined) return { kind: "file", content: file };
    const redirect = this.#redirects.get(address);
    if (redirect !== undefined) return { kind: "redirect", to: redirect.to, status: redirect.status };
    if (this.#pages.has(`${address}/`)) return { kind: "redirect", to: `${address}/`, status: 301 };
    const notFound = this.#pages.get("/404.html");
    return notFound === undefined ? nothingToShow : this.#rendered(notFound, 404);
  }

  #rendered({ kind, view }: ShownPage, status: 200 | 404): Found {
    return this.#made(`pages/${kind}.njk`, view, status);
  }

  /** The drafts, scheduled and expired articles of this moment. */
  #desk(): Found {
    if (this.#plan === undefined) return nothingToShow;
    const { articles, settings } = this.#plan;
    return this.#made("preview/desk.njk", () => deskView(articles, settings, Date.now()), 200);
  }

  #made(template: string, view: () => View, status: 200 | 404): Found {
    if (this.#plan === undefined || this.#assets === undefined) return nothingToShow;
    try {
      const context: PageContext = { view: view(), site: this.#plan.site, assets: this.#assets.addresses };
      const html = this.#templates.all.render(template, context, context.view.address);
      return { kind: "page", html, status };
    } catch (error) {
      if (error instanceof TemplateFault) throw error;
      const message = error instanceof Error ? error.message : String(error);
      return {
        kind: "page",
        html: `<!doctype html>\n<title>${template}</title>\n<body>\n<pre>${escapeText(message)}</pre>`,
        status: 500,
      };
    }
  }

  async #file(path: string): Promise<string | Uint8Array | undefined> {
    if (path.startsWith(searchFolder)) {
      if (this.#plan === undefined) return undefined;
      const index = await this.#index.filesOf(this.#plan, this.#templates);
      return index.get(path.slice(searchFolder.length));
    }
    const media = path.startsWith("media/") ? this.#media().get(path) : undefined;
    // A picture that cannot be made, as it is damaged or was just saved again, is not found.
    if (media !== undefined) {
      return (await this.#mediaMaker.find(media)) ?? this.#mediaMaker.make(media).catch(() => undefined);
    }
    const asset = this.#assets?.files.get(path);
    if (asset !== undefined) return asset;
    // Every page has this one fetched, and the site's other files take long to make.
    if (`/${path}` === speculationRulesAddress) return speculationRulesText();
    if (this.#plan === undefined || path.endsWith("/")) return undefined;
    if (isFeed.test(path)) return feedOf(path, this.#plan, this.#templates.all);
    const logo = this.#last?.logo;
    this.#siteFiles ??= new Map<string, string | Uint8Array>([
      ...siteFiles(this.#plan),
      ...(logo === undefined ? [] : [[logo.path, logo.content] as const]),
    ]);
    return this.#siteFiles.get(path);
  }
}

function feedOf(path: string, plan: Plan, templates: Templates): Uint8Array | undefined {
  return feedFiles(plan.feeds, plan.site.language, templates.render)
    .find((file) => file.path === path)
    ?.text();
}

function pagesByAddress(plan: Plan): Map<string, ShownPage> {
  const pages = new Map<string, ShownPage>();
  for (const [kind, planned] of Object.entries(plan.pages)) {
    for (const { address, view } of planned) pages.set(address, { kind, view });
  }
  return pages;
}
