import { describe, expect, test } from "vitest";
import { changesMarkdown, changesOf, changesText } from "../../../src/publish/changes/changes.ts";

const none = { added: [], changed: [], removed: [], bytes: 0 };
const some = {
  added: [{ path: "2026/11/a/index.html", causes: ["articles/a.md"] }],
  changed: [
    { path: "index.html", causes: ["articles/a.md"] },
    { path: "tag/경제/index.html", causes: ["site.yaml", "articles/a.md"] },
  ],
  removed: [{ path: "old`name.html", causes: ["articles/b.md"] }],
  bytes: 1001,
};

describe("what a build changes", () => {
  test("is told in one line", () => {
    expect(changesText(none)).toBe("Nothing has changed.\n");
    expect(changesText(some)).toBe("1 file added, 2 changed, 1 removed; 2 KB written.\n");
    expect([changesOf(none), changesOf(some)]).toEqual([0, 4]);
  });

  test("is told in Markdown with its causes and the addresses that a CDN has to forget", () => {
    expect(changesMarkdown(some, "https://small.example")).toBe(
      [
        "# What this build changes",
        "1 file added, 2 changed, 1 removed; 2 KB written.",
        "## Added (1)",
        "- `2026/11/a/index.html`: `articles/a.md`",
        "## Changed (2)",
        "- `index.html`: `articles/a.md`\n- `tag/경제/index.html`: `site.yaml`, `articles/a.md`",
        "## Removed (1)",
        "- `old'name.html`: `articles/b.md`",
        "## Addresses to purge",
        "```text\nhttps://small.example/\nhttps://small.example/tag/%EA%B2%BD%EC%A0%9C/\nhttps://small.example/old%60name.html\n```\n",
      ].join("\n\n"),
    );
    expect(changesMarkdown(none, "https://small.example")).toBe(
      "# What this build changes\n\nNothing has changed.\n",
    );
  });
});
