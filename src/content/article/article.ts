/** Articles: the checked value that everything after reads. */

import { type Diagnostic, errorAt, hasErrors, type Place } from "../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../diagnostics/diagnostic-codes.ts";
import { BodyHtml } from "../markup/body-html.ts";
import { type BodyPicture, renderBody } from "../markup/markdown/markdown.ts";
import { isTermFault, type Term, type TermFault, type TermKind } from "../names/terms.ts";
import { decoded } from "../values/address.ts";
import { digestOf } from "../values/digest.ts";
import { type Direction, directionOf } from "../values/language.ts";
import { isMomentFault, type Moment, noMoment, readMoment } from "../values/moment.ts";
import {
  isPictureFault,
  type Pictures,
  pictureFileOf,
  type Rendition,
  untakenKind,
} from "../values/picture.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../values/slug.ts";
import { check } from "../yaml/checked.ts";
import { isWebAddress } from "../yaml/schema-parts.ts";
import { readYaml, type YamlPath, type YamlSource } from "../yaml/yaml-source.ts";
import { splitArticle } from "./article-parts.ts";
import { decodeText } from "./article-text.ts";
import { datelineInCapitals, placeOfDateline } from "./dateline.ts";
import { standInFor } from "./description.ts";
import { type FrontMatter, frontMatterSchema, soundFrontMatter } from "./front-matter.ts";

/** What the site decides about how its articles are read. */
export type ContentRules = {
  /** IANA name. */
  readonly timezone: string;
  /** BCP 47. */
  readonly language: string;
  /** Host (and port) of the site: links to others are external. */
  readonly host: string;
  readonly readTerm: (kind: TermKind, name: string) => Term | TermFault;
  readonly pictures: Pictures;
};

export type Picture = {
  readonly rendition: Rendition;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
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
  readonly slug: string;
  readonly permalink?: string | undefined;
  readonly aliases: readonly string[];
  readonly language: string;
  readonly direction: Direction;
  readonly bodyHtml: BodyHtml;
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

/** Reads one article file. Any error in it and there is no article. */
export function readArticle(file: string, bytes: Uint8Array, rules: ContentRules): ArticleReading {
  const text = decodeText(file, bytes);
  if (typeof text !== "string") return { diagnostics: [text] };
  const parts = splitArticle(file, text);
  if (!("body" in parts)) return { diagnostics: [parts] };
  const yaml = readYaml(file, parts.frontMatter, parts.frontMatterLine);
  const checked = check(frontMatterSchema, yaml, "front matter");
  // What is sound is read all the same, so that an author sees everything that is wrong at once.
  const values = checked.value ?? soundFrontMatter(yaml.value, checked.faultyKeys);
  if (values === undefined) return { diagnostics: checked.diagnostics };
  const reader = new FrontMatterReader({ file, digest: digestOf(bytes) }, values, yaml, rules);
  const article = reader.article(parts.frontMatter, parts.body, parts.bodyLine);
  const diagnostics = [...checked.diagnostics, ...reader.diagnostics];
  return hasErrors(diagnostics) ? { diagnostics } : { article, diagnostics };
}

/** Where a value of an article's front matter stands. */
export function placeInFrontMatter(article: Article, path: YamlPath): Place {
  return readYaml(article.file, article.frontMatter, 1).placeOf(path);
}

/** A date before the file's name. */
export const datedName = /^(\d{4}-\d{2}-\d{2})-(?=.)/;

/** A key of front matter of which the reader makes no value does not compile. */
type ValueOfEveryKey = Readonly<Record<keyof FrontMatter, unknown>>;

/** Turns checked front matter into an article and collects what is wrong on the way. */
class FrontMatterReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #pictures = new Map<string, Place>();
  readonly #origin: Pick<Article, "file" | "digest">;
  readonly #file: string;
  readonly #values: FrontMatter;
  readonly #yaml: YamlSource;
  readonly #rules: ContentRules;

  constructor(
    origin: Pick<Article, "file" | "digest">,
    values: FrontMatter,
    yaml: YamlSource,
    rules: ContentRules,
  ) {
    this.#origin = origin;
    this.#file = origin.file;
    this.#values = values;
    this.#yaml = yaml;
    this.#rules = rules;
  }

  article(frontMatter: string, body: string, bodyLine: number): Article & ValueOfEveryKey {
    const values = this.#values;
    const fileStem = (this.#file.split("/").at(-1) ?? "").replace(/\.(md|markdown)$/i, "");
    const language = values.language ?? this.#rules.language;
    const image = this.#image();
    const rendered = renderBody(body, {
      host: this.#rules.host,
      language,
      dateline: values.dateline === undefined ? undefined : datelineInCapitals(values.dateline, language),
      pictureOf: (src) => this.#renditionOf(src),
      followsPicture: image !== undefined,
    });
    const placeInBody = this.#placesIn(body, bodyLine);
    this.#checkBodyPictures(rendered.pictures, placeInBody);
    const date = this.#date(fileStem);
    return {
      ...this.#origin,
      frontMatter,
      title: values.title,
      date,
      updated: values.updated === undefined ? undefined : this.#moment(values.updated, ["updated"]),
      categories: this.#terms("category", "categories", values.categories),
      tags: this.#terms("tag", "tags", values.tags),
      authors: this.#terms("author", "authors", values.authors),
      source: this.#source(),
      description: values.description ?? (standInFor(rendered.firstParagraph) || undefined),
      standfirst: values.description,
      dateline: values.dateline,
      image,
      place: values.dateline === undefined ? undefined : placeOfDateline(values.dateline),
      corrections: values.corrections.map(({ date, text }, index) => ({
        date: this.#moment(date, ["corrections", index, "date"]),
        text,
      })),
      draft: values.draft,
      expires: this.#expires(date),
      slug: this.#slug(fileStem, language),
      permalink: values.permalink,
      aliases: values.aliases,
      language,
      direction: directionOf(language),
      bodyIds: rendered.ids,
      internalLinks: rendered.internalLinks.map(({ href, line }) => ({
        href,
        place: placeInBody(href, line),
      })),
      pictures: [...this.#pictures].map(([file, place]) => ({ file, place })),
      bodyHtml: new BodyHtml(digestOf(rendered.html), () => rendered.html),
    };
  }

  #error(path: YamlPath, code: DiagnosticCode, message: string): void {
    this.diagnostics.push(errorAt(this.#yaml.placeOf(path), code, message));
  }

  #date(fileStem: string): Moment {
    const text = this.#values.date ?? datedName.exec(fileStem)?.[1];
    if (text !== undefined) return this.#moment(text, ["date"]);
    this.#error(
      [],
      "missing-key",
      'front matter has no "date"; add "date: 2026-11-20 08:30", or start the file\'s name with 2026-11-20-',
    );
    return noMoment;
  }

  #moment(text: string, path: YamlPath): Moment {
    const moment = readMoment(text, this.#rules.timezone);
    if (!isMomentFault(moment)) return moment;
    this.#error(path, moment.code, moment.message);
    return noMoment;
  }

  #expires(date: Moment): Moment | undefined {
    const text = this.#values.expires;
    if (text === undefined) return undefined;
    const expires = this.#moment(text, ["expires"]);
    const areSound = date.iso !== "" && expires.iso !== "";
    if (areSound && expires.epochMs <= date.epochMs) {
      this.#error(
        ["expires"],
        "expires-before-date",
        `the story would be taken down (${expires.iso}) before it is out (${date.iso}); write an "expires" after its "date"`,
      );
    }
    return expires;
  }

  #slug(fileStem: string, language: string): string {
    const slug = this.#values.slug ?? slugOf(fileStem.replace(datedName, ""), language);
    if (slug === "") {
      this.#error(
        [],
        "empty-slug",
        'the file\'s name has no letter or digit; rename it or add a line "slug: …"',
      );
    } else if (!fitsFileName(slug)) {
      this.#error([], "slug-too-long", `the file's name is too long; shorten it to ${slugLimitBytes} bytes`);
    }
    return slug;
  }

  #terms(kind: TermKind, key: string, names: readonly string[]): Term[] {
    const terms = new Map<string, Term>();
    names.forEach((name, index) => {
      const term = this.#rules.readTerm(kind, name);
      if (isTermFault(term)) this.#error([key, index], term.code, term.message);
      else terms.set(term.name, term);
    });
    return [...terms.values()];
  }

  #source(): Article["source"] {
    const { source } = this.#values;
    if (source === undefined) return undefined;
    const { name, url } = typeof source === "string" ? { name: source, url: undefined } : source;
    const term = this.#rules.readTerm("source", name);
    if (!isTermFault(term)) return { term, url };
    this.#error(typeof source === "string" ? ["source"] : ["source", "name"], term.code, term.message);
    return undefined;
  }

  #image(): Picture | undefined {
    const { image } = this.#values;
    if (image === undefined) return undefined;
    this.#checkPicture(image.src, this.#yaml.placeOf(["image", "src"]));
    const rendition = this.#renditionOf(image.src);
    return rendition && { rendition, alt: image.alt, caption: image.caption, credit: image.credit };
  }

  #renditionOf(src: string): Rendition | undefined {
    const file = pictureFileOf(src, this.#file, this.#rules.pictures);
    const picture = file === undefined ? undefined : this.#rules.pictures.get(file);
    return picture === undefined || isPictureFault(picture) ? undefined : picture;
  }

  /** Notes a picture that the article names, or tells what is wrong with it. */
  #checkPicture(src: string, place: Place): void {
    const file = pictureFileOf(src, this.#file, this.#rules.pictures);
    const picture = file === undefined ? undefined : this.#rules.pictures.get(file);
    if (file === undefined || picture === undefined) {
      this.diagnostics.push(lostPicture(src, place));
    } else if (isPictureFault(picture)) {
      this.diagnostics.push(errorAt(place, picture.code, `${file}: ${picture.message}`));
    } else if (!this.#pictures.has(file)) {
      this.#pictures.set(file, place);
    }
  }

  /** Makes the function that finds where an address stands in the body, given the line its paragraph begins on. */
  #placesIn(body: string, bodyLine: number): (address: string, line: number) => Place {
    let lines: string[] | undefined;
    return (address, line) => {
      lines ??= body.split("\n");
      // Markdown gives addresses percent-encoded, however they are written.
      const text = body.includes(address) ? address : decoded(address);
      const found = lines.findIndex((candidate, index) => index >= line && candidate.includes(text));
      const index = found === -1 ? line : found;
      const sourceLine = lines[index] ?? "";
      const column = Math.max(0, sourceLine.indexOf(text)) + 1;
      return { file: this.#file, line: bodyLine + index + 1, column, sourceLine };
    };
  }

  #checkBodyPictures(
    pictures: readonly BodyPicture[],
    placeInBody: (address: string, line: number) => Place,
  ): void {
    for (const { src, line, isDescribed } of pictures) {
      const place = placeInBody(src, line);
      this.#checkPicture(src, place);
      if (isDescribed) continue;
      const message = "the picture has no description; write what it shows between the square brackets";
      this.diagnostics.push(errorAt(place, "missing-alt", message));
    }
  }
}

function lostPicture(src: string, place: Place): Diagnostic {
  if (isWebAddress(src)) {
    const message = `pictures on other sites are not shown; save "${src}" beside the article and name the file`;
    return errorAt(place, "missing-image", message);
  }
  const kind = untakenKind(src);
  if (kind !== undefined) return errorAt(place, "untaken-image", kind);
  const message = `there is no picture "${src}" in the articles folder; the path is relative to the article`;
  return errorAt(place, "missing-image", message);
}
