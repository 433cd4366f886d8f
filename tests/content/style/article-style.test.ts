import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/content/article/reading/article-reading.ts";
import { articleStyleFindings } from "../../../src/content/style/article-style.ts";
import { contentRules } from "../../../src/site/settings/site.ts";
import { siteOf } from "../../site-values.ts";

const picture = {
  src: "/media/a.jpg",
  width: 4,
  height: 3,
  sources: [],
  share: { src: "/media/a.jpg", width: 4, height: 3 },
};
const rules = contentRules(siteOf("timezone: Asia/Seoul"), new Map([["articles/a.jpg", picture]]));

/** What a copy desk marks in an article of lines of front matter and a body: `line:column code`. */
function marked(lines: readonly string[], body = "Text."): string[] {
  const has = (key: string) => lines.some((line) => line.startsWith(`${key}:`));
  const text = [
    "---",
    ...lines,
    ...(has("title") ? [] : ["title: Ferries return"]),
    ...(has("date") ? [] : ["date: 2026-11-20 08:30"]),
    "categories: [News]",
    "---",
    body,
  ].join("\n");
  const { article, diagnostics } = readArticle("articles/a.md", Buffer.from(text), rules);
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  return articleStyleFindings(article, () => text).map(
    ({ place, code }) => `${place.line}:${place.column} ${code}`,
  );
}

test("a text in other letters than those of its language is told where the language stands, or should", () => {
  const arabic = "افتتاح نفق الميناء بعد تسع سنوات من العمل";
  const body = `${arabic}. ${arabic}. ${arabic}.`;
  expect(marked([`title: ${arabic}`], body)).toEqual(["2:8 other-script"]);
  expect(marked([`title: ${arabic}`, "language: he"], body)).toEqual(["3:11 other-script"]);
  expect(marked([`title: ${arabic}`, "language: ar"], body)).toEqual([]);
  expect(messages([], body)).toEqual([
    'the text is in Arabic letters and shown as en, from left to right; write its language, such as "language: ar"',
  ]);
});

test("a text that opens with a picture is judged by the words after it", () => {
  const body = "![A ferry](a.jpg)\n\nSEOUL — Ferries.";
  expect(marked(["source: A"], body)).toContain("2:1 dateline-in-body");
});

/** The same as messages. */
function messages(lines: readonly string[], body?: string): string[] {
  const text = [
    "---",
    "title: T",
    "date: 2026-11-20",
    "categories: [News]",
    ...lines,
    "---",
    body ?? "Text.",
  ];
  const { article } = readArticle("articles/a.md", Buffer.from(text.join("\n")), rules);
  return article === undefined
    ? []
    : articleStyleFindings(article, () => text.join("\n")).map(({ message }) => message);
}

describe("a copy desk", () => {
  test("has nothing to mark in ordinary agency copy", () => {
    expect(marked(["dateline: HONG KONG", "source: Agency News"])).toEqual([]);
  });

  test("marks a headline of more than 110 characters", () => {
    expect(marked([`title: ${"a".repeat(110)}`])).toEqual([]);
    expect(marked([`title: ${"a".repeat(111)}`])).toEqual(["2:8 headline-too-long"]);
    // Two UTF-16 units, one character.
    expect(marked([`title: ${"𝐚".repeat(110)}`])).toEqual([]);
  });

  test.for(["Ferries return.", "연락선이 돌아온다.", "フェリー再開。"])(
    "marks the full stop of the headline %s",
    (title) => {
      expect(marked([`title: ${title}`])).toEqual(["2:8 headline-full-stop"]);
    },
  );

  test.for([
    "Ferries return",
    "And then…",
    "And then...",
    "Ferries reach the U.S.",
    "A loan for Kestrel Inc.",
    "Why?",
  ])("lets the end of the headline %s stand", (title) => {
    expect(marked([`title: "${title}"`])).toEqual([]);
  });

  test.for(["# Ferries return\n\nText.", "**Ferries return**\n\nText.", "FERRIES RETURN\n\nText."])(
    "marks a text that begins with the headline: %j",
    (body) => {
      expect(marked([], body)).toEqual(["2:8 headline-in-body"]);
    },
  );

  test("lets a first sentence take up the words of the headline", () => {
    expect(marked([], "Ferries return to the strait on Friday.")).toEqual([]);
  });

  test("marks a dateline that is not in capitals or brings its own dash", () => {
    expect(marked(["dateline: Hong Kong", "source: A"])).toEqual(["2:11 dateline-form"]);
    expect(marked(["dateline: HONG KONG —", "source: A"])).toEqual(["2:11 dateline-form"]);
    expect(messages(["dateline: Hong Kong", "source: A"])).toEqual([
      'write the dateline in capitals: "HONG KONG"',
    ]);
    expect(messages(["dateline: Hong Kong --", "source: A"])).toEqual([
      'the dash after the dateline is set for you; write "HONG KONG"',
    ]);
  });

  test("lets an agency beside the dateline, and places without capitals, be written as they are", () => {
    expect(marked(["dateline: HONG KONG (Agency)", "source: A"])).toEqual([]);
    expect(marked(["dateline: 부산", "source: A"])).toEqual([]);
  });

  test("marks a dateline in the text", () => {
    expect(marked(["source: A"], "GENEVA, SWITZERLAND — The ferries are back.")).toEqual([
      "2:1 dateline-in-body",
    ]);
    expect(marked(["source: A"], "Geneva, Switzerland — The ferries are back.")).toEqual([
      "2:1 dateline-form",
    ]);
    expect(messages(["source: A"], "Geneva — The ferries are back.")).toEqual([
      'the text opens with the dateline "Geneva"; move it to "dateline: GENEVA"',
    ]);
    expect(marked(["dateline: GENEVA", "source: A"], "GENEVA — The ferries are back.")).toEqual([
      "2:11 dateline-in-body",
    ]);
  });

  test.for([
    "The mayor — who came late — was not heard.",
    "Mei Tan — the harbour master — was there.",
    "Ferries Return To Port — almost.",
  ])("takes no other dash for a dateline's: %s", (body) => {
    expect(marked([], body)).toEqual([]);
  });

  test("marks copy that looks like an agency's and names no source", () => {
    expect(marked(["dateline: HONG KONG"])).toEqual(["2:11 missing-source"]);
    expect(marked(["dateline: HONG KONG", "authors: [Mei Tan]"])).toEqual([]);
    expect(marked(["dateline: HONG KONG (Agency)", "authors: [Mei Tan]"])).toEqual(["2:1 missing-source"]);
    expect(messages([], "Text.\n\nSource: Agency News")).toEqual([
      'the text ends with "Source: Agency News"; move the name to "source: …"',
    ]);
    expect(marked(["source: Agency News"], "Text.\n\nSource: Agency News")).toEqual([]);
    expect(marked([])).toEqual([]);
  });

  test("marks a description of more than 200 characters, but not a long first paragraph", () => {
    expect(marked([`description: ${"a".repeat(200)}`])).toEqual([]);
    expect(marked([`description: ${"a".repeat(201)}`])).toEqual(["2:14 description-too-long"]);
    expect(marked([], "a".repeat(500))).toEqual([]);
  });

  test("marks a picture that names nobody who made it", () => {
    expect(marked(["image: {src: a.jpg, alt: A ferry}"])).toEqual(["2:8 missing-credit"]);
    expect(marked(["image: {src: a.jpg, alt: A ferry, credit: Mei Tan}"])).toEqual([]);
  });

  test("marks an update before publication, unless it only names the day", () => {
    expect(marked(["updated: 2026-11-20 08:29"])).toEqual(["2:10 updated-before-published"]);
    expect(marked(["updated: 2026-11-19"])).toEqual(["2:10 updated-before-published"]);
    expect(marked(["updated: 2026-11-20"])).toEqual([]);
    expect(marked(["updated: 2026-11-20 08:30"])).toEqual([]);
  });
});

test("lines that are meant as paragraphs are marked, and lines that an editor wrapped are not", () => {
  const mark = ["2:1 lines-in-paragraph"];
  expect(marked([], "The ferry left at dawn.\nNobody was hurt.\nIt is back.")).toEqual(mark);
  expect(marked([], "Whole.\n\nCargo\nCrew\nCaptain\n\nWhole.")).toEqual(mark);
  expect(marked([], "> First said one.\n> Then another.")).toEqual(mark);
  const sentence = "The harbour office closed the bridge to lorries on Friday at noon.";
  expect(marked([], `${sentence}\n${sentence}`)).toEqual(mark);
  expect(marked([], "항구가 금요일에 문을 닫았다.\n다친 사람은 없다.")).toContain("2:1 lines-in-paragraph");

  const wrapped =
    "The harbour office said on Friday that the bridge would be closed to\nlorries until further notice.";
  expect(marked([], wrapped)).toEqual([]);
  expect(marked([], "One.\n\nTwo.")).toEqual([]);
  expect(marked([], "Ferry House\\\nPort Amaro")).toEqual([]);
  expect(marked([], "- one\n- two\n\n```\na\nb\n```\n\n| a |\n|---|\n| b |")).toEqual([]);
  expect(messages([], "The ferry left at dawn.\nNobody was hurt.")).toEqual([
    '2 lines from "The ferry left at dawn." on are shown as one paragraph; put an empty line between paragraphs, or join the lines',
  ]);
});
