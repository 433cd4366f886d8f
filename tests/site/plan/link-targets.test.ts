import { describe, expect, test } from "vitest";
import { linkedFile } from "../../../src/site/plan/link-targets.ts";

const from = "articles/2026/11/linking.md";
const fileOf = (href: string) => linkedFile(href, from)?.file;

describe("a link to an article file", () => {
  test.for([
    ["other-story.md", "articles/2026/11/other-story.md"],
    ["./other-story.md", "articles/2026/11/other-story.md"],
    ["../10/other%20story.markdown", "articles/2026/10/other story.markdown"],
    ["/articles/a.md", "articles/a.md"],
    ["%ED%95%AD%EB%A7%8C.md", "articles/2026/11/항만.md"],
    // Decomposed, as some systems name files.
    ["e%CC%81te.md", "articles/2026/11/\u00e9te.md"],
    ["../../../../etc/notes.md", "../etc/notes.md"],
    ["a.MD?b#c.d", "articles/2026/11/a.MD"],
  ] as const)("%s names %s", ([href, file]) => {
    expect(fileOf(href)).toBe(file);
  });

  test("keeps what stands behind the file's name", () => {
    expect(linkedFile("a.md?b=c#d.md", from)?.rest).toBe("?b=c#d.md");
  });

  test.for([
    "https://a.example/a.md",
    "//a.example/a.md",
    "mailto:desk@a.md",
    "/a/?b=a.md",
    "#a.md",
    "/a.md/",
    "a.mdx",
  ])("is none where it leads elsewhere: %s", (href) => {
    expect(fileOf(href)).toBeUndefined();
  });
});
