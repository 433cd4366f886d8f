/** From a query to the articles that answer it. */
import type { FoundResult } from "/pagefind/pagefind.js";
import type { SearchIndex } from "../opened/opened-index.ts";
import { wordsOf } from "../words.ts";
import { contentWords } from "./extract.ts";
import { withPhrases } from "./phrases.ts";
import { readQuery, spellingsOf } from "./query.ts";
import { type Answer, type Finding, rankedAnswers } from "./ranking.ts";
import { isSameWord, nearestWord } from "./spelling.ts";

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
  const telling = query.words.filter((word) => !index.common.has(word));
  const words = telling.length > 0 ? telling : query.words;
  const isShortPhrase = telling.length === query.words.length && words.length <= phraseLimit;
  const [found, phrases, asPhrase] = await Promise.all([
    Promise.all(words.map((word) => findWord(index, word))),
    Promise.all(query.phrases.map(index.lookUp)),
    query.asPhrase !== undefined && isShortPhrase ? index.lookUp(query.asPhrase) : [],
  ]);
  const findings: Finding[] = phrases.map((results) => ({ results, isPhrase: true }));
  const checked = await Promise.all(
    found.map((results, place) => checkedWord(index, words[place] ?? "", results, mayCorrect)),
  );
  for (const { results } of checked) findings.push({ results, isPhrase: false });
  const corrections = checked.flatMap(({ correction }) => correction ?? []);
  const { articles, file } = index;
  const ranked = rankedAnswers(findings, { articles, recencyDays: file.recencyDays, asPhrase });
  return { answers: await withPhrases(ranked, query.phrases), corrections };
}

/** Articles with any spelling of a word, each with its best score. */
async function findWord(index: SearchIndex, word: string): Promise<readonly FoundResult[]> {
  const [first = [], ...others] = await Promise.all(spellingsOf(word).map(index.lookUp));
  if (others.length === 0) return first;
  const best = new Map<string, FoundResult>();
  for (const result of [first, ...others].flat()) {
    const known = best.get(result.id);
    if (known === undefined || known.score < result.score) best.set(result.id, result);
  }
  return [...best.values()];
}

type CheckedWord = { readonly results: readonly FoundResult[]; readonly correction?: Correction };

/** What was found of a word; where that is nothing, or only its beginning, what is found of the word it may mean. */
async function checkedWord(
  index: SearchIndex,
  word: string,
  results: readonly FoundResult[],
  mayCorrect: boolean,
): Promise<CheckedWord> {
  if (!mayCorrect || !/^[\p{L}\p{M}]+$/u.test(word) || (await isFound(word, results))) return { results };
  const stem = await knownStem(index, word);
  const known = stem === undefined ? await index.loadWords() : undefined;
  if (known?.has(word)) return { results };
  const other = stem ?? nearestWord(word, known ?? new Map());
  if (other === undefined) return { results: [] };
  return { results: await findWord(index, other), correction: { word, other } };
}

/** Looks at the best results: whether what was found in one of them is the word. */
async function isFound(word: string, results: readonly FoundResult[]): Promise<boolean> {
  const spellings = spellingsOf(word);
  const best = results.toSorted((a, b) => b.score - a.score).slice(0, looks);
  for (const result of best) {
    const words = contentWords((await result.data()).content);
    const found = result.words.flatMap((place) => wordsOf(words[place] ?? ""));
    if (found.some((other) => spellings.some((spelling) => isSameWord(spelling, other)))) return true;
  }
  return false;
}

/** Most words are found at the first look; each costs a file. */
const looks = 5;

/** A Korean word without the particles at its end, where that is known. */
async function knownStem(index: SearchIndex, word: string): Promise<string | undefined> {
  if (!/^\p{Script=Hangul}+$/u.test(word)) return undefined;
  for (const length of [word.length - 1, word.length - 2].filter((letters) => letters >= 2)) {
    const stem = word.slice(0, length);
    if ((await index.lookUp(stem)).length > 0) return stem;
  }
  return undefined;
}
