import { describe, expect, test } from "vitest";
import { inReadingOrder } from "../../../src/content/diagnostics/diagnostic.ts";
import { readSite } from "../../../src/site/settings/site.ts";
import { smallSite } from "../../site-folder.ts";
import { siteOf } from "../../site-values.ts";

const told = (...lines: readonly string[]) =>
  inReadingOrder(readSite(smallSite + lines.join("\n")).diagnostics).map(
    ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`,
  );

describe("the colour of a site", () => {
  test("serves both schemes: of one, the other is made; or both are given", () => {
    expect(siteOf('accent: "#0B6E4F"').accent).toEqual({ light: "#0b6e4f", dark: "#418e76" });
    expect(siteOf('accent: {light: "#036", dark: "#9cf"}').accent).toEqual({
      light: "#003366",
      dark: "#99ccff",
    });
  });

  test("is told where it is hard to read, with one that is not", () => {
    expect(told('accent: "#ffcc00"')).toEqual([
      '3:9 error low-contrast: "accent" is hard to read on the light paper: its contrast is 1.48, and 4.5 is the least; take a darker one, such as "#8f7200"',
    ]);
    expect(told('accent: {light: "#036", dark: "#036"}')).toEqual([
      '3:31 error low-contrast: "accent.dark" is hard to read on the dark paper: its contrast is 1.42, and 4.5 is the least; take a lighter one, such as "#6383a2"',
    ]);
  });

  test("needs quotation marks, since # begins a comment", () => {
    expect(told("accent: #036")).toEqual([
      '3:9 error empty-value: "accent" is empty, since # begins a comment; put quotation marks around the value',
    ]);
    expect(told("accent: crimson")).toEqual([
      '3:9 error bad-value: "accent" must be a colour such as "#0b6e4f", not "crimson"',
    ]);
  });
});

test("what is given to menu, footer and scripts is checked where it stands", () => {
  expect(
    told(
      "navigation:",
      "  - {label: About, to: //elsewhere.example/}",
      "  - {label: Run, to: 'javascript:alert(1)'}",
      "  - {label: Mail, to: mailto:desk@small.example}",
      "  - {lable: News, to: News}",
      "social: [http://social.example/@paper]",
      "icon: icon.jpg",
      "scripts:",
      "  - {src: http://count.example/a.js}",
      "  - {src: counter.js}",
      "  - {src: /counter.js, connect: [https://count.example/api]}",
      "  - {src: https://count.example/a.js, data: {onClick: x}}",
    ),
  ).toEqual([
    expect.stringMatching(
      /^4:24 error bad-url: "navigation\[1\]\.to" must be a category's name, an address on the site/,
    ),
    expect.stringMatching(/^5:22 error bad-url: .*, not "javascript:alert\(1\)"$/),
    expect.stringMatching(/^7:5 error missing-key: "navigation\[4\]" has no "label"/),
    expect.stringMatching(
      /^7:6 error unknown-key: "lable" is not a key of "navigation\[4\]"; did you mean "label"\?/,
    ),
    expect.stringMatching(
      /^8:10 error bad-url: "social\[1\]" must be a whole web address that starts with https:\/\/$/,
    ),
    expect.stringMatching(/^9:7 error bad-value: "icon" must be the name of an SVG or a PNG file$/),
    expect.stringMatching(
      /^11:11 error bad-url: "scripts\[1\]\.src" must start with https:\/\/, or be the address of a file in static\//,
    ),
    expect.stringMatching(/^12:11 error bad-url: "scripts\[2\]\.src"/),
    expect.stringMatching(/^13:34 error bad-url: "scripts\[3\]\.connect\[1\]" must be an origin such as/),
    expect.stringMatching(/^14:\d+ error bad-value: .*must be a name in lower case, such as "site-id"$/),
  ]);
});
