/** What a run of Eleventy does for a publication, and how whoever starts the run says so. */
import type { View } from "../../../site/frame/views.ts";
import type { Additions } from "./additions.ts";

/** The event by which Dateline's plugin asks for its job. Where nobody answers, it does what `eleventy` is for: the whole site. */
export const jobEvent = "dateline.job";

export type Job = {
  /**
   * Gets ready to make the publication's pages, when Eleventy knows its configuration.
   * @throws where the content has errors: then nothing is written
   */
  readonly begin: (project: Project) => Promise<Work>;
};

export type Project = {
  /** What the configuration adds to templates, its data left out. */
  readonly additions: Additions;
  /** Whether each page has to pass through Eleventy, since somebody looks at pages there. */
  readonly isThrough: boolean;
};

export type Work = {
  /** The path below which the site lies, percent-encoded; empty where there is none. */
  readonly basePath: string;
  /** Pages that pass through Eleventy, one by one; none where they need not. */
  readonly pages: readonly PageToRender[];
  /** Makes everything that does not pass through Eleventy, as far as that is known before Eleventy renders. Called once. */
  readonly make: (data: Additions["data"]) => Promise<void>;
  /** The HTML of a page that passes through Eleventy. After `make`. */
  readonly render: (page: PageToRender) => string | undefined | Promise<string | undefined>;
  /** Completes the site when Eleventy has written all it had to. */
  readonly finish: () => Promise<void>;
};

export type PageToRender = {
  readonly kind: string;
  /** In the output folder. */
  readonly path: string;
  /** Asked for once. */
  readonly view: () => View;
};
