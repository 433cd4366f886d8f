/** From a query to the articles that answer it. */
import type { SearchIndex } from "../opened/opened-index.ts";
import { spellingsOf } from "../spellings.ts";
import { withPhrases } from "./phrases.ts";
import { quotedWords, readQuery } from "./query.ts";
import { type Answer, rankedAnswers } from "./ranking.ts";
import { hasWordBegun, otherWord } from "./unknown-words.ts";
import { isInText, type Sighting, scoredWord, type WordFinding } from "./word-scores.ts";

export type Outcome = {
  /** The most relevant first. */
  readonly answers: readonly Answer[];
  /** Words that stand nowhere, and those looked up in their place. */
  readonly corrections: readonly Correction[];
};

export type Correction = { readonly word: string; readonly other: string };

/** A query of more words is hardly a phrase of a story. */
const phraseLimit = 6;

/** Finds the articles of the parts that are loaded. Words that stand nowhere are replaced if `mayCorrect`. */
export async function findArticles(index: SearchIndex, text: string, mayCorrect: boolean): Promise<Outcome> {
  const query = readQuery(text);
  const all = [...query.words.keys()];
  const telling = all.filter((word) => !index.common.has(word));
  const words = telling.length > 0 ? telling : all;
  const isShortPhrase = telling.length === all.length && words.length <= phraseLimit;
  const [seen, phrases, asPhrase] = await Promise.all([
    Promise.all(words.map((word) => sightingsOf(index, word, query.pieces.get(word)))),
    Promise.all(query.phrases.map(index.lookUp)),
    query.asPhrase !== undefined && isShortPhrase ? index.lookUp(query.asPhrase) : [],
  ]);
  await addJoined(index, words, seen);
  const findings = await Promise.all(
    words.map((word, place) => findingOf(index, word, seen[place] ?? [], mayCorrect)),
  );
  const { articles, file } = index;
  const options = { articles, recencyDays: file.recencyDays, phrases, asPhrase: asPhrase.filter(isInText) };
  const weighed = findings.map((finding, place) =>
    repeated(finding, query.words.get(words[place] ?? "") ?? 1),
  );
  const ranked = rankedAnswers(weighed, options);
  const corrections = findings.flatMap(({ correction }) => correction ?? []);
  return { answers: await withPhrases(ranked, query.phrases), corrections };
}

/** What Pagefind finds of each spelling of a word, and of its pieces as a phrase. */
async function sightingsOf(index: SearchIndex, word: string, pieces?: string): Promise<Sighting[]> {
  const sightings = spellingsOf(word).map(async (spelling): Promise<Sighting> => {
    const exact = index.lookUp(quotedWords([spelling]));
    // Digits begin other numbers, which are no answer.
    const all = /^[\d.,]+$/.test(spelling) ? exact : index.lookUp(spelling);
    return { all: await all, exact: await exact };
  });
  if (pieces !== undefined) sightings.push(index.lookUp(pieces).then((exact) => ({ all: [], exact })));
  return Promise.all(sightings);
}

/** Few words may be written as one ("cease fire", "ceasefire"): more are hardly a name. */
const joinedLimit = 3;

/** Where so many articles have both words, nobody asks for those that have them as one. */
const enough = 5;

/** Articles that have two words as one have both. */
async function addJoined(index: SearchIndex, words: readonly string[], seen: Sighting[][]): Promise<void> {
  if (words.length > joinedLimit) return;
  await Promise.all(
    words.slice(1).map(async (word, place) => {
      if (togetherIn(seen[place], seen[place + 1]) >= enough) return;
      const joined = `${words[place] ?? ""}${word}`;
      const exact = await index.lookUp(quotedWords([joined]));
      if (exact.length === 0) return;
      for (const sightings of [seen[place], seen[place + 1]]) sightings?.push({ all: [], exact });
    }),
  );
}

/** How many articles have both of two words. */
function togetherIn(one: readonly Sighting[] = [], other: readonly Sighting[] = []): number {
  const idsOf = (sightings: readonly Sighting[]) =>
    new Set(sightings.flatMap(({ exact }) => exact.map(({ id }) => id)));
  const others = idsOf(other);
  return [...idsOf(one)].filter((id) => others.has(id)).length;
}

type CheckedFinding = WordFinding & { readonly correction?: Correction };

/** What was found of a word; where that is nothing, or only its beginning, what is found of the word it may mean. */
async function findingOf(
  index: SearchIndex,
  word: string,
  sightings: readonly Sighting[],
  mayCorrect: boolean,
): Promise<CheckedFinding> {
  const finding = scoredWord(sightings, index.articles);
  if (sightings.some(({ exact }) => exact.some(isInText))) return finding;
  if (!mayCorrect || !/^[\p{L}\p{M}]+$/u.test(word) || (await hasWordBegun(word, finding.results)))
    return finding;
  const other = await otherWord(index, word);
  if (other === undefined) return { results: [], weight: 0 };
  const found = scoredWord(await sightingsOf(index, other.word, other.phrase), index.articles);
  return other.phrase === undefined ? { ...found, correction: { word, other: other.word } } : found;
}

/** A word that is said twice counts twice. */
function repeated({ weight, results }: WordFinding, times: number): WordFinding {
  if (times === 1) return { weight, results };
  return {
    weight: weight * times,
    results: results.map((result) => ({ ...result, score: result.score * times })),
  };
}
