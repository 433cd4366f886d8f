/** What comes of reading some articles, as plain values, which can cross threads and stand in files: bodies are apart. */
import type { Article, ContentRules } from "../../content/article/article.ts";
import type { FileReading } from "../../content/files/articles-folder.ts";
import { BodyHtml } from "../../content/markup/body-html.ts";
import { isTermFault, type Term, type TermKind } from "../../content/names/terms.ts";

/** A value with its terms by their names. What would not come through JSON as it was, such as a function, does not compile. */
type Plain<Value> = Value extends string | number | boolean | undefined
  ? Value
  : Value extends Term
    ? string
    : Value extends (...parameters: never) => unknown
      ? never
      : { readonly [Key in keyof Value]: Plain<Value[Key]> };

/** An article without the HTML of its body. */
export type ArticleRecord = Plain<Omit<Article, "bodyHtml">> & { readonly bodyDigest: string };

type ArticleTerms = Pick<Article, "categories" | "tags" | "authors"> & {
  readonly source: Article["source"];
};

export function recordOf({ bodyHtml, ...values }: Article): ArticleRecord {
  const nameOf = ({ name }: Term) => name;
  return {
    ...values,
    categories: values.categories.map(nameOf),
    tags: values.tags.map(nameOf),
    authors: values.authors.map(nameOf),
    source: values.source && { ...values.source, term: nameOf(values.source.term) },
    bodyDigest: bodyHtml.digest,
  };
}

/**
 * The article of a record.
 *
 * @param rules those it was read by; a term is one object, whichever article names it
 * @param makeBody gives the HTML of its body
 */
export function articleOf(
  { bodyDigest, ...values }: ArticleRecord,
  rules: ContentRules,
  makeBody: () => string,
): Article {
  return { ...values, ...termsIn(values, rules), bodyHtml: new BodyHtml(bodyDigest, makeBody) };
}

/** The terms that a record names. */
export function termsIn(
  values: Pick<ArticleRecord, keyof ArticleTerms>,
  { readTerm }: ContentRules,
): ArticleTerms {
  const termOf = (kind: TermKind, name: string): Term => {
    const term = readTerm(kind, name);
    if (isTermFault(term))
      throw new Error(`the ${kind} "${name}" was read and is not known: ${term.message}`);
    return term;
  };
  return {
    categories: values.categories.map((name) => termOf("category", name)),
    tags: values.tags.map((name) => termOf("tag", name)),
    authors: values.authors.map((name) => termOf("author", name)),
    source: values.source && { ...values.source, term: termOf("source", values.source.term) },
  };
}

export type PackedReadings = {
  readonly readings: readonly (Omit<FileReading, "article"> & {
    readonly record?: ArticleRecord | undefined;
  })[];
  /** The HTML of all bodies, UTF-8. */
  readonly bodies: Uint8Array;
  /** Where in it the body of each article ends. */
  readonly ends: readonly number[];
};

export function packed(readings: readonly FileReading[]): PackedReadings {
  const texts = readings.map(({ article }) => (article === undefined ? "" : String(article.bodyHtml)));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bodies = Buffer.from(new SharedArrayBuffer(size));
  let end = 0;
  const ends = texts.map((text) => {
    end += bodies.write(text, end);
    return end;
  });
  return {
    readings: readings.map(({ article, ...reading }) => ({
      ...reading,
      record: article && recordOf(article),
    })),
    bodies,
    ends,
  };
}

/** @param rules those the articles were read by */
export function unpacked({ readings, ends, bodies }: PackedReadings, rules: ContentRules): FileReading[] {
  const bytes = Buffer.from(bodies.buffer, bodies.byteOffset, bodies.byteLength);
  return readings.map(({ record, ...reading }, index) => {
    if (record === undefined) return reading;
    const [start, end] = [ends[index - 1] ?? 0, ends[index] ?? 0];
    return { ...reading, article: articleOf(record, rules, () => bytes.toString("utf8", start, end)) };
  });
}
