/** Articles: the checked value that everything after reads. */

import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { BodyHtml } from "../markup/body-html.ts";
import type { ArticleKind } from "../names/article-kinds.ts";
import type { Series } from "../names/series.ts";
import type { Term, TermFault, TermKind } from "../names/terms.ts";
import type { Direction } from "../values/language.ts";
import type { Moment } from "../values/moment.ts";
import type { Focus, Pictures, Rendition } from "../values/picture.ts";
import { readYaml, type YamlPath } from "../yaml/yaml-source.ts";

/** What the site decides about how its articles are read. */
export type ContentRules = {
  /** IANA name. */
  readonly timezone: string;
  /** BCP 47. */
  readonly language: string;
  /** Host (and port) of the site: links to others are external. */
  readonly host: string;
  /** The path below which the site lies there: `/news`, or empty. */
  readonly basePath: string;
  readonly readTerm: (kind: TermKind, name: string) => Term | TermFault;
  readonly pictures: Pictures;
};

export type Picture = {
  readonly rendition: Rendition;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** Where lists cut it. */
  readonly focus?: Focus | undefined;
};

/** A heading of the body. */
export type Heading = {
  /** From 2: the headline is the page's only h1. */
  readonly level: number;
  /** No other thing on the page of the article has it. */
  readonly id: string;
  readonly text: string;
};

export type Article = {
  /** Path relative to the site folder, with forward slashes. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly digest: string;
  /** The YAML text, kept to find places for diagnostics about several articles. */
  readonly frontMatter: string;
  readonly title: string;
  readonly date: Moment;
  readonly updated?: Moment | undefined;
  readonly categories: readonly Term[];
  /** None of a report. */
  readonly kind?: ArticleKind | undefined;
  /** The one it is a part of. */
  readonly series?: Series | undefined;
  readonly tags: readonly Term[];
  readonly authors: readonly Term[];
  readonly source?: { readonly term: Term; readonly url?: string | undefined } | undefined;
  /** For lists and search engines: the author's own, else the beginning of the first paragraph; absent where there is none. */
  readonly description?: string | undefined;
  /** The author's own description. */
  readonly standfirst?: string | undefined;
  readonly dateline?: string | undefined;
  readonly image?: Picture | undefined;
  /** Where the report comes from: the dateline without its agency. */
  readonly place?: string | undefined;
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  readonly draft: boolean;
  /** When it is taken down; after its date. */
  readonly expires?: Moment | undefined;
  /** Its place on the front page, from 1; `until`: when it steps back, after its date. */
  readonly priority?: { readonly place: number; readonly until?: Moment | undefined } | undefined;
  readonly slug: string;
  readonly permalink?: string | undefined;
  readonly aliases: readonly string[];
  readonly language: string;
  readonly direction: Direction;
  readonly bodyHtml: BodyHtml;
  /** Of the body; absent where it has no words. */
  readonly readingMinutes?: number | undefined;
  readonly headings: readonly Heading[];
  /** What in the body has an id, for links to lead to. */
  readonly bodyIds: readonly string[];
  /** Links of the body to pages and files of the site, as written. */
  readonly internalLinks: readonly { readonly href: string; readonly place: Place }[];
  /** The pictures it shows: their files, relative to the site folder, and where it names them first. */
  readonly pictures: readonly { readonly file: string; readonly place: Place }[];
};

export type ArticleReading = {
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
};

/** Where a value of an article's front matter stands. */
export function placeInFrontMatter(article: Article, path: YamlPath): Place {
  return readYaml(article.file, article.frontMatter, 1).placeOf(path);
}
