/** Which articles answer a query, and in what order. */
import type { FoundResult } from "/pagefind/pagefind.js";
import type { ArticleList } from "../opened/article-list.ts";

/** What was found of one word, or of one phrase. */
export type Finding = {
  readonly results: readonly FoundResult[];
  /** A phrase must be in every article; of words, most may do. */
  readonly isPhrase: boolean;
};

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
  /** The articles that have the query as a phrase. */
  readonly asPhrase: readonly FoundResult[];
};

/** With fewer articles that have every word, those that have most of them are shown, too. */
const enough = 5;

/** Most of a query: so much of what the best article has of its weight, where a rare word weighs more. */
const mostOfBest = 0.6;

const phraseBonus = 1.5;
const recencyBonus = 0.25;

/**
 * Puts articles in order of relevance.
 *
 * An article's relevance is the sum of Pagefind's scores of the words, brought to one scale over all parts; an
 * article that lacks a word loses by the square of what it has of the query's weight. Those with every word come
 * first. Relevance is then multiplied by 1 + 0.25 × 2^(−age ÷ recencyDays), the age in days before the newest
 * article: newer counts for more where relevance is alike.
 */
export function rankedAnswers(findings: readonly Finding[], options: RankingOptions): Answer[] {
  const { articles, recencyDays } = options;
  const words = findings.filter((finding) => !finding.isPhrase).map((finding) => scaled(finding, articles));
  const phrases = findings.filter((finding) => finding.isPhrase).map((finding) => idsOf(finding.results));
  const asPhrase = idsOf(options.asPhrase);
  // A word that stands nowhere tells no article from another.
  const found = words.filter(({ results }) => results.length > 0);
  const totalWeight = found.reduce((sum, { weight }) => sum + weight, 0);
  const gathered = new Map<string, Gathered>();
  for (const { weight, scores, results } of found) {
    for (const result of results) {
      const { id, words: places } = result;
      const known = gathered.get(id) ?? { result, score: 0, weight: 0, count: 0, words: [] };
      known.score += scores.get(id) ?? 0;
      known.weight += weight;
      known.count += 1;
      known.words.push(...places);
      gathered.set(id, known);
    }
  }
  const newestDay = articles.days[0] ?? 0;
  const answers: Answer[] = [];
  for (const [id, { result, score, weight, count, words: places }] of gathered) {
    const place = articles.places.get(id);
    if (place === undefined || !phrases.every((phrase) => phrase.has(id))) continue;
    const share = totalWeight === 0 ? 1 : weight / totalWeight;
    const age = newestDay - (articles.days[place] ?? newestDay);
    const relevance = score * share ** 2 * (asPhrase.has(id) ? phraseBonus : 1);
    answers.push({
      place,
      score: relevance * (1 + recencyBonus * 2 ** (-age / recencyDays)),
      share,
      hasAll: count === words.length,
      result,
      words: places,
    });
  }
  const whole = answers.filter((answer) => answer.hasAll);
  const best = answers.reduce((most, { share }) => Math.max(most, share), 0);
  const shown = whole.length >= enough ? whole : answers.filter(({ share }) => share >= best * mostOfBest);
  return shown.sort((a, b) => Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.place - b.place);
}

type Gathered = {
  readonly result: FoundResult;
  score: number;
  weight: number;
  count: number;
  readonly words: number[];
};

type Scaled = {
  readonly weight: number;
  readonly scores: ReadonlyMap<string, number>;
  readonly results: readonly FoundResult[];
};

/**
 * Pagefind weighs a word by how rare it is in each part. Here it is weighed by how rare it is in all of them, so
 * that the scores of several parts compare.
 */
function scaled({ results }: Finding, articles: ArticleList): Scaled {
  const found = Array.from({ length: articles.partCount }, () => 0);
  const parts = new Map<string, number>();
  for (const { id } of results) {
    const part = articles.partOf(articles.places.get(id) ?? 0);
    parts.set(id, part);
    found[part] = (found[part] ?? 0) + 1;
  }
  const weight = rarity(articles.size, results.length);
  const factors = found.map((count, part) => weight / rarity(articles.sizeOf(part), count));
  const scores = new Map(results.map(({ id, score }) => [id, score * (factors[parts.get(id) ?? 0] ?? 1)]));
  return { weight, scores, results };
}

/** The inverse document frequency of BM25 (Robertson and Zaragoza 2009, §3.1), which never falls below zero. */
function rarity(articleCount: number, found: number): number {
  return Math.log(1 + (articleCount - found + 0.5) / (found + 0.5));
}

function idsOf(results: readonly FoundResult[]): ReadonlySet<string> {
  return new Set(results.map((result) => result.id));
}
