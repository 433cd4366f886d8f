/** Reading articles: from the bytes of a file to an article, with everything that is wrong on the way. */

import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { BodyHtml } from "../../markup/body-html.ts";
import { articleName } from "../../names/name-order.ts";
import { newSeries } from "../../names/series.ts";
import { isTermFault, type Term, type TermKind } from "../../names/terms.ts";
import { digestOf } from "../../values/digest.ts";
import { directionOf } from "../../values/language.ts";
import { type Moment, noMoment } from "../../values/moment.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../../values/slug.ts";
import { check } from "../../yaml/checked.ts";
import { readYaml } from "../../yaml/yaml-source.ts";
import type { Article, ArticleReading, ContentRules, Picture } from "../article.ts";
import { type ArticleParts, splitArticle } from "../article-parts.ts";
import { decodeText } from "../article-text.ts";
import { placeOfDateline } from "../dateline.ts";
import { type FrontMatter, frontMatterSchema, soundFrontMatter } from "../front-matter.ts";
import { placesInBody } from "./body-places.ts";
import { bodyOf } from "./body-reading.ts";
import { standInFor } from "./description.ts";
import { headingsOf } from "./headings.ts";
import { expiresOf, momentOf, priorityOf } from "./moments.ts";
import { type Reading, tell } from "./reading.ts";
import { readingMinutes } from "./reading-time.ts";
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
  const pictures = new ShownPictures(file, rules.pictures);
  const reading: Reading = { file, values, yaml, rules, pictures, diagnostics: [] };
  const article = articleOf(reading, parts, digestOf(bytes));
  const diagnostics = [...checked.diagnostics, ...pictures.diagnostics, ...reading.diagnostics];
  return hasErrors(diagnostics) ? { diagnostics } : { article, diagnostics };
}

/** A date before the file's name. */
export const datedName = /^(\d{4}-\d{2}-\d{2})-(?=.)/;

/** A key of front matter of which the reader makes no value does not compile. */
type ValueOfEveryKey = Readonly<Record<keyof FrontMatter, unknown>>;

function articleOf(reading: Reading, parts: ArticleParts, digest: string): Article & ValueOfEveryKey {
  const { file, values, rules, pictures } = reading;
  const { frontMatter, body, bodyLine } = parts;
  const fileStem = (file.split("/").at(-1) ?? "").replace(articleName, "");
  const language = values.language ?? rules.language;
  const image = imageOf(reading);
  const { dateline, kind } = values;
  const rendered = bodyOf(body, { language, dateline, kind, image }, rules, pictures);
  const placeInBody = placesInBody(file, body, bodyLine);
  for (const { src, line, isDescribed } of rendered.pictures) {
    pictures.noteInBody(src, placeInBody(src, line), isDescribed);
  }
  const headings = headingsOf(rendered.html, language, rendered.ids);
  const date = dateOf(reading, fileStem);
  return {
    file,
    digest,
    frontMatter,
    title: values.title,
    date,
    updated: values.updated === undefined ? undefined : momentOf(reading, values.updated, ["updated"]),
    categories: termsOf(reading, "category", "categories", values.categories),
    kind,
    series: seriesOf(reading),
    tags: termsOf(reading, "tag", "tags", values.tags),
    authors: termsOf(reading, "author", "authors", values.authors),
    source: sourceOf(reading),
    description: values.description ?? (standInFor(rendered.firstParagraph) || undefined),
    standfirst: values.description,
    dateline,
    image,
    place: dateline === undefined ? undefined : placeOfDateline(dateline),
    corrections: values.corrections.map(({ date, text }, index) => ({
      date: momentOf(reading, date, ["corrections", index, "date"]),
      text,
    })),
    draft: values.draft,
    expires: expiresOf(reading, date),
    priority: priorityOf(reading, date),
    slug: slugOfFile(reading, fileStem, language),
    permalink: values.permalink,
    aliases: values.aliases,
    language,
    direction: directionOf(language),
    readingMinutes: readingMinutes(rendered.html),
    headings,
    bodyIds: [...rendered.ids, ...headings.map(({ id }) => id)],
    internalLinks: rendered.internalLinks.map(({ href, line }) => ({
      href,
      place: placeInBody(href, line),
    })),
    pictures: pictures.noted,
    bodyHtml: new BodyHtml(digestOf(rendered.html), () => rendered.html),
  };
}

function dateOf(reading: Reading, fileStem: string): Moment {
  const text = reading.values.date ?? datedName.exec(fileStem)?.[1];
  if (text !== undefined) return momentOf(reading, text, ["date"]);
  tell(
    reading,
    [],
    "missing-key",
    'front matter has no "date"; add "date: 2026-11-20 08:30", or start the file\'s name with 2026-11-20-',
  );
  return noMoment;
}

function slugOfFile(reading: Reading, fileStem: string, language: string): string {
  const slug = reading.values.slug ?? slugOf(fileStem.replace(datedName, ""), language);
  if (slug === "") {
    tell(
      reading,
      [],
      "empty-slug",
      'the file\'s name has no letter or digit; rename it or add a line "slug: …"',
    );
  } else if (!fitsFileName(slug)) {
    tell(reading, [], "slug-too-long", `the file's name is too long; shorten it to ${slugLimitBytes} bytes`);
  }
  return slug;
}

function termsOf(reading: Reading, kind: TermKind, key: string, names: readonly string[]): Term[] {
  const terms = new Map<string, Term>();
  names.forEach((name, index) => {
    const term = reading.rules.readTerm(kind, name);
    if (isTermFault(term)) tell(reading, [key, index], term.code, term.message);
    else terms.set(term.name, term);
  });
  return [...terms.values()];
}

function seriesOf(reading: Reading): Article["series"] {
  const { values, rules } = reading;
  // As a category's, its address is made in the site's language, whatever that of the article is.
  const series = values.series === undefined ? undefined : newSeries(values.series, rules.language);
  if (series === undefined || !("code" in series)) return series;
  tell(reading, ["series"], series.code, series.message);
  return undefined;
}

function sourceOf(reading: Reading): Article["source"] {
  const { source } = reading.values;
  if (source === undefined) return undefined;
  const { name, url } = typeof source === "string" ? { name: source, url: undefined } : source;
  const term = reading.rules.readTerm("source", name);
  if (!isTermFault(term)) return { term, url };
  tell(reading, typeof source === "string" ? ["source"] : ["source", "name"], term.code, term.message);
  return undefined;
}

function imageOf(reading: Reading): Picture | undefined {
  if (reading.values.image === undefined) return undefined;
  const { src, ...words } = reading.values.image;
  reading.pictures.note(src, reading.yaml.placeOf(["image", "src"]));
  const rendition = reading.pictures.renditionOf(src);
  return rendition && { rendition, ...words };
}
