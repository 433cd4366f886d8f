/** How much a word says of each article that has it: the terms of BM25, comparable over all parts of the index. */

import type { ArticleList } from "../opened/article-list.ts";
import type { FoundResult } from "../opened/opened-index.ts";

/** What Pagefind finds of one spelling of a word. */
export type Sighting = {
  /** Those that have it, or a word that begins with its stem; where there is none, the longest word it begins with. */
  readonly all: readonly FoundResult[];
  /** Those that have it, or a word of the same stem. */
  readonly exact: readonly FoundResult[];
  /** Those of all that have only its beginning. */
  readonly beginnings?: ReadonlySet<string>;
};

export type WordFinding = {
  /** With scores that compare over all parts and add up over words. */
  readonly results: readonly FoundResult[];
  /** The word's inverse document frequency: what an article that has it once scores by it. */
  readonly weight: number;
};

/** What is found of a word: where it stands itself, and where it is only the beginning of another. */
export type ScoredWord = { readonly found: WordFinding; readonly begun: WordFinding };

/**
 * Scores the articles that have a word in any of its spellings.
 *
 * Pagefind weighs a word by how rare it is, and all that it begins, in each part. Here it is weighed by how rare it is
 * in all of them. Where no article has the word, the best that it begins scores as if the word stood there once.
 */
export function scoredWord(sightings: readonly Sighting[], articles: ArticleList): ScoredWord {
  const exact = new Set(sightings.flatMap(({ exact }) => exact.filter(isInText).map(({ id }) => id)));
  const frequencies = new Map<string, number>();
  const best = new Map<string, FoundResult>();
  for (const sighting of sightings) {
    for (const [result, frequency] of weighedFrequencies(sighting, articles)) {
      if (sighting.beginnings?.has(result.id) || (frequencies.get(result.id) ?? -1) >= frequency) continue;
      frequencies.set(result.id, frequency);
      best.set(result.id, result);
    }
  }
  // A function takes no hundred thousand arguments.
  const most = exact.size > 0 ? 1 : [...frequencies.values()].reduce((a, b) => Math.max(a, b), 0);
  const findingOf = (results: readonly FoundResult[], weight: number): WordFinding => ({
    weight,
    results: results.map((result) => ({
      ...result,
      score: (weight * (frequencies.get(result.id) ?? 0)) / (most || 1),
    })),
  });
  const all = [...best.values()];
  return {
    found: findingOf(
      all.filter(({ id }) => exact.has(id)),
      rarity(articles.size, exact.size),
    ),
    begun: findingOf(
      all.filter(({ id }) => !exact.has(id)),
      rarity(articles.size, all.length),
    ),
  };
}

/** The weighed and saturated frequency of the word in each article: Pagefind's score without the word's rarity. */
function weighedFrequencies({ all, exact }: Sighting, articles: ArticleList): [FoundResult, number][] {
  const partOf = ({ id }: FoundResult) => articles.partOf(articles.places.get(id) ?? 0);
  const counts = Array.from({ length: articles.partCount }, () => 0);
  for (const result of all) counts[partOf(result)] = (counts[partOf(result)] ?? 0) + 1;
  const rarities = counts.map((count, part) => rarity(articles.sizeOf(part), count));
  const known = new Set(all.map(({ id }) => id));
  // What is found as a phrase alone stands there at least once.
  const asPhrase = exact.filter((result) => isInText(result) && !known.has(result.id));
  return [
    ...all
      .filter(isInText)
      .map((result): [FoundResult, number] => [result, result.score / (rarities[partOf(result)] ?? 1)]),
    ...asPhrase.map((result): [FoundResult, number] => [result, 1]),
  ];
}

/** Pagefind indexes the dates and addresses it is told of each article, too, at no place of the text. */
export function isInText({ words }: FoundResult): boolean {
  return words.length > 0;
}

/** The inverse document frequency of BM25 (Robertson and Zaragoza 2009, §3.1), which never falls below zero. */
function rarity(articleCount: number, found: number): number {
  return Math.log(1 + (articleCount - found + 0.5) / (found + 0.5));
}
