/** The site as the preview shows it: planned anew after each change, each page rendered when it is asked for. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../content/diagnostics/diagnostic.ts";
import { outputFileOf } from "../content/values/address.ts";
import { searchFolder } from "../publish/changes/known-parts.ts";
import { type FileChange, loadPublication, type Publication } from "../publish/loading/publication.ts";
import { MediaMaker } from "../publish/media/media.ts";
import { noAdditions } from "../publish/rendering/eleventy/additions.ts";
import { TemplateFault, TemplateFaults } from "../publish/rendering/templates/template-fault.ts";
import { KnownProject } from "../publish/site/project/known-project.ts";
import type { LocatedArticle } from "../site/frame/planning.ts";
import { speculationRulesText } from "../site/machines/speculation-rules.ts";
import { requestFor, targetOf } from "../site/redirects/matching.ts";
import { isRedirect } from "../site/redirects/rule.ts";
import { goneAddress } from "../site/redirects/rules-text.ts";
import { basePathOf } from "../site/settings/web-address.ts";
import { type OwnFiles, PreviewAssets } from "./preview-assets.ts";
import { PreviewIndex, type ReadTemplates, readSiteTemplates } from "./preview-index.ts";
import {
  type Content,
  closedHeaders,
  type Found,
  feedAt,
  fromShelves,
  nothingToShow,
  renderedPage,
  type Shelf,
  type Shown,
  type ShownPage,
  shownOf,
} from "./shown.ts";

export class PreviewSite {
  readonly #siteFolder: string;
  #shown: Shown | undefined;
  /** Files that were changed since that was read. */
  #changes: FileChange[] = [];
  /** What Eleventy makes of the site folder beside Dateline's pages. */
  readonly project: KnownProject;
  #templates: ReadTemplates;
  readonly assets: PreviewAssets;
  readonly #mediaMaker: MediaMaker;
  readonly #index = new PreviewIndex();
  #contentDiagnostics: readonly Diagnostic[] = [];
  /** What is not a page is looked for on each, in this order. */
  readonly #shelves: readonly Shelf[] = [
    { paths: /^_preview\//, find: (path) => this.assets.ownFiles.get(`/${path}`) },
    { paths: /^pagefind\//, find: (path) => this.#searchFile(path) },
    { paths: /^media\//, find: (path) => this.#mediaFile(path) },
    { paths: /^/, find: (path) => this.assets.assets?.files.get(path) },
    // Every page has this one fetched, and the site's other files take long to make.
    { paths: /^speculation-rules\.json$/, find: () => speculationRulesText(this.basePath) },
    {
      paths: /(?:^|\/)feed\.(?:xml|json)$/,
      find: (path) => this.#shown && feedAt(path, this.#shown.plan, this.#templates.all),
    },
    { paths: /[^/]$/, find: (path) => this.#shown?.siteFiles().get(path) },
  ];

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
    this.project = new KnownProject(siteFolder);
    this.#templates = readSiteTemplates(siteFolder, noAdditions, "");
    this.assets = new PreviewAssets(siteFolder);
    this.#mediaMaker = new MediaMaker(siteFolder);
  }

  get diagnostics(): readonly Diagnostic[] {
    const templateDiagnostics = new TemplateFaults(this.#templates.all.faults).diagnostics([]);
    return [
      ...this.#contentDiagnostics,
      ...this.project.diagnostics,
      ...templateDiagnostics,
      ...this.assets.diagnostics,
    ];
  }

  /** The path below which the site lies, percent-encoded; empty where there is none. */
  get basePath(): string {
    return this.#shown === undefined ? "" : basePathOf(this.#shown.plan.settings.url);
  }

  /** The articles that are shown, drafts included, with their addresses. */
  get articles(): readonly LocatedArticle[] {
    return this.#shown?.plan.articles ?? [];
  }

  /** The headers of an address. */
  headersOf(address: string): Record<string, string> {
    return this.#shown?.headersOf(address) ?? closedHeaders(address);
  }

  /** What was last read and could be shown. */
  get publication(): Publication | undefined {
    return this.#shown?.publication;
  }

  /**
   * Reads what has changed in the site folder; all of it at first. While there are errors, pages that vanished stay
   * as they were last seen.
   *
   * @param isProject whether Eleventy has to be asked again for own pages and for what the project adds
   */
  async reloadContent(changes: readonly FileChange[], isProject = false): Promise<void> {
    this.#changes.push(...changes);
    const read = await loadPublication({
      siteFolder: this.#siteFolder,
      nowMs: Date.now(),
      drafts: true,
      houseStyle: "articles",
      articleCache: true,
      last: this.#shown?.publication,
      changes: this.#changes,
    });
    if (isProject) {
      await this.project.look(read, { drafts: true, assets: this.assets.assets?.addresses });
      this.reloadTemplates();
    }
    const publication = this.project.completed(read);
    this.#contentDiagnostics = publication.diagnostics;
    if (publication.plan === undefined) return;
    const { basePath } = this;
    this.#shown = shownOf(publication, publication.plan, this.project.pages, this.#shown);
    if (this.basePath !== basePath) this.reloadTemplates();
    this.#changes = [];
    this.assets.fitTo(publication);
  }

  /** Leaves what was read when all was read to the next preview or build. */
  async keep(): Promise<void> {
    await this.#shown?.publication.memory?.keep();
  }

  /** Reads the templates again. */
  reloadTemplates(): void {
    this.#templates = readSiteTemplates(this.#siteFolder, this.project.additions, this.basePath);
  }

  /** Bundles styles and scripts again. @param readOwnFiles reads the files that only the preview has, by address */
  reloadAssets(readOwnFiles: () => Promise<OwnFiles>): Promise<void> {
    return this.assets.reload(readOwnFiles);
  }

  /**
   * What is at an address: a decoded path that starts with a slash. Where its template is broken, a page that says so.
   *
   * @param search what follows the path, with its question mark
   */
  async find(address: string, search = ""): Promise<Found> {
    try {
      return await this.#found(address, search);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      const isTold = this.#templates.all.faults.some(({ message }) => message === error.message);
      return {
        ...nothingToShow,
        faults: new TemplateFaults(isTold ? [] : [error]).diagnostics(this.articles),
      };
    }
  }

  async #found(address: string, search: string): Promise<Found> {
    const page = this.#shown?.pages.get(address);
    const request = requestFor(encodeURI(address) + search);
    const rule = this.#shown?.ruleFor(request);
    // A rule with a query is for those who do not come for the page.
    if (rule !== undefined && (page === undefined || rule.from.query.length > 0)) {
      if (!isRedirect(rule)) return this.#inPlaceOf(goneAddress, 410);
      return { kind: "redirect", to: targetOf(rule, request), status: rule.status };
    }
    if (page !== undefined) return this.#rendered(page, 200);
    const content = await fromShelves(this.#shelves, address.slice(1));
    if (content !== undefined) return { kind: "file", content };
    const copied = this.#shown?.copied.get(outputFileOf(address).normalize("NFC"));
    const file = copied && join(this.#siteFolder, copied);
    if (file !== undefined && existsSync(file)) return { kind: "copy", file };
    if (this.#shown?.pages.has(`${address}/`)) {
      return { kind: "redirect", to: encodeURI(`${address}/`), status: 301 };
    }
    return this.nothing;
  }

  /** What is found where nothing is. */
  get nothing(): Found | Promise<Found> {
    return this.#inPlaceOf("/404.html", 404);
  }

  /** The page that readers get in the place of one that is not there. */
  #inPlaceOf(address: string, status: 404 | 410): Found | Promise<Found> {
    const page = this.#shown?.pages.get(address);
    return page === undefined ? nothingToShow : this.#rendered(page, status);
  }

  async #rendered(page: ShownPage, status: 200 | 404 | 410): Promise<Found> {
    const { assets } = this.assets;
    if ("html" in page) return { kind: "page", html: page.html, status };
    if (this.#shown === undefined || assets === undefined) return nothingToShow;
    const { renderPage } = this.#templates.all;
    return renderedPage(page, status, this.#shown.plan.site, {
      assets: assets.addresses,
      renderPage,
      transformed: this.project.transformed,
    });
  }

  async #searchFile(path: string): Promise<Content | undefined> {
    if (this.#shown === undefined) return undefined;
    const index = await this.#index.filesOf(this.#shown.plan, this.#templates, this.project.pages);
    return index.get(path.slice(searchFolder.length));
  }

  /** A picture that cannot be made, as it is damaged or was just saved again, is not found. */
  async #mediaFile(path: string): Promise<Content | undefined> {
    const media = this.#shown?.media().get(path);
    if (media === undefined) return undefined;
    return (await this.#mediaMaker.find(media)) ?? this.#mediaMaker.makeOne(media).catch(() => undefined);
  }
}
