/** From a query to the articles that answer it. */
import type { FoundResult, SearchIndex } from "../opened/opened-index.ts";
import { resultsAtOnce } from "../opened/search-state.ts";
import { spellingsOf } from "../spellings.ts";
import { withPhrases } from "./phrases.ts";
import { quotedWords, readQuery } from "./query.ts";
import { type Answer, rankedAnswers } from "./ranking.ts";
import { otherWord, thoseThatBegin } from "./unknown-words.ts";
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
  const sightings = spellingsOf(word).map((spelling) => sightingOf(index, spelling));
  if (pieces !== undefined) sightings.push(index.lookUp(pieces).then((exact) => ({ all: [], exact })));
  return Promise.all(sightings);
}

/** A letter that begins no word of the index and ends none. */
const noLetter = "\u{187f7}";

async function sightingOf(index: SearchIndex, spelling: string): Promise<Sighting> {
  const exact = await index.lookUp(quotedWords([spelling]));
  // Digits begin other numbers, which are no answer.
  if (/^[\d.,]+$/.test(spelling)) return { all: exact, exact };
  const all = await index.lookUp(spelling);
  const exactIds = new Set(exact.map(({ id }) => id));
  const partOf = ({ id }: FoundResult) => index.articles.partOf(index.articles.places.get(id) ?? 0);
  const partsThatHaveIt = new Set(exact.map(partOf));
  // A part that has no word which begins with this gives the longest that it begins with: "a" for "american". Parts
  // that have it need no look: it may cost another piece of each.
  if (all.every((result) => partsThatHaveIt.has(partOf(result)))) return { all, exact };
  const shorter = await index.lookUp(spelling.replace(/.$/u, noLetter));
  const beginnings = new Map(shorter.map(({ id, words }) => [id, words.join()]));
  const isBeginning = ({ id, words }: FoundResult) =>
    !exactIds.has(id) && beginnings.get(id) === words.join();
  return { all, exact, beginnings: new Set(all.filter(isBeginning).map(({ id }) => id)) };
}

/** Few words may be written as one ("cease fire", "ceasefire"): more are hardly a name. */
const joinedLimit = 3;

/** Articles that have two words as one have both; nobody asks for them where others fill the page. */
async function addJoined(index: SearchIndex, words: readonly string[], seen: Sighting[][]): Promise<void> {
  if (words.length > joinedLimit) return;
  await Promise.all(
    words.slice(1).map(async (word, place) => {
      if (togetherIn(seen[place], seen[place + 1]) >= resultsAtOnce) return;
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

function joined({ weight, results }: WordFinding, more: readonly FoundResult[]): WordFinding {
  return { weight, results: [...results, ...more] };
}

function isKorean(word: string): boolean {
  return /^\p{Script=Hangul}+$/u.test(word);
}

type CheckedFinding = WordFinding & { readonly correction?: Correction };

/** What was found of a word, and where that is little, of those it begins; where it is nothing, of the word it may mean. */
async function findingOf(
  index: SearchIndex,
  word: string,
  sightings: readonly Sighting[],
  mayCorrect: boolean,
): Promise<CheckedFinding> {
  const { found, begun } = scoredWord(sightings, index.articles);
  // Korean words take particles that no stem tells.
  if (found.results.length > 0 && isKorean(word)) return joined(found, begun.results);
  const isWord = /^[\p{L}\p{M}]+$/u.test(word);
  if (!mayCorrect || !isWord || found.results.length >= resultsAtOnce)
    return found.results.length > 0 ? found : begun;
  const beginning: FoundResult[] = [];
  for await (const result of thoseThatBegin(word, begun.results)) {
    // One tells that the word is only begun yet.
    if (found.results.length === 0) return begun;
    beginning.push(result);
  }
  if (found.results.length > 0) return joined(found, beginning);
  const other = await otherWord(index, word);
  if (other === undefined) return { results: [], weight: 0 };
  const instead = scoredWord(await sightingsOf(index, other.word, other.phrase), index.articles);
  const finding = instead.found.results.length > 0 ? instead.found : instead.begun;
  return other.phrase === undefined ? { ...finding, correction: { word, other: other.word } } : finding;
}

/** A word that is said twice counts twice. */
function repeated({ weight, results }: WordFinding, times: number): WordFinding {
  if (times === 1) return { weight, results };
  return {
    weight: weight * times,
    results: results.map((result) => ({ ...result, score: result.score * times })),
  };
}
