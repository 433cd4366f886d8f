/** Articles as plain values, which can cross threads and stand in files: their bodies are apart from them. */
import type { Article, ContentRules } from "../../content/article/article.ts";
import { BodyHtml } from "../../content/markup/body-html.ts";
import { isTermFault, type Term } from "../../content/names/terms.ts";

/** An article without the HTML of its body. */
export type ArticleRecord = Omit<Article, "bodyHtml"> & { readonly bodyDigest: string };

export function recordOf({ bodyHtml, ...values }: Article): ArticleRecord {
  return { ...values, bodyDigest: bodyHtml.digest };
}

/**
 * The article of a record.
 *
 * @param rules those it was read by; a term is one object, whichever article names it
 * @param makeBody gives the HTML of its body
 */
export function articleOf(
  { bodyDigest, ...values }: ArticleRecord,
  { readTerm }: ContentRules,
  makeBody: () => string,
): Article {
  const known = ({ kind, name }: Term): Term => {
    const term = readTerm(kind, name);
    if (isTermFault(term))
      throw new Error(`the ${kind} "${name}" was read and is not known: ${term.message}`);
    return term;
  };
  const { categories, tags, authors, source } = values;
  return {
    ...values,
    categories: categories.map(known),
    tags: tags.map(known),
    authors: authors.map(known),
    source: source && { ...source, term: known(source.term) },
    bodyHtml: new BodyHtml(bodyDigest, makeBody),
  };
}
