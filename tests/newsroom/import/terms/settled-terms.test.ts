import { describe, expect, test } from "vitest";
import type { TermKind } from "../../../../src/content/names/terms.ts";
import type { ForeignStory, ForeignTerm } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { MappedNames } from "../../../../src/newsroom/import/terms/kind-of-terms.ts";
import { settledTerms } from "../../../../src/newsroom/import/terms/settled-terms.ts";
import { TermUses } from "../../../../src/newsroom/import/terms/term-uses.ts";
import { siteOf } from "../../../site-values.ts";

const place = { file: "archive" };

type Archive = {
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
  readonly listed?: readonly Omit<ForeignTerm, "kind">[];
  readonly mapped?: Readonly<Record<string, string | null>>;
  readonly site?: readonly string[];
  readonly authors?: readonly string[];
  readonly isWhole?: boolean;
};

/** Terms of an archive in which each name is that of one more story. */
function settledOf({
  tags = [],
  categories = [],
  authors = [],
  listed = [],
  mapped = {},
  site = [],
  isWhole = true,
}: Archive) {
  const uses = new TermUses();
  for (const term of listed) uses.addListed({ kind: "term", ...term }, place);
  const story: Omit<ForeignStory, "categories" | "tags"> = {
    kind: "article",
    id: "1",
    place,
    title: "",
    authors: [],
    body: () => ({ form: "text", text: "" }),
  };
  for (const tag of tags) uses.addStory({ ...story, categories: [], tags: [tag] });
  for (const category of categories) uses.addStory({ ...story, categories: [category], tags: [] });
  for (const author of authors) uses.addStory({ ...story, categories: [], tags: [], authors: [author] });
  const names: MappedNames = new Map(Object.entries(mapped));
  const terms = settledTerms(uses, siteOf(...site), {
    mapped: new Map([
      ["category", names],
      ["tag", names],
    ]),
    isWhole,
  });
  const of = (kind: TermKind, name: string) => {
    const settled = terms.of(kind, name);
    return typeof settled === "object" ? `${settled.name} /${settled.slug}/` : settled;
  };
  return { terms, of, notes: terms.notes.map(({ code, item, message }) => `${code} ${item}: ${message}`) };
}

describe("names of other signs that have one slug", () => {
  const authors = ["Agencias", "Agencias", "Agencias ."];

  test("have one each in a whole archive, which the lists of site.yaml tell", () => {
    const { of } = settledOf({ authors });
    expect(of("author", "Agencias .")).toBe("Agencias . /agencias-2/");
  });

  test("are one in a feed, for which no list is proposed", () => {
    const { of, notes } = settledOf({ authors, isWhole: false });
    expect(of("author", "Agencias .")).toBe("Agencias /agencias/");
    expect(notes).toEqual([
      'merged-term author "Agencias .": "Agencias ." (1 story) is "Agencias" now, as both have one address',
    ]);
  });

  test("have one each in a feed, too, where they are tags: their list shuts out no others", () => {
    const { of } = settledOf({ tags: ["C", "C", "C++"], isWhole: false });
    expect(of("tag", "C++")).toBe("C++ /c-2/");
  });

  test("are one where a list of tags stands already, to which none are added", () => {
    const { of } = settledOf({ tags: ["C", "C", "C++"], site: ["tags: [{name: Ferries}]"] });
    expect(of("tag", "C++")).toBe("C /c/");
  });

  test("are that of the list, where one has the slug", () => {
    const { of, notes } = settledOf({ tags: ["C++"], site: ["tags: [{name: C}]"] });
    expect(of("tag", "C++")).toBe("C /c/");
    expect(notes).toEqual(['merged-term tag "C++": "C++" (1 story) is "C" now, as both have one address']);
  });
});

describe("spellings of one term", () => {
  test("that differ by letter case, hyphen, space or accent become the commonest, and are listed", () => {
    const { of, notes } = settledOf({
      tags: ["climate change", "Climate-Change", "climate change", "Café", "cafe", "cafe"],
    });
    expect(of("tag", "Climate-Change")).toBe("climate change /climate-change/");
    expect(of("tag", "Café")).toBe("cafe /cafe/");
    expect(notes).toEqual([
      'merged-term tag "Climate-Change": "Climate-Change" (1 story) is "climate change" now, from which it differs by letter case, hyphen or accent only',
      'merged-term tag "Café": "Café" (1 story) is "cafe" now, from which it differs by letter case, hyphen or accent only',
    ]);
  });

  test("stay apart where they are different words, each with a slug of its own", () => {
    const { of, notes } = settledOf({ tags: ["C", "C", "C++", "C#", "мой", "мои", "한국", "かき", "がき"] });
    expect(["C", "C++", "C#"].map((name) => of("tag", name))).toEqual(["C /c/", "C++ /c-2/", "C# /c-3/"]);
    expect(of("tag", "мой")).toBe("мой /мой/");
    expect(of("tag", "мои")).toBe("мои /мои/");
    expect(of("tag", "かき")).not.toBe(of("tag", "がき"));
    expect(notes).toEqual([]);
  });

  test("keep the slugs they had in the archive", () => {
    const { of } = settledOf({
      categories: ["Asia"],
      tags: ["C", "C++"],
      listed: [
        { termKind: "category", name: "Asia", slug: "asia-news" },
        { termKind: "tag", name: "C++", slug: "c" },
      ],
    });
    expect(of("category", "Asia")).toBe("Asia /asia-news/");
    expect(of("tag", "C++")).toBe("C++ /c/");
    expect(of("tag", "C")).toBe("C /c-2/");
  });

  test("are what site.yaml calls them, where it lists them or has an alias", () => {
    const { of, notes } = settledOf({
      categories: ["asia", "economy", "Sports"],
      site: ["categories:", "  - name: Asia", "  - {name: Business, aliases: [Economy]}"],
    });
    expect(of("category", "asia")).toBe("Asia /asia/");
    expect(of("category", "economy")).toBe("Business /business/");
    expect(notes.map((note) => note.split(":")[0])).toEqual([
      'merged-term category "asia"',
      'merged-term category "economy"',
    ]);
  });

  test("of a category that a closed list does not know are those of a tag", () => {
    const { of } = settledOf({
      categories: ["Sports"],
      tags: ["sports", "sports"],
      site: ["categories: [{name: Asia}]"],
    });
    expect(of("category", "Sports")).toBe("unknown");
    expect(of("tag", "Sports")).toBe("sports /sports/");
  });
});

describe("--map", () => {
  test("renames terms and passes them over, whatever their spelling, and says nothing of it", () => {
    const { of, notes } = settledOf({
      categories: ["Wirtschaft", "wirtschaft", "Uncategorized", "Business"],
      mapped: { Wirtschaft: "Business", uncategorized: null },
    });
    expect(of("category", "Wirtschaft")).toBe("Business /business/");
    expect(of("category", "wirtschaft")).toBe("Business /business/");
    expect(of("category", "Uncategorized")).toBeUndefined();
    expect(notes).toEqual([]);
  });

  test("gives a term the slug of its new name, not the one it had", () => {
    const { of } = settledOf({
      categories: ["Wirtschaft"],
      listed: [{ termKind: "category", name: "Wirtschaft", slug: "wirtschaft" }],
      mapped: { Wirtschaft: "Business" },
    });
    expect(of("category", "Wirtschaft")).toBe("Business /business/");
  });
});

describe("a term that nothing can be made of", () => {
  test("is passed over, and listed", () => {
    const { of, notes } = settledOf({ tags: ["?!", "가".repeat(100)] });
    expect(of("tag", "?!")).toBeUndefined();
    expect(notes).toEqual([
      'unusable-value tag "?!": the tag "?!" has no letter or digit to make an address from; use a word',
      expect.stringContaining("is too long; shorten it to 240 bytes"),
    ]);
  });
});
