import { stripVTControlCharacters } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Diagnostic, errorAt, placesIn } from "../../../src/content/diagnostics/diagnostic.ts";
import {
  counted,
  countText,
  placeText,
  printableLines,
  reportText,
} from "../../../src/content/diagnostics/report.ts";

const text = "title: A\ndate: someday\n";
const badDate = errorAt(placesIn("articles/a.md", text)(text.indexOf("someday")), "bad-date", "no date");
const warning: Diagnostic = {
  file: "articles",
  severity: "warning",
  code: "no-articles-folder",
  message: "no folder",
};

describe("a report for people", () => {
  test("has a line for each diagnostic, and below it the line of the file with a mark under the column", () => {
    expect(reportText([badDate, warning], "text")).toBe(
      [
        "articles/a.md:2:7 error bad-date: no date",
        "  2 | date: someday",
        "    |       ^",
        "articles warning no-articles-folder: no folder",
        "",
      ].join("\n"),
    );
    expect(reportText([], "text")).toBe("");
  });

  test("cuts a long line around the column", () => {
    const line = `${"a".repeat(300)}!${"b".repeat(300)}`;
    const [, source = "", mark = ""] = reportText(
      [errorAt(placesIn("a.md", line)(300), "bad-value", "message")],
      "text",
    ).split("\n");
    expect(source).toBe(`  1 | ${"a".repeat(49)}!${"b".repeat(50)}`);
    expect(source[mark.indexOf("^")]).toBe("!");
  });

  test("that is longer than a screen ends in how many there are of each code, and where the first is", () => {
    const many = (count: number, code: "bad-date" | "unknown-key") =>
      Array.from({ length: count }, (_, index) =>
        errorAt({ file: `articles/${code}-${index}.md`, line: 3, column: 7 }, code, "message"),
      );
    const short = [...many(19, "bad-date"), warning];
    expect(reportText(short, "text")).not.toContain("By code:");
    const report = reportText([...many(9, "bad-date"), ...many(9990, "unknown-key"), warning], "text");
    expect(report.split("\n")).toHaveLength(10_000 + 1 + 5 + 1);
    expect(report).toMatch(
      new RegExp(
        [
          "articles warning no-articles-folder: no folder",
          "",
          "By code:",
          "   9990 error unknown-key, first in articles/unknown-key-0.md:3:7",
          "      9 error bad-date, first in articles/bad-date-0.md:3:7",
          "      1 warning no-articles-folder, first in articles",
          "",
          "$",
        ].join("\n"),
      ),
    );
  });

  test("tells a long value by its beginning, and the advice after it in full", () => {
    const permalink = `/${"a/".repeat(3000)}`;
    const message = `"permalink" may not be longer than 1000 bytes: "${permalink}"; shorten it`;
    expect(reportText([errorAt({ file: "a.md" }, "bad-address", message)], "text")).toBe(
      `a.md error bad-address: "permalink" may not be longer than 1000 bytes: "${permalink.slice(0, 80)}…"; shorten it\n`,
    );
  });

  test("lets nothing of a hostile file or its name steer the terminal", () => {
    const hostile = "\u001B[2J\u009B1m\u202Ex";
    const diagnostic = { ...errorAt(placesIn(`${hostile}\n.md`, hostile)(0), "bad-value", hostile) };
    const report = reportText([diagnostic], "text");
    expect(report.split("\n")).toHaveLength(4);
    expect(report.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
  });

  test("is coloured where that is wanted, with the same words", () => {
    // Node has the last word, by what the terminal can show (https://nodejs.org/api/cli.html#force_color1-2-3).
    vi.stubEnv("FORCE_COLOR", "1");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const coloured = reportText([badDate, warning], "text", true);
    expect(coloured).toContain("\u001B[31merror\u001B[39m");
    expect(coloured).toContain("\u001B[33mwarning\u001B[39m");
    expect(stripVTControlCharacters(coloured)).toBe(reportText([badDate, warning], "text"));
  });
});

describe("a report for programs", () => {
  test("is a JSON list of places, codes and messages", () => {
    expect(JSON.parse(reportText([badDate, warning], "json"))).toEqual([
      { file: "articles/a.md", line: 2, column: 7, severity: "error", code: "bad-date", message: "no date" },
      { file: "articles", severity: "warning", code: "no-articles-folder", message: "no folder" },
    ]);
    expect(reportText([], "json")).toBe("[]\n");
  });

  test("is workflow commands on GitHub, which no file name or message can add to", () => {
    const hostile = errorAt(
      { file: "a,line=9:b.md", line: 2, column: 1 },
      "bad-value",
      "100%\n::error::forged",
    );
    expect(reportText([badDate, hostile, warning], "github")).toBe(
      [
        "::error file=articles/a.md,line=2,col=7,title=bad-date::no date",
        "::error file=a%2Cline=9%3Ab.md,line=2,col=1,title=bad-value::100%25%0A::error::forged",
        "::warning file=articles,title=no-articles-folder::no folder",
        "",
      ].join("\n"),
    );
  });

  test("steers no terminal either, and is read as what it was", () => {
    const file = "\u001B[2J\u009B1m\u202Ex.md";
    const message = "one\ntwo\u0085\u007F\t\u200F";
    const diagnostic = errorAt({ file }, "bad-value", message);
    const json = reportText([diagnostic], "json");
    expect(json).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
    expect(JSON.parse(json)).toMatchObject([{ file, message }]);
    expect(reportText([diagnostic], "github")).toBe(
      "::error file= [2J 1m x.md,title=bad-value::one%0Atwo  \t \n",
    );
  });
});

test("a text in several lines is printable with its lines and tabs", () => {
  expect(printableLines("a\tb\nc\rd\u001Be\u2028f\u2069")).toBe("a\tb\nc d e\u2028f ");
});

test("a place is told as far as it is known", () => {
  expect(placeText(badDate)).toBe("articles/a.md:2:7");
  expect(placeText(warning)).toBe("articles");
});

test("errors and warnings are counted in words", () => {
  expect(countText([])).toBe("no errors");
  expect(countText([badDate])).toBe("1 error");
  expect(countText([badDate, badDate, warning])).toBe("2 errors, 1 warning");
  expect(countText([warning])).toBe("1 warning");
  expect(counted(0, "article")).toBe("0 articles");
});
