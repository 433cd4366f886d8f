/** From a query to the articles that answer it. */
import type { FoundResult } from "/pagefind/pagefind.js";
import { readQuery, spellingsOf } from "./query.ts";
import { type Answer, type Finding, rankedAnswers } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import { nearestWord } from "./spelling.ts";

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
  const corrections: Correction[] = [];
  const findings: Finding[] = phrases.map((results) => ({ results, isPhrase: true }));
  for (const [place, results] of found.entries()) {
    const word = words[place] ?? "";
    const other = results.length === 0 && mayCorrect ? await correction(index, word) : undefined;
    if (other !== undefined) corrections.push({ word, other });
    findings.push({ results: other === undefined ? results : await findWord(index, other), isPhrase: false });
  }
  const { articles, file } = index;
  const answers = rankedAnswers(findings, { articles, recencyDays: file.recencyDays, asPhrase });
  return { answers, corrections };
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

async function correction(index: SearchIndex, word: string): Promise<string | undefined> {
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return undefined;
  return (await knownStem(index, word)) ?? nearestWord(word, await index.loadWords());
}

/** A Korean word without the particles at its end, where that is known. */
async function knownStem(index: SearchIndex, word: string): Promise<string | undefined> {
  if (!/^\p{Script=Hangul}+$/u.test(word)) return undefined;
  for (const length of [word.length - 1, word.length - 2].filter((letters) => letters >= 2)) {
    const stem = word.slice(0, length);
    if ((await index.lookUp(stem)).length > 0) return stem;
  }
  return undefined;
}
