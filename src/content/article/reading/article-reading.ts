/** Reading articles: from the bytes of a file to an article, with everything that is wrong on the way. */

import { type Diagnostic, errorAt, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../diagnostics/diagnostic-codes.ts";
import { BodyHtml } from "../../markup/body-html.ts";
import { renderBody } from "../../markup/markdown/markdown.ts";
import { isTermFault, type Term, type TermKind } from "../../names/terms.ts";
import { digestOf } from "../../values/digest.ts";
import { directionOf } from "../../values/language.ts";
import { isMomentFault, type Moment, noMoment, readMoment } from "../../values/moment.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../../values/slug.ts";
import { check } from "../../yaml/checked.ts";
import { readYaml, type YamlPath, type YamlSource } from "../../yaml/yaml-source.ts";
import type { Article, ArticleReading, ContentRules, Picture } from "../article.ts";
import { splitArticle } from "../article-parts.ts";
import { decodeText } from "../article-text.ts";
import { datelineInCapitals, placeOfDateline } from "../dateline.ts";
import { type FrontMatter, frontMatterSchema, soundFrontMatter } from "../front-matter.ts";
import { placesInBody } from "./body-places.ts";
import { standInFor } from "./description.ts";
import { ShownPictures } from "./shown-pictures.ts";

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

/** A date before the file's name. */
export const datedName = /^(\d{4}-\d{2}-\d{2})-(?=.)/;

/** A key of front matter of which the reader makes no value does not compile. */
type ValueOfEveryKey = Readonly<Record<keyof FrontMatter, unknown>>;

/** Turns checked front matter into an article and collects what is wrong on the way. */
class FrontMatterReader {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #pictures: ShownPictures;
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
    this.#pictures = new ShownPictures(origin.file, rules.pictures);
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#pictures.diagnostics, ...this.#diagnostics];
  }

  article(frontMatter: string, body: string, bodyLine: number): Article & ValueOfEveryKey {
    const values = this.#values;
    const fileStem = (this.#file.split("/").at(-1) ?? "").replace(/\.(md|markdown)$/i, "");
    const language = values.language ?? this.#rules.language;
    const image = this.#image();
    const rendered = renderBody(body, {
      host: this.#rules.host,
      basePath: this.#rules.basePath,
      language,
      dateline: values.dateline === undefined ? undefined : datelineInCapitals(values.dateline, language),
      pictureOf: (src) => this.#pictures.renditionOf(src),
      followsPicture: image !== undefined,
    });
    const placeInBody = placesInBody(this.#file, body, bodyLine);
    for (const { src, line, isDescribed } of rendered.pictures) {
      this.#pictures.noteInBody(src, placeInBody(src, line), isDescribed);
    }
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
      pictures: this.#pictures.noted,
      bodyHtml: new BodyHtml(digestOf(rendered.html), () => rendered.html),
    };
  }

  #error(path: YamlPath, code: DiagnosticCode, message: string): void {
    this.#diagnostics.push(errorAt(this.#yaml.placeOf(path), code, message));
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
    this.#pictures.note(image.src, this.#yaml.placeOf(["image", "src"]));
    const rendition = this.#pictures.renditionOf(image.src);
    return rendition && { rendition, alt: image.alt, caption: image.caption, credit: image.credit };
  }
}
