import { expect, test } from "vitest";
import { frontMatterKeys } from "../../src/content/front-matter.ts";
import { meantKey } from "../../src/content/meant-key.ts";

test.for([
  ["catgories", "categories"],
  ["category", "categories"],
  ["Headline", "title"],
  ["byline", "authors"],
  ["agency", "source"],
  ["summary", "description"],
  ["published", "date"],
])("%s in front matter is taken for %s", ([key = "", meant]) => {
  expect(meantKey(key, frontMatterKeys)).toBe(meant);
});

test("a word of newsrooms is not taken for a key that is not known here", () => {
  expect(meantKey("headline", ["url", "pageSize"])).toBeUndefined();
});

test("nothing is guessed for a key that resembles none", () => {
  expect(meantKey("colour", frontMatterKeys)).toBeUndefined();
});
