import { expect, test } from "vitest";
import { frontMatterSnippets } from "../../../src/content/article/front-matter-snippets.ts";

test("an editor offers each key of front matter in the form that its value has", () => {
  const snippets = frontMatterSnippets();
  expect(snippets["title"]).toEqual({
    scope: "markdown",
    prefix: "title",
    body: ["title: $1"],
    description: "The headline.",
  });
  expect(snippets["tags"]?.body).toEqual(["tags: [$1]"]);
  expect(snippets["draft"]?.body).toEqual(["draft: true"]);
  expect(snippets["kind"]?.body).toEqual(["kind: ${1|opinion,analysis,review,press release,sponsored|}"]);
  expect(snippets["source"]?.body).toEqual(["source: $1"]);
  expect(snippets["corrections"]?.body).toEqual(["corrections:", "  - {date: $1, text: $2}"]);
  expect(snippets["image"]?.body.slice(0, 3)).toEqual(["image:", "  src: $1", "  alt: $2"]);
});
