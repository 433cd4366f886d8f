import { describe, expect, test } from "vitest";
import { newTerm, type Term, termReader } from "../../../src/content/names/terms.ts";

describe("a category, tag, author or source", () => {
  test("has an address of its name", () => {
    expect(newTerm("tag", "항구 Tunnel")).toEqual({ kind: "tag", name: "항구 Tunnel", slug: "항구-tunnel" });
  });

  test("has the small letters of the site's language in it", () => {
    const read = termReader({}, "tr");
    expect(read("tag", "IŞIK")).toEqual({ kind: "tag", name: "IŞIK", slug: "ışık" });
    expect(read("author", "Işıl İnce")).toMatchObject({ slug: "ışıl-ince" });
  });

  test("needs a letter or a digit", () => {
    expect(newTerm("tag", "?!")).toEqual({
      code: "empty-slug",
      message: 'the tag "?!" has no letter or digit to make an address from; use a word',
    });
  });

  test("may not be longer than a folder's name can be", () => {
    expect(newTerm("tag", "a".repeat(240))).toMatchObject({ slug: "a".repeat(240) });
    expect(newTerm("tag", "a".repeat(241))).toMatchObject({ code: "slug-too-long" });
  });
});

describe("names in articles", () => {
  const business: Term = { kind: "category", name: "Business", slug: "money" };
  const closed = {
    category: {
      terms: [business],
      byName: new Map([
        ["Business", business],
        ["Economy", business],
      ]),
    },
  };

  test("mean the term of the site's list, by its name or by another it goes by", () => {
    const read = termReader(closed);
    expect(read("category", "Business")).toBe(business);
    expect(read("category", "Economy")).toBe(business);
  });

  test("that are not on the list are told with the nearest that is", () => {
    expect(termReader(closed)("category", "Busines")).toEqual({
      code: "unknown-category",
      message: '"Busines" is not a category; did you mean "Business"?',
    });
    expect(termReader(closed)("category", "Europe")).toMatchObject({
      message: '"Europe" is not a category; use one of Business, or add it to site.yaml',
    });
    const authors = { author: { terms: [], byName: new Map() } };
    expect(termReader(authors)("author", "Mei")).toEqual({
      code: "unknown-author",
      message: '"Mei" is not an author; add it to site.yaml',
    });
  });

  test("are free where there is no list, and the same name is the same term", () => {
    const read = termReader(closed);
    expect(read("tag", "ferry")).toEqual({ kind: "tag", name: "ferry", slug: "ferry" });
    expect(read("tag", "ferry")).toBe(read("tag", "ferry"));
    expect(read("tag", "ferry")).not.toBe(read("author", "ferry"));
  });
});
