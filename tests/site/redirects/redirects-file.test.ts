import { describe, expect, test } from "vitest";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";
import { ruleText } from "../../../src/site/redirects/rules-text.ts";

describe("redirects.txt", () => {
  test("holds a rule a line, comments, and empty lines", () => {
    const { rules, diagnostics } = readRedirects(
      [
        "# Our old blog",
        "",
        "/Old.html   /about/",
        "\t/?p=123 /2026/11/a/ 302  # the short link",
        "/forum/* 410",
        "/경제 /category/경제/#top",
        "/blog/* https://archive.example/:splat 301",
      ].join("\n"),
    );
    expect(diagnostics).toEqual([]);
    expect(rules.map((rule) => `${rule.place.line}:${rule.place.column} ${ruleText(rule)}`)).toEqual([
      "3:1 /Old.html /about/ 301",
      "4:2 / p=123 /2026/11/a/ 302!",
      "5:1 /forum/* /410.html 410",
      "6:1 /%EA%B2%BD%EC%A0%9C /category/%EA%B2%BD%EC%A0%9C/#top 301",
      "7:1 /blog/* https://archive.example/:splat 301",
    ]);
  });

  test.for([
    ["/old/", '1:1 "/old/" leads nowhere; write behind it where it leads, or 410 for what is gone'],
    ["old/ /new/", '1:1 the address "old/" must start with a slash, and with one alone'],
    [
      "https://a.example/ /new/",
      '1:1 the address "https://a.example/" must start with a slash, without the name of the site before it',
    ],
    [
      "/old/ new/",
      '1:7 "new/" must be an address of the site such as /about/, or a whole one with https://; or 410',
    ],
    [
      "/old/ ftp://a.example/",
      '1:7 "ftp://a.example/" must be an address of the site such as /about/, or a whole one with https://; or 410',
    ],
    [
      "/old/ javascript:alert(1)",
      '1:7 "javascript:alert(1)" must be an address of the site such as /about/, or a whole one with https://; or 410',
    ],
    [
      "/old/ //evil.example/",
      '1:7 "//evil.example/" must be an address of the site such as /about/, or a whole one with https://; or 410',
    ],
    [
      "/ p=123 /new/",
      '1:3 "p=123" belongs to the old address; write it there behind a question mark: /?p=123',
    ],
    ["/old/ /new/ 307", '1:13 "307" may be 301, for good, or 302, for now; without it, 301 holds'],
    [
      "/old/ /new/ 301 302",
      '1:17 "302" is too much on this line; write a space in an address as %20, and a # before a comment',
    ],
    [
      "/old/ 410 /new/",
      '1:11 "/new/" is too much on this line; write a space in an address as %20, and a # before a comment',
    ],
    [
      "/old/ /:splat",
      '1:7 "/:splat" may hold ":splat" once, and where the old address ends in /*, as what stands there',
    ],
    [
      "/old/* /:splat/:splat",
      '1:8 "/:splat/:splat" may hold ":splat" once, and where the old address ends in /*, as what stands there',
    ],
    ["/old/* /new/*", '1:8 "/new/*" may not hold "*"; write :splat for what stands there'],
  ])("tells what cannot be read, where it stands: %s", ([line = "", message = ""]) => {
    const { rules, diagnostics } = readRedirects(`${line}\n/fine/ /fine-now/\n`);
    expect(rules).toHaveLength(1);
    expect(
      diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`),
    ).toEqual([message.replace(" ", " bad-redirect: ")]);
  });
});
