import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { isWebAddress, line, singleLine, siteAddress, slug } from "../../../src/content/yaml/schema-parts.ts";

const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);

test("a text of one line has no line breaks, tabs or control characters, and accents in one form", () => {
  expect(singleLine(" a\r\n\tb\u0000\u001B[2Jc\u0085 e\u0301\u00A0")).toBe("a b [2Jc é");
  expect(line.safeParse(" \n\u0007").success).toBe(false);
});

describe("a web address", () => {
  test.for([
    "https://a.example",
    "HTTP://a.example/x?y#z",
    "https://한국.example/경제",
    "https://[::1]:8080/",
  ])("may be %s", (text) => {
    expect(isWebAddress(text)).toBe(true);
  });

  test.for([
    "a.example",
    "/x/",
    "//a.example",
    "javascript:alert(1)",
    "javascript://a.example/%0Aalert(1)",
    "ftp://a.example",
    "https://",
    "https://[",
    // On a page of the site, a browser takes this for an address below the page.
    "https:a.example",
    " https://a.example",
  ])("may not be %j", (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});

describe("a slug that an author chose", () => {
  test("may be anything a name could become", () => {
    expect(slug.parse("항구-tunnel-2")).toBe("항구-tunnel-2");
  });

  test("is told in the form it must have, and where it is too long", () => {
    expect(messages(slug, "Harbour Tunnel")).toEqual([
      'must be in lower case with hyphens for spaces: "harbour-tunnel"',
    ]);
    expect(messages(slug, "a".repeat(241))).toEqual(["is too long for a file name; shorten it to 240 bytes"]);
  });
});

test("an address on the site that cannot be is told with what is wrong", () => {
  expect(messages(siteAddress, "/old/address/")).toBeUndefined();
  expect(messages(siteAddress, "old")).toEqual(['must start with a slash: "old"']);
});
