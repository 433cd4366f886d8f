/** Making pages: rendered and written, by the crew as far as it has time. */
import type { SiteView, View } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { ChangeWriter } from "./change-writer.ts";
import type { Crew, RenderOrder } from "./crew.ts";
import type { Templates } from "./templates.ts";

/** Many enough that handing over costs little, few enough that no core waits long for another. */
const pagesPerOrder = 40;

/** Other pages share the entries of articles, which are made once where they are rendered. */
const templatesForCrew: ReadonlySet<string> = new Set(["pages/article.njk"]);

export type PageToRender = {
  /** In the output folder. */
  readonly path: string;
  /** Asked for once. */
  readonly view: () => View;
};

export type PageMakerOptions = {
  readonly site: SiteView;
  readonly assets: AssetAddresses;
  readonly templates: Templates;
  readonly templatesFolder: string;
  readonly writer: ChangeWriter;
  readonly crew: Crew;
};

export class PageMaker {
  readonly #options: PageMakerOptions;
  readonly #shared: string;
  readonly #inFlight = new Set<Promise<void>>();
  #pages: RenderOrder["pages"][number][] = [];
  #failure: unknown;

  constructor(options: PageMakerOptions) {
    this.#options = options;
    this.#shared = JSON.stringify({ site: options.site, assets: options.assets });
  }

  /** Makes a page of a template. Resolves when there is room for the next one. */
  async make(template: string, { path, view: makeView }: PageToRender): Promise<void> {
    const { site, assets, templates, writer, crew } = this.#options;
    const view = makeView();
    if ("body" in view && templatesForCrew.has(template) && this.#inFlight.size < crew.tasksAtOnce) {
      // The words of a language are known to the crew.
      const { texts: _, body, ...values } = view;
      const standing = writer.standingDigest(path);
      this.#pages.push({ path, standing, values: JSON.stringify(values), body: String(body) });
      if (this.#pages.length === pagesPerOrder) this.#handOver(template);
      return;
    }
    await writer.write(path, templates.render(template, { view, site, assets }));
  }

  /** Resolves when every page is made. @throws the first error of any */
  async finish(): Promise<void> {
    for (const template of templatesForCrew) this.#handOver(template);
    await Promise.all(this.#inFlight);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #handOver(template: string): void {
    const pages = this.#pages;
    if (pages.length === 0) return;
    this.#pages = [];
    const { crew, writer, templatesFolder } = this.#options;
    const made = crew
      .run("renderPages", { folder: writer.folder, templatesFolder, template, shared: this.#shared, pages })
      .then((settled) => {
        for (const [index, one] of settled.entries()) writer.settle(pages[index]?.path ?? "", one);
      })
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#inFlight.delete(made));
    this.#inFlight.add(made);
  }
}
