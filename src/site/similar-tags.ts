/** Tags that mean one thing and are written as two. */
import { type Article, placeInFrontMatter } from "../content/article.ts";
import { compareText } from "../content/diagnostic.ts";
import type { StyleFinding } from "../content/house-style.ts";

type TagUse = {
  readonly name: string;
  readonly slug: string;
  /** The first article with it, in the order given, and its place in that one's list. */
  readonly article: Article;
  readonly index: number;
  count: number;
};

/**
 * Tags that differ from another by plural, hyphen or accent. Each is told once, where it is first used, unless it
 * is the one that is used more. Two spellings of one slug are an error of their own (`termConflicts`).
 */
export function similarTags(articles: readonly Article[]): StyleFinding[] {
  const uses = usesBySlug(articles);
  const byKey = new Map<string, TagUse>();
  const meantBy = new Map<TagUse, TagUse>();
  const sorted = [...uses.values()].sort((a, b) => b.count - a.count || compareText(a.slug, b.slug));
  for (const use of sorted) {
    const key = keyOf(use.slug);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, use);
    else meantBy.set(use, same);
  }
  for (const [key, use] of byKey) {
    for (const singular of singularsOf(key)) {
      const other = byKey.get(singular);
      if (other === undefined) continue;
      if (other.count >= use.count) meantBy.set(use, other);
      else meantBy.set(other, use);
    }
  }
  return [...meantBy].map(([{ name, article, index }, meant]) => {
    const many = meant.count === 1 ? "1 article has" : `${meant.count} articles have`;
    return {
      place: placeInFrontMatter(article, ["tags", index]),
      code: "similar-tags",
      message: `the tag "${name}" is nearly "${meant.name}", which ${many}; use one of them`,
    };
  });
}

function usesBySlug(articles: readonly Article[]): Map<string, TagUse> {
  const uses = new Map<string, TagUse>();
  for (const article of articles) {
    article.tags.forEach(({ name, slug }, index) => {
      const known = uses.get(slug);
      if (known === undefined) uses.set(slug, { name, slug, article, index, count: 1 });
      else known.count += 1;
    });
  }
  return uses;
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
