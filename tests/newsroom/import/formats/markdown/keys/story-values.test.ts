import { describe, expect, test } from "vitest";
import { storyValues } from "../../../../../../src/newsroom/import/formats/markdown/keys/story-values.ts";
import type { Values } from "../../../../../../src/newsroom/import/formats/markdown/values/values.ts";

const reading = {
  keys: new Map<string, string | null>(),
  timezone: undefined,
  siteZone: "Asia/Hong_Kong",
  tagsBySpaces: false,
  people: new Map([["mei", "Mei Tan"]]),
};

/** What is said, without what is not. */
function read(values: Values, how: Partial<typeof reading> = {}) {
  const story = storyValues(values, { ...reading, ...how });
  return Object.fromEntries(
    Object.entries(story).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

describe("what a story says, whatever the key is called", () => {
  test.for([
    ["lastmod", "updated"],
    ["last_modified_at", "updated"],
    ["modified", "updated"],
    ["updatedDate", "updated"],
    ["pubDate", "date"],
    ["publishDate", "date"],
    ["publishedAt", "date"],
    ["created", "date"],
    ["published", "date"],
    ["expiryDate", "expires"],
    ["expires", "expires"],
  ] as const)("%s is its %s", ([key, ours]) => {
    expect(read({ [key]: "2020-01-02 9:05" })).toEqual({ [ours]: "2020-01-02 09:05:00" });
  });

  test.for(["excerpt", "summary", "subtitle", "lede", "description", "Standfirst"])(
    "%s is its description",
    (key) => {
      expect(read({ [key]: "What <em>happened</em>\n&amp; why" })).toEqual({
        description: "What happened & why",
      });
    },
  );

  test.for([
    ["A *word* and **two words**", "A word and two words"],
    ["See [the `map`](https://m.example/a)", "See the map"],
    ["*args and 2 * 3 * 4 of snake_case_names", "*args and 2 * 3 * 4 of snake_case_names"],
  ] as const)("it is text without the signs of Markdown: %s", ([description, text]) => {
    expect(read({ description })).toEqual({ description: text });
  });

  test("of two descriptions the one that says most of what it is has the say, and the other is told", () => {
    expect(read({ subtitle: "Below", description: "Above", summary: "Above" })).toEqual({
      description: "Above",
      unusable: [{ key: "subtitle", message: '"Below" is left out, as "description" is the description' }],
    });
  });

  test.for<readonly [Values, readonly string[]]>([
    [{ author: "Mei Tan" }, ["Mei Tan"]],
    [{ author: "mei" }, ["Mei Tan"]],
    [{ byline: "By Mei Tan and Jo Ng" }, ["Mei Tan", "Jo Ng"]],
    [{ authors: ["mei", "Jo Ng"] }, ["Mei Tan", "Jo Ng"]],
    [{ authors: "Tan, Mei; Ng, Jo" }, ["Tan, Mei", "Ng, Jo"]],
    [{ author: { name: "Mei Tan", email: "mei@example.org" } }, ["Mei Tan"]],
    [{ authors: [{ name: "Mei Tan", url: "https://mei.example" }, { name: "Jo Ng" }] }, ["Mei Tan", "Jo Ng"]],
    [{ authors: ["[Mei Tan](https://mei.example)", "<b>Jo Ng</b>"] }, ["Mei Tan", "Jo Ng"]],
    [{ author: "Mei Tan <mei@example.org>" }, ["Mei Tan"]],
    [{ author: "mei@example.org" }, []],
    [{ author: "Smith, John" }, ["Smith, John"]],
    [{ author: "Rock and Roll" }, ["Rock and Roll"]],
    [{ author: "김민지, 박서준" }, ["김민지", "박서준"]],
  ])("its authors are %j", ([values, authors]) => {
    expect(storyValues(values, reading).authors).toEqual(authors);
  });

  test.for<readonly [Values, boolean, readonly string[]]>([
    [{ tags: "harbour ferry" }, true, ["harbour", "ferry"]],
    [{ tags: "harbour ferry" }, false, ["harbour ferry"]],
    [{ tags: "harbour, ferry town" }, true, ["harbour", "ferry town"]],
    [{ tags: ["harbour town", "#ferry"] }, true, ["harbour town", "ferry"]],
    [{ tags: [{ name: "Harbour" }, { title: "Ferry" }] }, false, ["Harbour", "Ferry"]],
    [{ tag: "港口、渡轮" }, false, ["港口", "渡轮"]],
    [{ keywords: "harbour, ferry" }, false, ["harbour", "ferry"]],
    [{ tags: ["harbour"], keywords: "ferry" }, false, ["harbour"]],
    [{ taxonomies: { tags: ["harbour"] } }, false, ["harbour"]],
  ])("its tags are %j", ([values, tagsBySpaces, tags]) => {
    expect(storyValues(values, { ...reading, tagsBySpaces }).tags).toEqual(tags);
  });

  test.for<readonly [Values, readonly string[]]>([
    [{ category: "World News" }, ["World News"]],
    [{ categories: "asia business" }, ["asia", "business"]],
    [{ categories: [["Sports", "Baseball"], ["News"]] }, ["Sports", "Baseball", "News"]],
    [{ section: "Asia", categories: ["Business"] }, ["Business", "Asia"]],
  ])("its categories are %j", ([values, categories]) => {
    expect(storyValues(values, { ...reading, tagsBySpaces: true }).categories).toEqual(categories);
  });

  test.for<readonly [Values, object | undefined]>([
    [{ image: "/a.jpg" }, { src: "/a.jpg" }],
    [
      { image: { src: "a.jpg", alt: "A", caption: "B", credit: "C" } },
      { src: "a.jpg", alt: "A", caption: "B", credit: "C" },
    ],
    [{ image: { path: "/a.jpg", alt: "A" } }, { src: "/a.jpg", alt: "A" }],
    [{ image: { url: "/a.jpg" } }, { src: "/a.jpg" }],
    [{ image: { feature: "a.jpg" } }, { src: "a.jpg" }],
    [{ cover: { image: "/a.jpg", caption: "B" } }, { src: "/a.jpg", caption: "B" }],
    [{ header: { image: "/a.jpg", caption: "B", image_description: "D" } }, { src: "/a.jpg", caption: "B" }],
    [{ images: ["a.jpg", "b.jpg"] }, { src: "a.jpg" }],
    [{ featured_image: "/a.jpg" }, { src: "/a.jpg" }],
    [{ photos: ["/a.jpg", "/b.jpg"] }, { src: "/a.jpg" }],
    [{ thumbnail: "/a.jpg" }, { src: "/a.jpg" }],
    [
      { heroImage: "./a.jpg", heroImageAlt: "A" },
      { src: "./a.jpg", alt: "A" },
    ],
    [{ thumbnail: "/small.jpg", image: "/big.jpg" }, { src: "/big.jpg" }],
    [{ extra: { image: "/a.jpg" } }, { src: "/a.jpg" }],
    [
      { "header-img": "img/a.jpg", "header-img-credit": "Jo" },
      { src: "img/a.jpg", credit: "Jo" },
    ],
    [{ image: "![[a.jpg]]" }, { src: "a.jpg" }],
    [{ cover: true }, undefined],
    [{ image: "#ff0000" }, undefined],
    [{ image: "javascript:alert(1)//.jpg" }, undefined],
  ])("its picture is %j", ([values, image]) => {
    expect(read(values)["image"]).toEqual(image);
  });

  test("its source is a name, or a name and an address, or the host of an address", () => {
    expect(read({ source: "Harbour Agency" })).toEqual({ source: { name: "Harbour Agency" } });
    expect(read({ source: { name: "Harbour Agency", url: "https://h.example/" } })["source"]).toEqual({
      name: "Harbour Agency",
      url: "https://h.example/",
    });
    expect(read({ source: "https://www.h.example/1" })["source"]).toEqual({
      name: "h.example",
      url: "https://www.h.example/1",
    });
  });

  test("its language is that of a locale, and what is none is told", () => {
    expect(read({ locale: "ko_KR" })).toEqual({ language: "ko-KR" });
    expect(read({ lang: "english" })).toMatchObject({ unusable: [{ key: "lang" }] });
  });

  test("its old addresses are those of redirect_from, aliases and the like", () => {
    const old = read({ redirect_from: ["/a/", "/b"], aliases: "/c/, /d/" })["oldAddresses"];
    expect(old).toEqual(["/c/", "/d/", "/a/", "/b"]);
  });
});

describe("whether a story is for readers", () => {
  test.for<Values>([
    { draft: true },
    { published: false },
    { status: "draft" },
    { status: "Pending" },
    { draft: "yes" },
    { unlisted: true },
  ])("it is a draft by %j", (values) => {
    expect(storyValues(values, reading).isDraft).toBe(true);
  });

  test.for<Values>([
    { draft: false },
    { published: true },
    { status: "published" },
    { published: "2020-01-02" },
  ])("it is none by %j", (values) => {
    expect(storyValues(values, reading).isDraft).toBeUndefined();
  });

  test.for<Values>([
    { status: "private" },
    { status: "trash" },
    { password: "x" },
    { private: true },
    { redirect_to: "/x/" },
  ])("it is withheld by %j", (values) => {
    expect(storyValues(values, reading).withheld).toBeDefined();
  });

  test("a password is named nowhere", () => {
    expect(JSON.stringify(storyValues({ password: "s3cret" }, reading))).not.toContain("s3cret");
  });

  test("a story with a later day of publication is out on that day", () => {
    expect(read({ date: "2020-01-02", publishDate: "2027-01-02" })["date"]).toBe("2027-01-02");
    expect(read({ date: "2020-01-02", publishDate: "2019-01-02" })["date"]).toBe("2020-01-02");
  });
});

describe("keys", () => {
  test("that say nothing of content are told from keys that are not known", () => {
    expect(
      read({ layout: "post", toc: true, weight: "3", mood: "grim", extra: { mood2: "x" }, empty: "" }),
    ).toEqual({
      passedOver: ["layout", "toc", "weight"],
      unknown: ["mood", "mood2"],
    });
  });

  test("mean what --map says, before all others", () => {
    const keys = new Map([
      ["mood", "tags"],
      ["kicker", "description"],
      ["toc", "title"],
      ["excerpt", null],
    ]);
    expect(read({ mood: "grim", kicker: "K", summary: "K", toc: "T", excerpt: "E" }, { keys })).toEqual({
      tags: ["grim"],
      description: "K",
      title: "T",
      passedOver: ["excerpt"],
    });
  });

  test("whose dates cannot be told are told", () => {
    expect(read({ date: "01/02/2020" })).toEqual({
      unusable: [{ key: "date", message: '"01/02/2020" names no day that can be told' }],
    });
  });
});
