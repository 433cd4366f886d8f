/** The spelling that was meant: of names in lists, and of names that have one address and are one word. */
import type { Article } from "../article/article.ts";
import { addressKeyOf, isSlip, spellingsIn } from "../article/spellings.ts";
import { near } from "../names/suggestion.ts";
import { isTermFault, type TermKind, type TermList, type TermLists, termReader } from "../names/terms.ts";

/**
 * Makes the function that finds the proper spelling of a name, or undefined where it has it or where more than one
 * could be meant. In a closed list it is the only name that is near; elsewhere the one that is meant of those with
 * its address, where it can only be a slip for that one.
 *
 * @param language the site's, which its addresses are made in
 */
export function properTerms(
  lists: TermLists,
  articles: readonly Article[],
  language?: string,
): (kind: TermKind, name: string) => string | undefined {
  const spellings = spellingsIn(articles, lists);
  const readTerm = termReader(lists, language);
  return (kind, name) => {
    const list = lists[kind];
    if (list?.byName.has(name)) return undefined;
    if (list !== undefined && kind !== "tag") return listedName(name, list);
    const term = readTerm(kind, name);
    const shared = isTermFault(term) ? undefined : spellings.get(addressKeyOf(term));
    if (shared === undefined || !isSlip(name, shared)) return undefined;
    const proper = shared.meant.term.name;
    return proper === name ? undefined : proper;
  };
}

function listedName(name: string, list: TermList): string | undefined {
  const names = [...list.byName.keys()];
  const sameLetters = names.filter((known) => known.toLowerCase() === name.toLowerCase());
  const candidates = sameLetters.length > 0 ? sameLetters : near(name, names);
  const meant = new Set(candidates.map((candidate) => list.byName.get(candidate)));
  return meant.size === 1 ? candidates[0] : undefined;
}
