/** What a run of Eleventy does for a publication, and how whoever starts the run says so. */
import type { PageData } from "@11ty/eleventy";
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import type { View } from "../../../site/frame/page-views.ts";
import type { OwnPage } from "../../../site/pages/own-page.ts";
import type { Additions } from "./additions.ts";

/** The event by which Dateline's plugin asks for its job. Where nobody answers, it does what `eleventy` is for: the whole site. */
export const jobEvent = "dateline.job";

export type Job = {
  /** Files of own pages that Eleventy does not see. */
  readonly leftOut?: ReadonlySet<string>;
  /**
   * Gets ready to make the publication's pages, when Eleventy knows its configuration.
   * @throws where the content has errors: then nothing is written
   */
  readonly begin: (project: Project) => Promise<Work>;
};

export type Project = {
  /** What the configuration adds to templates, its data left out. */
  readonly additions: Additions;
  /** What is wrong with what it adds. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether each page has to pass through Eleventy, since somebody looks at pages there. */
  readonly isThrough: boolean;
  /** What is done to each page before it is published; absent where nothing is. */
  readonly transform?: ((html: string, page: PageData) => Promise<string>) | undefined;
};

export type Work = {
  /** The path below which the site lies, percent-encoded; empty where there is none. */
  readonly basePath: string;
  /** Pages that pass through Eleventy, one by one; none where they need not. */
  readonly pages: readonly PageToRender[];
  /** Whether own pages that are drafts are made. */
  readonly drafts: boolean;
  /**
   * Makes everything that does not pass through Eleventy, as far as that is known before Eleventy renders. Called once.
   * @throws where own pages have errors
   */
  readonly make: (found: Found) => Promise<void>;
  /** What the templates of an own page may read as Dateline's do: `view`, `site` and `assets`. After `make`. */
  readonly dataOf: (page: OwnPage) => object;
  /** What a template makes of some objects, once for all pages. After `make`. */
  readonly once: (template: string, values: Readonly<Record<string, object>>) => string;
  /** The HTML of a page that passes through Eleventy. After `make`. */
  readonly render: (page: PageToRender) => string | undefined | Promise<string | undefined>;
  /**
   * Completes the site when Eleventy has written all it had to.
   *
   * @param copied what it made beside pages, by path in its output folder: copies and what own pages make, by where it comes from
   * @throws where something of Dateline's stands at such a path
   */
  readonly finish: (copied: ReadonlyMap<string, string>) => Promise<void>;
};

/** What is known when Eleventy has read all its templates and rendered none. */
export type Found = OwnFound & {
  /** Data of the project, by its name. */
  readonly data: Additions["data"];
};

/** What the templates of own pages make. */
export type OwnFound = {
  readonly ownPages: readonly FoundPage[];
  /** What is no page: their templates, by path in the output folder. */
  readonly otherFiles: ReadonlyMap<string, string>;
};

/** An own page, which may lack what it must have. */
export type FoundPage = Omit<OwnPage, "title"> & { readonly title: string | undefined };

export type PageToRender = {
  readonly kind: string;
  /** In the output folder. */
  readonly path: string;
  /** Asked for once. */
  readonly view: () => View;
};
