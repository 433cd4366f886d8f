import { describe, expect, test } from "vitest";
import {
  paragraphsOf,
  withoutHeadline,
  withoutOpening,
} from "../../../../../src/newsroom/import/formats/agency/opening.ts";

const html = (text: string) => ({ form: "html", text }) as const;

describe("the text of an agency", () => {
  test.for([
    ["<p>GROSSETO, Italy (AP) -- The trial</p>", "GROSSETO, Italy (AP)", "<p>The trial</p>"],
    ["<div>\n<p>HONG KONG — It <b>is</b> open.</p>", "HONG KONG", "<div>\n<p>It <b>is</b> open.</p>"],
    ["<p>PORT-AU-PRINCE, Haiti &mdash; Rain</p>", "PORT-AU-PRINCE, Haiti", "<p>Rain</p>"],
    ["<p>NEW YORK, Nov. 20 (Agency) - Rain</p>", undefined, "<p>NEW YORK, Nov. 20 (Agency) - Rain</p>"],
    ["<p>The trial -- of all</p>", undefined, "<p>The trial -- of all</p>"],
    ["<p>UN-backed talks - again</p>", undefined, "<p>UN-backed talks - again</p>"],
    ["", undefined, ""],
  ] as const)("gives its dateline: %s", ([text, dateline, rest]) => {
    expect(withoutOpening(html(text))).toEqual({
      body: html(rest),
      ...(dateline === undefined ? {} : { dateline }),
    });
  });

  test("loses the headline that it begins with, and no other heading", () => {
    expect(withoutHeadline(html("<h1>A &amp; B</h1><p>x</p>"), "A & B")).toEqual(html("<p>x</p>"));
    expect(withoutHeadline(html("<h1>Other</h1><p>x</p>"), "A & B")).toEqual(html("<h1>Other</h1><p>x</p>"));
    expect(withoutHeadline({ form: "text", text: "A & B\nx" }, "A & B")).toEqual({ form: "text", text: "x" });
  });

  test("has a paragraph in each line, or between empty lines", () => {
    expect(paragraphsOf("one\ntwo")).toBe("one\ntwo");
    expect(paragraphsOf("one\r\nmore\r\n \r\ntwo")).toBe("one more\ntwo");
  });
});
