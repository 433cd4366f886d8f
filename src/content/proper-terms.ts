/** The spelling that was meant: of names in closed lists, and of names that differ by letter case alone. */
import type { Article } from "./article.ts";
import { compareText } from "./diagnostic.ts";
import { near } from "./suggestion.ts";
import type { TermKind, TermList, TermLists } from "./terms.ts";

/**
 * Makes the function that finds the proper spelling of a name, or undefined where it has it or where more than one
 * could be meant. In a closed list it is the only name that is near; elsewhere the spelling most articles have.
 */
export function properTerms(
  lists: TermLists,
  articles: readonly Article[],
): (kind: TermKind, name: string) => string | undefined {
  const usual = usualSpellings(articles);
  return (kind, name) => {
    const list = kind === "tag" ? undefined : lists[kind];
    const proper = list === undefined ? usual.get(keyOf(kind, name)) : listedName(name, list);
    return proper === name ? undefined : proper;
  };
}

function listedName(name: string, list: TermList): string | undefined {
  if (list.byName.has(name)) return name;
  const names = [...list.byName.keys()];
  const sameLetters = names.filter((known) => known.toLowerCase() === name.toLowerCase());
  const candidates = sameLetters.length > 0 ? sameLetters : near(name, names);
  const meant = new Set(candidates.map((candidate) => list.byName.get(candidate)));
  return meant.size === 1 ? candidates[0] : undefined;
}

function usualSpellings(articles: readonly Article[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { categories, tags, authors, source } of articles) {
    for (const { kind, name } of [...categories, ...tags, ...authors, ...(source ? [source.term] : [])]) {
      const key = keyOf(kind, name);
      const spellings = counts.get(key) ?? new Map<string, number>();
      counts.set(key, spellings.set(name, (spellings.get(name) ?? 0) + 1));
    }
  }
  const usual = new Map<string, string>();
  for (const [key, spellings] of counts) {
    const [most] = [...spellings].sort(([a, countA], [b, countB]) => countB - countA || compareText(b, a));
    if (most !== undefined) usual.set(key, most[0]);
  }
  return usual;
}

function keyOf(kind: TermKind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}
