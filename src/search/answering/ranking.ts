/** Which articles answer a query, and in what order. */
import type { ArticleList } from "../opened/article-list.ts";
import type { FoundResult } from "../opened/opened-index.ts";
import type { WordFinding } from "./word-scores.ts";

export type Answer = {
  /** In the list of articles. */
  readonly place: number;
  readonly score: number;
  /** Of the query's weight. */
  readonly share: number;
  readonly hasAll: boolean;
  readonly result: FoundResult;
  /** Places in the article's text. */
  readonly words: readonly number[];
};

export type RankingOptions = {
  readonly articles: ArticleList;
  readonly recencyDays: number;
  /** Of quoted phrases: every article must have each. */
  readonly phrases: readonly (readonly FoundResult[])[];
  /** The articles that have the query as a phrase. */
  readonly asPhrase: readonly FoundResult[];
};

/** Who asks by so few words means each of them. */
const fewWords = 3;

/** With fewer articles that have every one of few words, those that have most of them are shown, too. */
const enough = 5;

/** Most of few words: so much of what the best article has of their weight, where a rare word weighs more. */
const mostOfBest = 0.6;

/** Of many words, an article that scores less than this part of the best answers them by accident. */
const leastOfBest = 0.1;

/** How much an article loses that lacks words: the less, the more words there are. */
const coordination = 2;

const phraseBonus = 1.5;
const recencyBonus = 0.25;

/**
 * Puts articles in order of relevance.
 *
 * An article's relevance is the sum of the scores of the words it has (BM25), times its share of the query's weight
 * to the power of 2 ÷ words: of few words each is meant, and those with every word come first; many words vouch for
 * each other, and none is needed. It is multiplied by 1 + 0.25 ÷ words × 2^(−age ÷ recencyDays), the age in days before
 * the newest article: newer counts for more where relevance is alike, and the more is said, the less is left to guess.
 */
export function rankedAnswers(words: readonly WordFinding[], options: RankingOptions): Answer[] {
  const { articles, recencyDays } = options;
  const phrases = options.phrases.map(idsOf);
  const asPhrase = idsOf(options.asPhrase);
  // A word that stands nowhere tells no article from another.
  const found = words.filter(({ results }) => results.length > 0);
  const totalWeight = found.reduce((sum, { weight }) => sum + weight, 0);
  const newestDay = articles.days[0] ?? 0;
  const answers: Answer[] = [];
  for (const [id, { result, score, weight, count, words: places }] of gathered(found)) {
    const place = articles.places.get(id);
    if (place === undefined || !phrases.every((phrase) => phrase.has(id))) continue;
    const age = newestDay - (articles.days[place] ?? newestDay);
    const recency = 1 + (recencyBonus / found.length) * 2 ** (-age / recencyDays);
    const share = totalWeight === 0 ? 1 : weight / totalWeight;
    answers.push({
      place,
      score: score * share ** (coordination / found.length) * (asPhrase.has(id) ? phraseBonus : 1) * recency,
      share,
      hasAll: count === words.length,
      result,
      words: places,
    });
  }
  const isFew = found.length <= fewWords;
  return shownOf(answers, isFew).sort(
    (a, b) => (isFew ? Number(b.hasAll) - Number(a.hasAll) : 0) || b.score - a.score || a.place - b.place,
  );
}

function shownOf(answers: readonly Answer[], isFew: boolean): Answer[] {
  if (!isFew) {
    const best = answers.reduce((most, { score }) => Math.max(most, score), 0);
    return answers.filter(({ score }) => score >= best * leastOfBest);
  }
  const whole = answers.filter((answer) => answer.hasAll);
  if (whole.length >= enough) return whole;
  const best = answers.reduce((most, { share }) => Math.max(most, share), 0);
  return answers.filter(({ share }) => share >= best * mostOfBest);
}

type Gathered = {
  readonly result: FoundResult;
  score: number;
  weight: number;
  count: number;
  readonly words: number[];
};

/** What all words found of each article, by Pagefind's name of it. */
function gathered(found: readonly WordFinding[]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  for (const { weight, results } of found) {
    for (const result of results) {
      const known = all.get(result.id) ?? { result, score: 0, weight: 0, count: 0, words: [] };
      known.score += result.score;
      known.weight += weight;
      known.count += 1;
      known.words.push(...result.words);
      all.set(result.id, known);
    }
  }
  return all;
}

function idsOf(results: readonly FoundResult[]): ReadonlySet<string> {
  return new Set(results.map((result) => result.id));
}
