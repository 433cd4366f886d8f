/** Spellings: names that are written differently and have one address, and which of them is meant. */

import { compareText } from "../diagnostics/diagnostic.ts";
import { compareFiles } from "../names/name-order.ts";
import type { Term, TermLists } from "../names/terms.ts";
import type { Article } from "./article.ts";

export type Spelling = {
  readonly term: Term;
  /** How many articles have it. */
  count: number;
  /** The first of these by the names of files; undefined where site.yaml lists the term. */
  file: string | undefined;
};

export type Spellings = {
  /** The one that site.yaml lists; else the one that most articles have. */
  readonly meant: Spelling;
  /** The names that stand in one article with the one that is meant, so that they must be others. */
  readonly besideMeant: ReadonlySet<string>;
};

/** Kind and slug: what terms of one address have in common. */
export function addressKeyOf({ kind, slug }: Term): string {
  return `${kind}/${slug}`;
}

/** All terms of an article. */
export function termsOf({ categories, tags, authors, source }: Article): readonly Term[] {
  const terms = [...categories, ...tags, ...authors];
  return source === undefined ? terms : [...terms, source.term];
}

/** The addresses that more than one spelling has, by `addressKeyOf`. */
export function contestedAddresses(articles: readonly Article[], lists: TermLists): Set<string> {
  const contested = new Set<string>();
  const nameOf = new Map<string, string>();
  const seen = new Set<Term>();
  const see = (term: Term) => {
    if (seen.has(term)) return;
    seen.add(term);
    const key = addressKeyOf(term);
    const name = nameOf.get(key);
    if (name === undefined) nameOf.set(key, term.name);
    else if (name !== term.name) contested.add(key);
  };
  for (const list of Object.values(lists)) list.terms.forEach(see);
  for (const article of articles) termsOf(article).forEach(see);
  return contested;
}

/**
 * The spellings of addresses, by `addressKeyOf`.
 *
 * @param isWanted whether an address is asked for
 */
export function spellingsIn(
  articles: readonly Article[],
  lists: TermLists,
  isWanted: (addressKey: string) => boolean = () => true,
): Map<string, Spellings> {
  const found = new Map<string, Map<string, Spelling>>();
  const count = (term: Term, file: string | undefined): void => {
    const key = addressKeyOf(term);
    if (!isWanted(key)) return;
    const spellings = found.get(key) ?? new Map<string, Spelling>();
    found.set(key, spellings);
    const known = spellings.get(term.name);
    if (known === undefined || file === undefined) {
      spellings.set(term.name, { term, count: file === undefined ? 0 : 1, file });
      return;
    }
    known.count += 1;
    if (known.file !== undefined && compareFiles(file, known.file) < 0) known.file = file;
  };
  for (const list of Object.values(lists)) for (const term of list.terms) count(term, undefined);
  for (const article of articles) for (const term of termsOf(article)) count(term, article.file);
  const meantOnes = new Map<string, { meant: Spelling; besideMeant: Set<string> }>();
  for (const [key, spellings] of found) {
    const [meant] = [...spellings.values()].sort(likeliestFirst);
    if (meant !== undefined) meantOnes.set(key, { meant, besideMeant: new Set() });
  }
  for (const article of articles) {
    const terms = termsOf(article);
    const names = new Set(terms.map(({ kind, name }) => `${kind}/${name}`));
    for (const term of terms) {
      const shared = meantOnes.get(addressKeyOf(term));
      if (shared === undefined || term.name === shared.meant.term.name) continue;
      if (names.has(`${term.kind}/${shared.meant.term.name}`)) shared.besideMeant.add(term.name);
    }
  }
  return meantOnes;
}

function likeliestFirst(a: Spelling, b: Spelling): number {
  const [fileOfA, fileOfB] = [a.file ?? "", b.file ?? ""];
  return (
    Number(b.file === undefined) - Number(a.file === undefined) ||
    b.count - a.count ||
    compareFiles(fileOfA, fileOfB) ||
    compareText(a.term.name, b.term.name)
  );
}

/**
 * Whether a name can only be a slip for the one that is meant: letter case, spaces, hyphens, quotes and the stops
 * of a sentence are all that is different, and nobody wrote both of one story. "C++" is no slip for "C".
 */
export function isSlip(name: string, { meant, besideMeant }: Spellings): boolean {
  return !besideMeant.has(name) && signsOf(name) === signsOf(meant.term.name);
}

const withoutMeaning =
  /(?<=[\p{L}\p{M}\p{N}])[.!?…]+(?!\p{N})|[\p{L}\p{M}\p{N}\p{Pd}\p{Pi}\p{Pf}\p{Cf}\s_,;:'"()[\]ʼ]/gu;

/** What of a name is neither letter nor digit, and may make another name of it: the plus signs of "C++". */
function signsOf(name: string): string {
  return name.replace(withoutMeaning, "");
}
