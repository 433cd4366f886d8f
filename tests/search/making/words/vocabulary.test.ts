import { describe, expect, test } from "vitest";
import { searchRecords } from "../../../../src/search/making/records.ts";
import { RecordWords } from "../../../../src/search/making/words/vocabulary.ts";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { articlesOf, siteOf } from "../../../site-values.ts";

/** The words of articles with these headlines; each has "Text." for its body, and "News" for its category. */
function wordsOf(headlines: readonly string[]): RecordWords {
  const site = siteOf();
  const articles = articlesOf(
    site,
    headlines.map((headline) => [headline, "2026-11-20"]),
  );
  const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
  const words = new RecordWords();
  for (const record of searchRecords(plan)) words.add(record, String(record.body));
  return words;
}

const numbered = (count: number, headline: string) =>
  Array.from({ length: count }, (_, index) => `${headline} ${index}`);

describe("the vocabulary of some articles", () => {
  test("tells in how many a word stands, once for each, and names no numbers and no words of two letters", () => {
    expect(wordsOf(["Ferry to the ferry", "Night ferry 2026"]).known(() => 0)).toEqual({
      ferry: 2,
      news: 2,
      night: 1,
      text: 2,
      the: 1,
    });
  });

  test("calls a word common that stands in a third of them, once there are thirty", () => {
    const common = (ferries: number, others: number) =>
      wordsOf([...numbered(ferries, "Ferry"), ...numbered(others, "Market")])
        .common()
        .filter((word) => /^[a-z]/.test(word));
    expect(common(10, 20)).toEqual(["ferry", "market", "news", "text"]);
    expect(common(10, 21)).toEqual(["market", "news", "text"]);
    expect(common(10, 19)).toEqual([]);
  });

  test("marks where the ending of a word begins", () => {
    const endingOf = (word: string) => (word === "riding" ? 3 : 0);
    expect(wordsOf(["Riding"]).known(endingOf)).toEqual({ "rid/ing": 1, news: 1, text: 1 });
  });

  test.for([
    ["the other spellings of the words that have one", "Müller in Łódź, Müller", "mueller lodz"],
    ["Vietnamese names without marks and spaces", "Đêm ở Hồ Chí Minh", "dem hochi chiminh hochiminh"],
    ["pieces that Pagefind does not part", "کتاب‌های", "کتاب های"],
    ["no pieces that it parts", "Cease-fire", ""],
  ] as const)("gives %s", ([, headline, others]) => {
    expect(wordsOf([headline]).otherSpellings(0)).toBe(others);
  });
});
