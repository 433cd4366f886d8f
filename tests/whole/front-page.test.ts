import { describe, expect, test } from "vitest";
import {
  articleText,
  type BuildFlags,
  builtSite,
  siteFolder,
  smallSite,
  writeFiles,
} from "../site-folder.ts";

type Story = readonly [headline: string, day: string, ...categories: string[]];

/** Article files of one day each, with a headline and categories. */
function files(stories: readonly Story[]): Record<string, string> {
  return Object.fromEntries(
    stories.map(([headline, day, ...categories]) => [
      `articles/${headline.toLowerCase()}.md`,
      articleText(headline, `2026-11-${day}`, [`categories: [${categories.join(", ")}]`]),
    ]),
  );
}

function frontPage(stories: readonly Story[], settings = ""): Promise<string> {
  return frontPageOf({ "site.yaml": smallSite + settings, ...files(stories) });
}

async function frontPageOf(folder: Readonly<Record<string, string>>, flags?: BuildFlags): Promise<string> {
  return (await builtSite(await siteFolder(folder), flags)).get("index.html") ?? "";
}

/** The headings of a page as an indented list would show them: `h2 Asia`. */
function headings(page: string): string[] {
  return [...page.matchAll(/<(h[1-6])[^>]*>(?:<a [^>]*>)?([^<]*)/g)].map(
    ([, level, text]) => `${level} ${text}`,
  );
}

const sevenOfNews: readonly Story[] = [
  ["First", "01", "News"],
  ["Second", "02", "News"],
  ["Third", "03", "News"],
  ["Fourth", "04", "News"],
  ["Fifth", "05", "News"],
  ["Sixth", "06", "News"],
  ["Seventh", "07", "News"],
];

describe("the front page", () => {
  test("opens with the newest story, the next four, and a block of what a category has beside them", async () => {
    const page = await frontPage(sevenOfNews);
    expect(headings(page)).toEqual([
      "h1 The Small Paper",
      "h2 Seventh",
      "h2 Sixth",
      "h2 Fifth",
      "h2 Fourth",
      "h2 Third",
      "h2 News",
      "h3 Second",
      "h3 First",
    ]);
    expect(page).toContain('<h2><a href="/category/news/">News</a></h2>');
  });

  test("bears the day of its newest story, in the site's time zone", async () => {
    const page = await frontPage(sevenOfNews, "timezone: Asia/Seoul\n");
    expect(page).toMatch(/<time datetime="2026-11-07">Saturday,? 7 November 2026<\/time>/);
  });

  test("has blocks for the categories that site.yaml lists, in its order, the first two of four stories at most, none shown twice", async () => {
    const page = await frontPage(
      [
        ...sevenOfNews.map(([headline, day]): Story => [headline, `1${day[1]}`, "Sport"]),
        ["Alpha", "01", "Asia"],
        ["Beta", "02", "Asia", "Sport"],
        ["Gamma", "03", "Asia"],
        ["Delta", "04", "Asia"],
        ["Epsilon", "05", "Asia"],
      ],
      "categories: [{name: Sport}, {name: Empty}, {name: Asia}]\n",
    );
    expect(headings(page).slice(6)).toEqual([
      "h2 Sport",
      "h3 Second",
      "h3 First",
      "h3 Beta",
      "h2 Asia",
      "h3 Epsilon",
      "h3 Delta",
      "h3 Gamma",
      "h3 Alpha",
    ]);
  });

  test("has blocks for the six most frequent categories where site.yaml lists none", async () => {
    const categories = ["Asia", "Books", "Climate", "Dance", "Economy", "Film", "Gardens"];
    // One story of Asia, two of Books and so on; five newer ones of another category fill the top.
    const stories = categories.flatMap((category, index) =>
      Array.from({ length: index + 1 }, (_, n): Story => [`${category}${n}`, "01", category]),
    );
    const newest = ["a", "b", "c", "d", "e"].map((headline): Story => [headline, "09", "Asia"]);
    const page = await frontPage([...stories, ...newest]);
    // Asia has six stories, of which five stand above. Of the 28 others, the eight newest are listed by their times.
    expect(headings(page).filter((heading) => heading.startsWith("h2 ") && heading.length > 5)).toEqual([
      "h2 Latest",
      "h2 Gardens",
      "h2 Asia",
      "h2 Film",
      "h2 Economy",
      "h2 Dance",
      "h2 Climate",
    ]);
  });

  test("opens in the preview as the site will: what is not out yet, or no longer, comes after what is", async () => {
    const page = await frontPageOf(
      {
        ...files(sevenOfNews),
        "articles/far.md": articleText("Far", "2031-05-01"),
        "articles/near.md": articleText("Near", "2026-11-25"),
        "articles/over.md": articleText("Over", "2026-11-08", ["expires: 2026-11-09"]),
        "articles/draft.md": articleText("Draft", "2026-11-10", ["draft: true"]),
        "articles/later.md": articleText("Later", "2031-06-01", ["draft: true"]),
      },
      { drafts: true },
    );
    expect(headings(page)).toEqual([
      "h1 The Small Paper",
      "h2 Draft",
      "h2 Seventh",
      "h2 Sixth",
      "h2 Fifth",
      "h2 Fourth",
      "h2 News",
      "h3 Third",
      "h3 Second",
      "h3 First",
      "h3 Later",
    ]);
    expect(page).toMatch(/<time datetime="2026-11-10">/);
  });

  test("has what is still to come where nothing is out", async () => {
    const page = await frontPageOf(
      {
        "articles/far.md": articleText("Far", "2031-05-01"),
        "articles/near.md": articleText("Near", "2026-11-25"),
      },
      { drafts: true },
    );
    expect(headings(page)).toEqual(["h1 The Small Paper", "h2 Far", "h2 Near"]);
  });

  test("gives stories the places that were chosen for them, and the newest the others", async () => {
    const page = await frontPageOf({
      ...files(sevenOfNews),
      "articles/first.md": articleText("First", "2026-11-01", ["priority: 1"]),
      "articles/second.md": articleText("Second", "2026-11-02", [
        "priority: {place: 3, until: 2026-11-24 00:01}",
      ]),
    });
    expect(headings(page).slice(1, 6)).toEqual([
      "h2 First",
      "h2 Seventh",
      "h2 Second",
      "h2 Sixth",
      "h2 Fifth",
    ]);
    // The day is that of the newest story, wherever it stands.
    expect(page).toMatch(/<p class="front-day"><time datetime="2026-11-07">/);
  });

  test("lists the newest of the other stories with their times, under their days", async () => {
    const stories = Array.from({ length: 14 }, (_, index) => [
      `articles/s${index}.md`,
      articleText(
        `Story ${index}`,
        `2026-11-${index < 8 ? "01" : "02"}${index === 7 ? "" : ` 0${index % 8}:30`}`,
      ),
    ]);
    const page = await frontPageOf(Object.fromEntries(stories));
    // Of the nine that do not stand above, a third: story 8 at half past midnight, and two of the day before.
    const [, latest = ""] = /<section class="front-latest">(.*?)<\/section>/s.exec(page) ?? [];
    expect(
      latest
        .replace(/<[^>]+>/g, " ")
        .replace(/[\s,]+/g, " ")
        .trim(),
    ).toBe("Latest Monday 2 November 2026 00:30 Story 8 Sunday 1 November 2026 06:30 Story 6 05:30 Story 5");
    expect(latest).toContain('<time datetime="2026-11-02T00:30:00Z">00:30</time>');
  });

  test("cuts a summary after a word, where a phone has no fourth line for it", async () => {
    const sentence = "The ferry that nobody expected came back to the quay after nine weeks in the dock, ";
    const page = await frontPageOf({
      "articles/a.md": articleText("Ferry", "2026-11-02", [
        `description: "${sentence.repeat(2)}it is said."`,
      ]),
      "articles/c.md": articleText("Quay", "2026-10-30"),
      "articles/d.md": articleText("Lock", "2026-10-29"),
      "articles/e.md": articleText("Weir", "2026-10-28"),
      "articles/f.md": articleText("Pier", "2026-10-27", [`description: "${sentence}it is said."`]),
      "articles/g.md": articleText("Mole", "2026-10-26", [`description: "${sentence}it is said."`]),
      "articles/b.md": articleText("도서관", "2026-11-01", [
        `description: ${"항구의 도서관이 자정까지 문을 연다 ".repeat(6)}`,
      ]),
    });
    const summaries = [...page.matchAll(/<p class="entry-summary">([^<]*)</g)].map(([, text = ""]) => text);
    expect(summaries).toEqual([
      "The ferry that nobody expected came back to the quay after nine weeks in the dock, The ferry that nobody…",
      "항구의 도서관이 자정까지 문을 연다 항구의 도서관이 자정까지 문을 연다 항구의 도서관이…",
      ...["Text.", "Text.", "Text."],
      // The first of a block tells more, the others are headlines.
      "The ferry that nobody expected came back to the quay after nine weeks in the dock, it is said.",
    ]);
  });

  test("is all that changes when another story leads, and when its time is over", async () => {
    const folder = await siteFolder(files(sevenOfNews));
    const newest = await builtSite(folder);
    await writeFiles(folder, {
      "articles/third.md": articleText("Third", "2026-11-03", [
        "categories: [News]",
        "priority: {place: 1, until: 2026-11-24 12:00}",
      ]),
    });
    const chosen = await builtSite(folder, { now: "2026-11-24T11:59:59Z" });
    const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
      [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed(newest, chosen)).toEqual([".well-known/next-publish.json", "index.html"]);
    expect(headings(chosen.get("index.html") ?? "")[1]).toBe("h2 Third");
    expect(chosen.get(".well-known/next-publish.json")).toBe('{"next": "2026-11-24T12:00:00Z"}\n');
    const over = await builtSite(folder, { now: "2026-11-24T12:00:00Z" });
    expect(changed(over, newest)).toEqual([]);
    expect([...over.keys()]).toEqual([...newest.keys()]);
  });

  test("leads to all articles", async () => {
    expect(await frontPage(sevenOfNews)).toContain('<a href="/latest/">All articles</a>');
  });

  test.for([
    ["no article", 0, ["h1 The Small Paper"]],
    ["one article", 1, ["h1 The Small Paper", "h2 First"]],
    ["three articles", 3, ["h1 The Small Paper", "h2 Third", "h2 Second", "h2 First"]],
  ] as const)("works with %s", async ([, count, expected]) => {
    expect(headings(await frontPage(sevenOfNews.slice(0, count)))).toEqual(expected);
  });
});

describe("a page with parts in other languages", () => {
  test("says the language and direction of a foreign story wherever it is named, and of the site's names on its own page", async () => {
    const built = await builtSite(
      await siteFolder({
        "articles/palm.md": articleText("محطة بين النخيل", "2026-11-02", [
          "language: ar",
          "source: Oceanic Wire",
          "tags: [wind]",
        ]),
        "articles/ferry.md": articleText("Night ferry", "2026-11-03", ["tags: [wind]"]),
      }),
    );
    const arabic = 'lang="ar" dir="rtl"';
    const english = 'lang="en" dir="ltr"';
    expect(built.get("index.html")).toContain(
      `<h2 ${arabic}><a href="/2026/11/palm/">محطة بين النخيل</a></h2>`,
    );
    const ferry = built.get("2026/11/ferry/index.html") ?? "";
    expect(ferry).toContain(`<a href="/2026/11/palm/" ${arabic}>محطة بين النخيل</a>`);
    expect(ferry).toContain(`<a rel="prev" href="/2026/11/palm/" ${arabic}>محطة بين النخيل</a>`);
    const palm = built.get("2026/11/palm/index.html") ?? "";
    expect(palm).toContain(`<html ${arabic}>`);
    // In the breadcrumb and above the headline.
    expect(palm.split(`<a href="/category/news/" ${english}>News</a>`)).toHaveLength(3);
    expect(palm).toContain(`<a href="/source/oceanic-wire/" ${english}>Oceanic Wire</a>`);
    expect(palm).toContain('<a href="/tag/wind/" dir="auto">wind</a>');
    expect(palm).toContain(`<a rel="next" href="/2026/11/ferry/" ${english}>Night ferry</a>`);
  });
});
