import { rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/content/article/reading/article-reading.ts";
import { cardOf } from "../../src/site/machines/cards.ts";
import { contentRules, readSite } from "../../src/site/settings/site.ts";
import { halves } from "../picture-files.ts";
import { articleText, builtSite, filesBelow, siteFolder, smallSite } from "../site-folder.ts";

async function cardsOf(folder: string): Promise<Buffer[]> {
  const files = await filesBelow(join(folder, "_site"));
  return [...files]
    .filter(([path]) => /^media\/[0-9a-f]{2}\/[0-9a-f]{16}-card\.png$/.test(path))
    .map(([, bytes]) => Buffer.from(bytes, "latin1"));
}

/** The share of the dark pixels of the headline's part of a card, left and right of its middle. */
async function inkOf(card: Buffer): Promise<{ left: number; right: number }> {
  const [left = 0, right = 0] = await Promise.all(
    [0, 600].map(async (from) => {
      const pixels = await sharp(card)
        .extract({ left: from, top: 150, width: 600, height: 350 })
        .greyscale()
        .threshold(128)
        .raw()
        .toBuffer();
      return pixels.filter((value) => value === 0).length / pixels.length;
    }),
  );
  return { left, right };
}

const withCards = { "site.yaml": smallSite };

describe("an article without a picture", () => {
  test("has a card of 1200 × 630 in the site's colour for where it is shared; one with a picture has none", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}accent: "#0b6e4f"\n`,
      "articles/ferry.jpg": await halves(20, 10),
      "articles/a.md": articleText("A", "2026-11-02", ["image: {src: ferry.jpg, alt: a ferry}"]),
      "articles/b.md": articleText("B", "2026-11-01"),
    });
    await builtSite(folder);
    const cards = await cardsOf(folder);
    expect(cards).toHaveLength(1);
    expect(await sharp(cards[0]).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    const bar = await sharp(cards[0]).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
    expect([...bar]).toEqual([0x0b, 0x6e, 0x4f]);
  });

  test("has none where site.yaml says cards: false", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}cards: false\n`,
      "articles/b.md": articleText("B", "2026-11-01"),
    });
    const files = await builtSite(folder);
    expect([...files.keys()].filter((path) => path.startsWith("media/"))).toEqual([]);
  });

  test("keeps its card when another article comes, and shares nothing of drafts", async () => {
    const folder = await siteFolder({
      ...withCards,
      "articles/a.md": articleText("A", "2026-11-01"),
      "articles/b.md": articleText("B", "2026-11-02", ["draft: true"]),
    });
    await builtSite(folder);
    const [card] = await cardsOf(folder);
    expect(await cardsOf(folder)).toEqual([card]);
    await rm(join(folder, ".cache"), { recursive: true });
    await builtSite(folder, { drafts: true });
    const cards = await cardsOf(folder);
    expect(cards).toHaveLength(2);
    expect(cards).toContainEqual(card);
  });
});

describe("cards", () => {
  const titles = [
    ["Latin", "en", "Harbour tunnel opens", "iiii", "WWWW"],
    ["Korean", "ko", "항구 터널 개통", "이이이", "뷁뷁뷁"],
    ["Chinese", "zh", "港口隧道九年后开通", "一一一", "鑫鑫鑫"],
    ["Japanese", "ja", "港のトンネルが開通", "ノノノ", "ぽぽぽ"],
    ["Arabic", "ar", "افتتاح نفق الميناء", "ا ا ا", "ص ص ص"],
    ["Hebrew", "he", "מנהרת הנמל נפתחה", "ווו", "שששש"],
    ["Greek", "el", "Η σήραγγα άνοιξε", "ιιι", "ωωω"],
    ["Cyrillic", "ru", "Тоннель порта открыт", "ггг", "щщщ"],
    ["Thai", "th", "อุโมงค์ท่าเรือเปิด", "ๅๅๅ", "ฒฒฒ"],
    ["Hindi", "hi", "बंदरगाह सुरंग खुली", "ररर", "झझझ"],
  ] as const;

  const hostileTitles = [
    ["markup", `<b>Harbour</b> & <span size='999'>tunnel"`],
    ["emoji", "🚢🛳️👩‍👩‍👧 Harbour"],
    ["a script that no font has", "ᚠᚢᚦᚨᚱᚲ"],
    ["emoji alone", "🚢"],
    ["500 words", "harbour ".repeat(500).trim()],
    ["a word of 3,000 letters", "w".repeat(3000)],
    ["a mixture of directions", "افتتاح tunnel نفق 2026 מנהרה"],
    ["towers of marks", `H${"\u0301".repeat(300)}arbour`],
  ] as const;

  const everyTitle = [
    ...titles.flatMap(([, language, ...texts]) => texts.map((title) => ({ language, title }))),
    ...hostileTitles.map(([, title]) => ({ language: "en", title })),
  ];

  /** The article of a title, the same wherever it stands. */
  function articleOf(title: string, language: string): string {
    return articleText(JSON.stringify(title), "2026-11-01", [`language: ${language}`]);
  }

  let drawing: Promise<ReadonlyMap<string, Buffer>> | undefined;

  /** The card of a title, from one build of them all. */
  async function cardFor(title: string, language: string): Promise<Buffer> {
    drawing ??= drawAll();
    const { site } = readSite(smallSite);
    if (site === undefined) throw new Error("the site is at fault");
    const rules = contentRules(site, new Map());
    const { article } = readArticle("articles/a.md", Buffer.from(articleOf(title, language)), rules);
    const file = article && cardOf(article, { site, cardsSinceMs: 0 })?.file;
    const card = (await drawing).get(file ?? "");
    if (card === undefined) throw new Error(`there is no card of ${title}`);
    return card;
  }

  async function drawAll(): Promise<ReadonlyMap<string, Buffer>> {
    const folder = await siteFolder({
      ...withCards,
      ...Object.fromEntries(
        everyTitle.map(({ language, title }, index) => [
          `articles/story-${index}.md`,
          articleOf(title, language),
        ]),
      ),
    });
    await builtSite(folder);
    const files = await filesBelow(join(folder, "_site"));
    return new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes, "latin1")]));
  }

  test.for(titles)(
    "have a headline in %s, on the side where it is read from",
    async ([, language, title]) => {
      const { left, right } = await inkOf(await cardFor(title, language));
      expect(left + right).toBeGreaterThan(0.02);
      if (language === "ar" || language === "he") expect(right).toBeGreaterThan(left);
      else expect(left).toBeGreaterThan(right);
    },
  );

  test.for(titles)(
    "are written in letters of %s, not in boxes that are all alike",
    async ([, language, , thin, thick]) => {
      const inkFor = async (title: string) => {
        const { left, right } = await inkOf(await cardFor(title, language));
        return left + right;
      };
      expect(await inkFor(thick)).toBeGreaterThan(1.4 * (await inkFor(thin)));
    },
  );

  test.for(hostileTitles)("are drawn whatever the headline holds: %s", async ([, title]) => {
    const card = await cardFor(title, "en");
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 630 });
    const { left, right } = await inkOf(card);
    expect(left + right).toBeGreaterThan(0.005);
    // Nothing reaches the margins.
    const edge = await sharp(card).extract({ left: 0, top: 20, width: 70, height: 610 }).raw().toBuffer();
    expect(new Set(edge)).toEqual(new Set([0xff, 0xfd, 0xf9]));
  });

  test("are the same whenever and beside whatever they are drawn", async () => {
    const [, language, title] = titles[1];
    const folder = await siteFolder({ ...withCards, "articles/a.md": articleOf(title, language) });
    await builtSite(folder);
    expect(await cardsOf(folder)).toEqual([await cardFor(title, language)]);
  });
});
