/** Tags that mean one thing and are written as two. */
import type { Article } from "../../content/article/article.ts";
import { termPlaces } from "../../content/article/term-places.ts";
import { compareText } from "../../content/diagnostics/diagnostic.ts";
import type { Term, TermList } from "../../content/names/terms.ts";
import type { StyleFinding } from "../../content/style/levels.ts";

/** How often a term is used, as it is written first, and the first article with it in the order given. */
export type TermUse = { readonly term: Term; readonly article: Article; readonly count: number };

/** The uses of terms, one for each slug. */
export function termUses(
  articles: readonly Article[],
  termsOf: (article: Article) => readonly Term[],
): TermUse[] {
  const bySlug = new Map<string, { term: Term; article: Article; count: number }>();
  for (const article of articles) {
    for (const term of termsOf(article)) {
      const use = bySlug.get(term.slug);
      if (use === undefined) bySlug.set(term.slug, { term, article, count: 1 });
      else use.count += 1;
    }
  }
  return [...bySlug.values()];
}

/**
 * Tags that differ from another by plural, hyphen or accent. Each is told once, where it is first used, unless it
 * is the one that is used more, or site.yaml lists it. Two spellings of one slug are an error of their own
 * (`termConflicts`).
 */
export function similarTags(articles: readonly Article[], list: TermList | undefined): StyleFinding[] {
  const listed = new Set(list?.terms);
  const uses = termUses(articles, ({ tags }) => tags);
  /** The higher, the likelier it is meant. */
  const rank = ({ term, count }: TermUse) => (listed.has(term) ? Number.MAX_SAFE_INTEGER : count);
  const byKey = new Map<string, TermUse>();
  const meantBy = new Map<TermUse, TermUse>();
  const sorted = uses.sort((a, b) => rank(b) - rank(a) || compareText(a.term.slug, b.term.slug));
  for (const use of sorted) {
    const key = keyOf(use.term.slug);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, use);
    else meantBy.set(use, same);
  }
  for (const [key, use] of byKey) {
    for (const singular of singularsOf(key)) {
      const other = byKey.get(singular);
      if (other === undefined) continue;
      if (rank(other) >= rank(use)) meantBy.set(use, other);
      else meantBy.set(other, use);
    }
  }
  return [...meantBy].flatMap(([{ term, article }, meant]): StyleFinding[] => {
    if (listed.has(term)) return [];
    const many = meant.count === 1 ? "1 article has" : `${meant.count} articles have`;
    return [
      {
        place: termPlaces(article)(term),
        code: "similar-tags",
        message: `the tag "${term.name}" is nearly "${meant.term.name}", which ${many}; use one of them`,
      },
    ];
  });
}

/** A slug without hyphens, and without the accents of Latin letters. */
function keyOf(slug: string): string {
  return slug
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replaceAll("-", "");
}

/** What a plural in -s could be the plural of. */
function singularsOf(key: string): string[] {
  if (!/[a-z]{3}s$/.test(key) || /(?:ss|us|is|news)$/.test(key)) return [];
  if (key.endsWith("ies")) return [`${key.slice(0, -3)}y`, key.slice(0, -1)];
  return /(?:s|x|z|ch|sh)es$/.test(key) ? [key.slice(0, -2), key.slice(0, -1)] : [key.slice(0, -1)];
}
