/** The making of a site, in the steps between which Eleventy does its part: load, plan, render, index, publish. */
import { join, resolve } from "node:path";
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import { allPages } from "../../site/frame/planned-pages.ts";
import { sectionsOn } from "../../site/frame/site-view.ts";
import { ownFrame } from "../../site/pages/own-page.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import { changesOf, changesSince } from "../changes/changes.ts";
import { yearIn } from "../changes/parts/share.ts";
import { recordFileIn, yearFolder } from "../changes/parts/year-folder.ts";
import { pruneCache } from "../disk/cache-pruning.ts";
import { makeFolder } from "../disk/file-moving.ts";
import { hasTypeScript } from "../loading/own-page-files.ts";
import { adoptAside, adoptInPlace } from "../output/adopting.ts";
import { refuseObstacles } from "../output/obstacles.ts";
import { type Output, openOutput } from "../output/output.ts";
import { type Published, writePublishedTo } from "../output/published.ts";
import { type AssetBundle, bundleAssets } from "../rendering/assets/assets.ts";
import type { Job, Project, Work } from "../rendering/eleventy/job.ts";
import { TemplateFault } from "../rendering/templates/template-fault.ts";
import { Crew } from "../threads/crew.ts";
import { type Begun, begin } from "./begun.ts";
import { type BuildOptions, type BuildReport, ContentFault } from "./build-options.ts";
import { causesOf, type Ground, openGround } from "./ground.ts";
import { everyPage, renderedPage } from "./making.ts";
import { copiesInTheWay, writtenPages } from "./project/found-pages.ts";
import { inspectProject } from "./project/inspection.ts";
import { ownPageFault } from "./project/own-page-faults.ts";

export type ProductionOptions = BuildOptions & {
  /** Whether Eleventy writes into the folder for what is put aside, or into the output folder itself. */
  readonly isAside: boolean;
  /** Make everything and publish nothing. */
  readonly isTrial?: boolean | undefined;
};

export class Production implements Job {
  readonly #options: ProductionOptions;
  /** Of what is made, where that is not all. */
  readonly #year: string | undefined;
  readonly #crew = new Crew();
  readonly #bundling: Promise<AssetBundle>;
  #output: Output | undefined;
  #opening: Promise<Ground> | undefined;
  #begun: Begun | undefined;
  #report: BuildReport | undefined;

  constructor(options: ProductionOptions) {
    const siteFolder = resolve(options.siteFolder);
    this.#year = yearIn(options.inParts);
    const outputFolder =
      this.#year === undefined ? options.outputFolder : yearFolder(siteFolder, this.#year).site;
    this.#options = { ...options, siteFolder, outputFolder };
    this.#bundling = bundleAssets(this.#options.siteFolder);
    this.#bundling.catch(() => undefined);
  }

  /** What has become of it. After `finish`. */
  get report(): BuildReport {
    if (this.#report === undefined) throw new Error("the site is not finished");
    return this.#report;
  }

  /**
   * Loads and plans the publication and makes room for what is written. Called as early as possible, or by `begin`.
   *
   * @returns the folder for what is put aside
   * @throws ContentFault where the content has errors, OutputFault where the output folder is somebody else's
   */
  async open(): Promise<string> {
    return (await this.#ground()).output.folder;
  }

  async hasTypeScript(): Promise<boolean> {
    return hasTypeScript((await this.#ground()).publication.ownPageFiles);
  }

  #ground(): Promise<Ground> {
    const open = async () => {
      // Files are put in place there one by one, since all else that Eleventy writes is left out.
      if (this.#year !== undefined) makeFolder(this.#options.outputFolder);
      const { siteFolder, outputFolder } = this.#options;
      this.#output = await openOutput(resolve(outputFolder), recordFileIn(siteFolder, this.#year));
      return openGround(this.#options, this.#bundling, this.#output, this.#crew);
    };
    this.#opening ??= open();
    return this.#opening;
  }

  async begin(project: Project): Promise<Work> {
    const ground = await this.#ground();
    const { settings, publication, assets } = ground;
    this.#refuse(publication.readDiagnostics, project.diagnostics);
    const begun = (): Begun => {
      if (this.#begun === undefined) throw new Error("Eleventy renders before it has told its pages");
      return this.#begun;
    };
    return {
      basePath: basePathOf(settings.url),
      pages:
        project.isThrough && publication.plan !== undefined && this.#year === undefined
          ? everyPage(publication.plan)
          : [],
      drafts: this.#options.drafts,
      make: async (found) => {
        this.#begun = await begin(ground, project, found, this.#options);
      },
      dataOf: (page) => {
        const { site } = begun().making.plan;
        const view = ownFrame(page, settings);
        return { view: { ...view, sections: sectionsOn(site, view) }, site, assets: assets.addresses };
      },
      once: (template, values) => begun().making.templates.once(template, values),
      render: (page) => renderedPage(page, begun().making),
      finish: (copied) => {
        const { output } = ground;
        const { plan } = begun().making;
        begun().tellPages(writtenPages(plan, this.#options.isAside ? output.folder : output.target));
        return this.#finish(ground, begun(), copied);
      },
    };
  }

  async #finish(
    ground: Ground,
    { publication, diagnostics, making, states, bases, ends, mediaNames }: Begun,
    copied: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { output, record, before, last, standing, writer } = ground;
    const { plan } = making;
    const [indexing, straight, media] = await ends;
    for (const end of [indexing, straight]) {
      if (end.status === "rejected" && end.reason instanceof TemplateFault) making.faults.add(end.reason);
    }
    this.#refuse(diagnostics, making.faults.diagnostics(plan.articles));
    for (const end of [indexing, straight, media]) if (end.status === "rejected") throw end.reason;
    const year = this.#year;
    for (const { path, file } of year === undefined ? publication.staticFiles.files : []) {
      writer.copy(path, join(this.#options.siteFolder, file));
    }
    const damage = media.status === "fulfilled" ? media.value : [];
    await writer.finish();
    this.#refuse(diagnostics, [...damage, ...copiesInTheWay(copied, plan, writer)]);
    if (year !== undefined) {
      // What Eleventy writes itself is of no year.
    } else if (this.#options.isAside) adoptAside(output.folder, writer);
    else adoptInPlace(output.target, ground.touched, standing, writer);

    const files = writer.records();
    const published: Published = {
      files,
      searchParts: indexing.status === "fulfilled" ? indexing.value : {},
      causes: new Map([...Object.entries(making.basis.causes), ...causesOf(publication, files, year)]),
      articles: states,
      bases,
      foreign: [...standing.foreign].filter((path) => !writer.written.has(path)).sort(),
    };
    refuseObstacles(writer.written, output.target, standing);
    const toldBefore = new Set(record?.foreign);
    const changes = changesSince(last, published, writer.written, plan);
    const report = {
      diagnostics,
      articleCount: plan.articles.length,
      pageCount: allPages(plan.pages).length + plan.ownPages.length,
      nextPublish: plan.nextPublish,
      siteUrl: plan.site.url,
      changes,
      foreign: published.foreign.filter((path) => !toldBefore.has(path)),
    };
    const { maxChanged, isTrial = false, atomic } = this.#options;
    if (isTrial || (maxChanged !== undefined && changesOf(changes) > maxChanged)) {
      await output.discard();
      this.#report = { ...report, isPublished: false };
      return;
    }
    const now = new Set(published.files.keys());
    const written = [...writer.written.keys()];
    const isReplaced = written.length === now.size && standing.foreign.size === 0 && year === undefined;
    await output.publish(
      { before, now, written, foreign: standing.foreign },
      atomic || isReplaced ? "whole" : "in place",
    );
    const cacheFolder = join(this.#options.siteFolder, ".cache");
    // A cache that cannot be written to costs the next build its time, and nothing else.
    const kept = writePublishedTo(output.recordFile, published);
    const pruned = kept.then(() => (year === undefined ? pruneCache(cacheFolder, mediaNames) : undefined));
    await pruned.catch(() => undefined);
    this.#report = { ...report, isPublished: true };
  }

  /** @throws ContentFault if there is an error among what was found last */
  #refuse(diagnostics: readonly Diagnostic[], found: readonly Diagnostic[]): void {
    if (hasErrors(found)) throw new ContentFault(inReadingOrder([...diagnostics, ...found]));
  }

  /**
   * What is wrong with own pages where Eleventy has failed because of one: it tells of the first alone.
   *
   * @returns undefined where it failed for another reason
   */
  async ownPageFaults(error: unknown): Promise<readonly Diagnostic[] | undefined> {
    const { publication, assets } = await this.#ground();
    if (ownPageFault(error, publication.ownPageFiles.files) === undefined) return undefined;
    const options = { ...this.#options, assets: assets.addresses };
    const { diagnostics } = await inspectProject(publication, options);
    return inReadingOrder([...publication.readDiagnostics, ...diagnostics]);
  }

  /** Leaves everything as it is, unless it is published. Called at the end, however it comes. */
  async end(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    this.#begun?.tellPages(new Map());
    await this.#begun?.ends;
    // First, as workers may still be writing what is removed then.
    await this.#crew.dismiss();
    if (this.#report === undefined) await this.#output?.discard();
  }
}
