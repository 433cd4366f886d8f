import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/content/article/reading/article-reading.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { contentRules, readSite } from "../../../src/site/settings/site.ts";
import { articleText, smallSite } from "../../site-folder.ts";
import { rendition } from "../../site-values.ts";

function planOf(...texts: readonly string[]) {
  const { site } = readSite(smallSite);
  if (site === undefined) throw new Error("the site is at fault");
  const rules = contentRules(site, new Map([["articles/ferry.png", rendition]]));
  const articles = texts.map((text, index) => {
    const { article } = readArticle(`articles/a${index}.md`, Buffer.from(text), rules);
    if (article === undefined) throw new Error("the article is at fault");
    return article;
  });
  const { pages, articles: shown } = planSite(site, articles, {
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
  });
  return { pages, cards: shown.flatMap(({ card }) => card ?? []) };
}

describe("what stands for a page where it is shared", () => {
  test("is an article's picture as a JPEG, with its whole address", () => {
    const { pages, cards } = planOf(
      articleText("A", "2026-11-02", ["image: {src: ferry.png, alt: a ferry}"]),
    );
    expect(pages.article[0]?.view().shareImage).toEqual({
      url: "https://small.example/media/aa/1-900.jpg",
      width: 900,
      height: 450,
      alt: "a ferry",
    });
    expect(cards).toEqual([]);
  });

  test("is an article's card where it has no picture", () => {
    const { pages, cards } = planOf(articleText("Harbour & tunnel", "2026-11-02"));
    expect(cards).toHaveLength(1);
    expect(pages.article[0]?.view().shareImage).toEqual({
      url: `https://small.example/${cards[0]?.file}`,
      width: 1200,
      height: 630,
      alt: "Harbour & tunnel",
    });
  });

  test("is a card for the newest thousand articles, drafts left out, and nothing for older ones, but for those of one moment", () => {
    const at = (minute: number) =>
      articleText("A", new Date(Date.parse("2026-11-01T00:00Z") + minute * 60_000).toISOString());
    const minutes = Array.from({ length: 1001 }, (_, minute) => minute);
    const withCards = ({ pages }: ReturnType<typeof planOf>) =>
      pages.article.filter((page) => page.view().shareImage !== undefined).length;
    const thousand = planOf(...minutes.slice(1).map(at));
    expect([thousand.cards.length, withCards(thousand)]).toEqual([1000, 1000]);
    const draft = articleText("B", "2026-11-02", ["draft: true"]);
    const more = planOf(...minutes.map(at), draft);
    expect([more.cards.length, withCards(more)]).toEqual([1000, 1000]);
    expect(more.pages.article.at(-1)?.view().shareImage).toBeUndefined();
    expect(planOf(...minutes.map(at), at(1)).cards).toHaveLength(1001);
  });

  test("is nothing on pages of several articles", () => {
    const { pages } = planOf(articleText("A", "2026-11-02"));
    for (const page of [...pages.home, ...pages.listing, ...pages.index]) {
      expect(page.view().shareImage, page.address).toBeUndefined();
    }
  });

  test("has another card name with every word it shows, and the same while they stay", () => {
    const fileOf = (text: string) => planOf(text).cards[0]?.file;
    const first = fileOf(articleText("A", "2026-11-02"));
    expect(fileOf(articleText("A", "2026-11-09", ["tags: [ferry]"], "Another body."))).toBe(first);
    expect(fileOf(articleText("B", "2026-11-02"))).not.toBe(first);
    expect(fileOf(articleText("A", "2026-11-02", ["categories: [Sport]"]))).not.toBe(first);
    expect(fileOf(articleText("A", "2026-11-02", ["language: ja"]))).not.toBe(first);
  });
});
