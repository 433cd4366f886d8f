import { beforeAll, describe, expect, test } from "vitest";
import {
  type CorpusArticle,
  corpusArticles,
  type JudgedQuery,
  judgedQueries,
  longArticles,
  longQueries,
  planOf,
} from "./corpus.ts";

/** Those that occur more than once. */
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe("what the search is judged by", () => {
  let short: CorpusArticle[];
  let long: CorpusArticle[];
  let open: JudgedQuery[];
  let held: JudgedQuery[];

  beforeAll(async () => {
    [short, long, open, held] = await Promise.all([
      corpusArticles(),
      longArticles(),
      longQueries("open"),
      longQueries("held"),
    ]);
  });

  test("are more than three hundred articles of several paragraphs, as a publication would have them", () => {
    expect(long.length).toBeGreaterThanOrEqual(300);
    const lengthOf = ({ body }: CorpusArticle) => body.split(/\s+/).length;
    expect(long.filter((article) => lengthOf(article) < 60 || lengthOf(article) > 160)).toEqual([]);
    expect(long.filter(({ body }) => !body.includes("\n\n"))).toEqual([]);
    const { articles, diagnostics } = planOf(long);
    expect(articles).toHaveLength(long.length);
    expect(diagnostics).toEqual([]);
  });

  test("have ids of their own, in both collections", () => {
    expect(repeated([...short, ...long].map(({ id }) => id))).toEqual([]);
    expect(repeated(long.map(({ title }) => title))).toEqual([]);
  });

  test("share no run of eight words", () => {
    const firstWith = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, title, body } of [...short, ...long]) {
      const words = `${title} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (let start = 0; start + 8 <= words.length; start += 1) {
        const run = words.slice(start, start + 8).join(" ");
        const other = firstWith.get(run);
        if (other === undefined) firstWith.set(run, id);
        else if (other !== id) shared.push(`${other}, ${id}: ${run}`);
      }
    }
    expect(shared).toEqual([]);
  });

  test("are queries of 6 to 25 words, each asked once", async () => {
    const queries = [...open, ...held].map(({ query }) => query);
    expect(queries.length).toBeGreaterThanOrEqual(60);
    const wordsOf = (query: string) => query.split(" ").length;
    expect(queries.filter((query) => wordsOf(query) < 6 || wordsOf(query) > 25)).toEqual([]);
    expect(repeated([...queries, ...(await judgedQueries()).map(({ query }) => query)])).toEqual([]);
  });

  test("are answered by known articles, each named once", () => {
    const known = new Set(long.map(({ id }) => id));
    for (const { query, ids, related } of [...open, ...held]) {
      expect(ids.length, query).toBeGreaterThan(0);
      expect(repeated([...ids, ...related]), query).toEqual([]);
      expect(
        [...ids, ...related].filter((id) => !known.has(id)),
        query,
      ).toEqual([]);
    }
  });

  test("are halves alike: as many sentences pasted, stories remembered and questions asked", () => {
    const groups = ["Pasted, from memory", "Remembered, in other words", "Asked"];
    for (const half of [open, held]) {
      expect([...new Set(half.map(({ group }) => group))]).toEqual(groups);
      for (const name of groups) expect(half.filter(({ group }) => group === name)).toHaveLength(15);
    }
  });
});
