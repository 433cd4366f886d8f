import { describe, expect, test } from "vitest";
import {
  markdownOfText,
  withoutDateline,
  withoutSourceLine,
} from "../../../../src/newsroom/import/stories/story-body.ts";

describe("a dateline that a text opens with", () => {
  test.for([
    ["GENEVA, SWITZERLAND — The ferry is back.", "GENEVA, SWITZERLAND", "The ferry is back."],
    ["**GENEVA** — The ferry is back.", "GENEVA", "The ferry is back."],
    ["**GENEVA —** The ferry is back.", "GENEVA", "The ferry is back."],
    ["*HONG KONG (Agency)* – It left.", "HONG KONG (Agency)", "It left."],
    ["PORT\\-AU\\-PRINCE, HAITI \\- It left.\n\nMore.", "PORT-AU-PRINCE, HAITI", "It left.\n\nMore."],
    ["GENEVA & BERN — # 1 \\# of 3.", "GENEVA & BERN", "\\# 1 \\# of 3."],
    ["BERN — 3\\. It left.", "BERN", "3\\. It left."],
    ["ST. JOHN'S -- It left.", "ST. JOHN'S", "It left."],
  ])("%j is taken off", ([markdown = "", dateline, rest]) => {
    expect(withoutDateline(markdown)).toEqual({ dateline, rest });
  });

  test.for([
    "The well-known ferry — an old one — is back.",
    "**Geneva** — The ferry is back.",
    "[GENEVA](https://a.example) — The ferry is back.",
    "## GENEVA — The ferry is back.",
    "\n\nGENEVA — The ferry is back.",
    "서울 — 배가 돌아왔다.",
  ])("%j has none that could be told from other words", (markdown) => {
    expect(withoutDateline(markdown)).toBeUndefined();
  });
});

describe("a line that names the source at the end of a text", () => {
  test.for([
    ["Text.\n\nSource : Harbour Agency", "Harbour Agency", undefined],
    ["Text.\n\n*Source: Harbour Agency*", "Harbour Agency", undefined],
    ["Text.\n\n**Source:** Harbour & Sea.", "Harbour & Sea", undefined],
    [
      "Text.\n\n*Source:* [Harbour Agency](https://agency.example/a)",
      "Harbour Agency",
      "https://agency.example/a",
    ],
    ["Text.\n\nSOURCE：通信社", "通信社", undefined],
  ] as const)("%j is taken off", ([markdown, name, url]) => {
    expect(withoutSourceLine(markdown)).toEqual({ rest: "Text.", source: { name, url } });
  });

  test.for([
    "Source: Harbour Agency",
    "Text.\n\nThe source: a lake.",
    "Text.\n\nSource: [a](https://a.example) and [b](https://b.example)",
    "Text.\n\nSource:",
    "Text.\n\nSource: `code`",
    `Text.\n\nSource: ${"a".repeat(300)}`,
  ])("%j has none", (markdown) => {
    expect(withoutSourceLine(markdown)).toBeUndefined();
  });
});

describe("plain text", () => {
  test("has a paragraph for each line, and no mark-up but what is escaped", () => {
    expect(markdownOfText("  # One\n\n\ntwo *stars*\ud800\n")).toBe("\\# One\n\ntwo \\*stars\\*\uFFFD");
  });

  test("loses what no page can show, such as what steers a terminal", () => {
    expect(markdownOfText("\uFEFFOne\u001B]0;two\u0007\u009B three.\u0000\r\n\u001B\r\nFour\tfive.")).toBe(
      "One]0;two three.\n\nFour\tfive.",
    );
  });
});
