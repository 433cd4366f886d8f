/** Articles with every set of optional keys and hostile texts in all of them: one site, of which everything is read. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { Parser } from "htmlparser2";
import { XmlDocument } from "libxml2-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { frontMatterSchema } from "../../src/content/article/front-matter.ts";
import { articleKinds } from "../../src/content/names/article-kinds.ts";
import { focuses } from "../../src/content/values/picture.ts";
import { singleLine } from "../../src/content/yaml/schema-parts.ts";
import { halves } from "../picture-files.ts";
import { readAtom, readJsonFeed } from "../site/feeds/feed-rules.ts";
import { sitemapFaults } from "../site/machines/sitemap-schema.ts";
import { filesBelow, now, run, writeFiles } from "../site-folder.ts";

/** Fixed, so that a failure is the same on every machine and every day. */
const seed = 20261126;
const articleCount = 500;

/** An element that no page of Dateline has: where one is found, a text was taken for markup. */
const trap = "dateline-trap";

/** Texts that mean something in HTML, attributes, JSON, scripts, XML, Nunjucks, Markdown or YAML. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        `<${trap}>`,
        `"><${trap} a="`,
        `'><${trap} a='`,
        `</script><${trap}>`,
        `</title><${trap}>`,
        `<!-- <${trap}> -->`,
        `<![CDATA[<${trap}>]]>`,
        "]]>",
        "{{ view.title }}{% raw %}",
        "&lt;b&gt; &amp;amp; &#0; &nbsp",
        '\\u003c \\\\ \\"',
        "\u2028\u2029",
        "\u202Eevil",
        "\u0000\u0007\u007f",
        "\ufffe\uffff",
        "🚢👩‍👩‍👧",
        "항구 도서관",
        "نفق الميناء",
        "İstanbul",
        "é".normalize("NFD"),
        "# - : | > * ` ~ [a](javascript:alert(1))",
        "--- +++ ...",
        "null",
        "0",
        " ",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 6 }).filter((text) => !/\p{Cs}/u.test(text)),
    ),
    { minLength: 1, maxLength: 4 },
  )
  // Every line holds a word, so that it can be told from an empty one and has an address.
  .map((parts) => `w ${parts.join(" ")}`);

/** Names of terms: hostile, and each with an address of its own. */
function names(kind: string, count: number): fc.Arbitrary<string> {
  const texts = fc.sample(hostile, { seed, numRuns: count });
  return fc.constantFrom(...texts.map((text, index) => `${kind}${index} ${[...text].slice(0, 30).join("")}`));
}

const day = fc.integer({ min: 1, max: 23 }).map((number) => `2026-11-${String(number).padStart(2, "0")}`);
const absent = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const agency = names("s", 6);

/** Each optional key of front matter, and of what it holds, there or not. */
const optionalKeys = {
  kind: fc.constantFrom(...articleKinds),
  series: names("r", 8),
  tags: fc.uniqueArray(names("t", 12), { maxLength: 3 }),
  description: hostile,
  dateline: hostile,
  authors: fc.uniqueArray(names("a", 8), { maxLength: 2 }),
  source: fc.oneof(
    agency,
    fc.record({ name: agency, url: absent(fc.constant(`https://a.example/?<${trap}>&"'`)) }),
  ),
  image: fc.record({
    src: fc.constant("ferry.jpg"),
    alt: hostile,
    caption: absent(hostile),
    credit: absent(hostile),
    focus: absent(fc.constantFrom(...focuses)),
  }),
  updated: day.map((text) => text.replace("2026-11", "2026-12")),
  corrections: fc.array(fc.record({ date: day, text: hostile }), { minLength: 1, maxLength: 2 }),
  draft: fc.constant(false),
  expires: fc.constant("2027-06-01 10:00"),
  priority: fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.record({ place: fc.constant(2), until: absent(fc.constant("2026-12-24 08:00")) }),
  ),
  slug: fc.constant("slug"),
  permalink: fc.constant("/permalink/"),
  aliases: fc.constant(["/alias/"]),
  language: fc.constantFrom("ko", "ar", "pt-BR", "zh-Hant", "tr"),
};

const frontMatter = fc.record(
  {
    title: hostile,
    date: day,
    categories: fc.uniqueArray(names("c", 8), { minLength: 1, maxLength: 2 }),
    ...optionalKeys,
  },
  { requiredKeys: ["title", "date", "categories"] },
);

/** Bodies that are words, pictures, lists, headings, or nothing. */
const words = hostile.map((text) => text.replaceAll("\u0000", ""));
const body = fc.oneof(
  words,
  fc.constantFrom(
    "",
    "![a ferry](ferry.jpg)",
    "- one\n- two",
    "## Heading",
    "> quoted",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Words.[^1]\n\n[^1]: Note.",
    "---",
    "```\ncode\n```",
    "![a ferry](ferry.jpg)\n\nWords.",
  ),
  fc.tuple(words, words).map((parts) => parts.join("\n\n")),
);

/** The articles, with the file each page is written to. */
const articles = fc
  .sample(fc.tuple(frontMatter, body), { seed, numRuns: articleCount })
  .map(([values, text], index) => {
    // Addresses are the article's own.
    const own = {
      ...values,
      ...(values.slug === undefined ? {} : { slug: `slug-${index}` }),
      ...(values.permalink === undefined ? {} : { permalink: `/permalink-${index}/` }),
      ...(values.aliases === undefined ? {} : { aliases: [`/alias-${index}/`] }),
    };
    const path = own.permalink?.slice(1) ?? `2026/11/${own.slug ?? `article-${index}`}/`;
    return { file: `articles/article-${index}.md`, path: `${path}index.html`, values: own, text };
  });

/** What an HTML text holds: names of elements and odd attributes, runs of text, values of attributes, and its JSON-LD. */
function readHtml(html: string) {
  const elements = new Set<string>();
  const texts: string[] = [];
  const json: unknown[] = [];
  let run = "";
  const endRun = () => {
    if (run.trim() !== "") texts.push(run.trim());
    run = "";
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      endRun();
      elements.add(name);
      texts.push(...Object.values(attributes));
      for (const attribute of Object.keys(attributes)) {
        if (attribute.startsWith("on") || attribute === "style") elements.add(`${name} ${attribute}`);
      }
    },
    ontext: (text) => {
      run += text;
    },
    oncomment: (text) => void elements.add(`<!--${text}-->`),
    onclosetag: (name) => {
      if (name === "script" && run !== "") {
        json.push(JSON.parse(run));
        run = "";
      }
      endRun();
    },
  });
  parser.end(html);
  endRun();
  return { elements: [...elements], texts, json };
}

/** What programs write where they have no value. */
const noValue = /\bundefined\b|\[object \w+\]|\bNaN\b|\bInvalid Date|^null$|^$/;

/** All texts in a value of JSON; "null" where it holds that. */
function jsonTexts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(jsonTexts);
}

const isMarkup = (name: string) =>
  name.includes(trap) || / (?:on|style)/.test(name) || name.startsWith("<!--");

/** Texts an article gives that its page shows as they are. */
function shownTexts({ values }: (typeof articles)[number]): string[] {
  const { title, description, image, corrections = [], categories, series, tags = [], authors = [] } = values;
  const of = [
    title,
    description,
    series,
    image?.alt,
    image?.caption,
    image?.credit,
    ...corrections.map(({ text }) => text),
  ];
  return [...of, ...categories, ...tags, ...authors].flatMap((text) =>
    text === undefined ? [] : singleLine(text),
  );
}

describe("a site of 500 articles with every set of keys and hostile texts in all of them", () => {
  let folder: string;
  let files: ReadonlyMap<string, string>;
  const namedLike = (pattern: RegExp) => [...files].filter(([path]) => pattern.test(path));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    const [title, description, publisher] = fc.sample(hostile, { seed, numRuns: 3 });
    await writeFiles(folder, {
      "site.yaml": stringify({
        title,
        description,
        publisher: { name: publisher },
        url: "https://small.example",
        cards: false,
      }),
      "articles/ferry.jpg": await halves(20, 10),
      ...Object.fromEntries(
        articles.map(({ file, values, text }) => [file, `---\n${stringify(values)}---\n${text}\n`]),
      ),
    });
    const built = await run("build", "--site", folder, "--no-search", "--now", now);
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    const written = await filesBelow(join(folder, "_site"));
    files = new Map(
      [...written].map(([path, bytes]) => [path, Buffer.from(bytes, "latin1").toString("utf8")]),
    );
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("has each key of front matter in some articles and not in others", () => {
    const { title, date, categories, ...others } = frontMatterSchema.shape;
    expect(Object.keys(optionalKeys).sort()).toEqual(Object.keys(others).sort());
    const having = (has: (values: (typeof articles)[number]["values"]) => unknown) =>
      articles.filter(({ values }) => has(values)).length;
    const sets = Object.keys(optionalKeys).map((key) => having((values) => Object.hasOwn(values, key)));
    sets.push(
      having(({ image }) => image?.caption !== undefined && image.credit === undefined),
      having(({ image }) => image?.caption === undefined && image?.credit !== undefined),
    );
    for (const count of sets) {
      expect(count).toBeGreaterThan(20);
      expect(count).toBeLessThan(articleCount - 20);
    }
  });

  test("is found free of errors by check, which renders all of it as well", async () => {
    const { exitCode, stdout } = await run("check", "--site", folder, "--now", now);
    expect(stdout).not.toMatch(/ error /);
    expect(exitCode).toBe(0);
  }, 60_000);

  test("shows every text of each article as text, on a page without a gap", () => {
    for (const article of articles) {
      const { elements, texts, json } = readHtml(files.get(article.path) ?? "");
      expect(elements.filter(isMarkup), article.file).toEqual([]);
      expect(
        texts.filter((text) => noValue.test(text) && text !== ""),
        article.file,
      ).toEqual([]);
      expect(
        json.flatMap(jsonTexts).filter((text) => noValue.test(text)),
        article.file,
      ).toEqual([]);
      expect(json, article.file).toHaveLength(1);
      const shown = new Set(texts);
      expect(
        shownTexts(article).filter((text) => !shown.has(text)),
        article.file,
      ).toEqual([]);
    }
  });

  test("has no text taken for markup and no gap on any other page", () => {
    // The texts are there, and hostile.
    expect(
      namedLike(/\.html$/).filter(([, html]) => html.includes(`&lt;/script&gt;&lt;${trap}`)).length,
    ).toBeGreaterThan(0);
    const pages = namedLike(/\.html$/);
    expect(pages.length).toBeGreaterThan(articleCount + 40);
    for (const [path, html] of pages) {
      const { elements, texts, json } = readHtml(html);
      expect(elements.filter(isMarkup), path).toEqual([]);
      expect(
        [...texts, ...json.flatMap(jsonTexts)].filter((text) => noValue.test(text) && text !== ""),
        path,
      ).toEqual([]);
    }
  });

  test("has Atom feeds that keep the rules, and nothing but the articles' own markup in them", () => {
    const feeds = namedLike(/feed\.xml$/);
    expect(feeds.length).toBeGreaterThan(30);
    for (const [path, text] of feeds) {
      expect(readAtom(text).entries, path).toBeDefined();
      const document = XmlDocument.fromString(text);
      expect(document.find(`//*[local-name()="${trap}"]`), path).toHaveLength(0);
      document.dispose();
    }
  });

  test("has JSON feeds that keep the rules, and no text in their HTML that was taken for markup", () => {
    const feeds = namedLike(/feed\.json$/);
    expect(feeds.length).toBeGreaterThan(30);
    for (const [path, text] of feeds) {
      const feed = readJsonFeed(text);
      expect(
        jsonTexts(feed).filter((one) => noValue.test(one)),
        path,
      ).toEqual([]);
      for (const { content_html = "" } of feed.items) {
        const { elements, texts } = readHtml(content_html);
        expect(elements.filter(isMarkup), path).toEqual([]);
        expect(
          texts.filter((one) => noValue.test(one) && one !== ""),
          path,
        ).toEqual([]);
      }
    }
  });

  test("has sitemaps that keep the rules", () => {
    const sitemaps = namedLike(/sitemap.*\.xml$/);
    expect(sitemaps.length).toBeGreaterThanOrEqual(3);
    for (const [path, text] of sitemaps) expect(sitemapFaults(text), path).toEqual([]);
  });

  test("has pages that are valid HTML, of which every twentieth is looked at", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    for (const [path, html] of namedLike(/\.html$/).filter((_, index) => index % 20 === 0)) {
      const { results } = await validator.validateString(html);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId} ${message}`),
      );
      expect(faults, path).toEqual([]);
    }
  }, 60_000);
});
