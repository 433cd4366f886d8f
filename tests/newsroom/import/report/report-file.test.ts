import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noteFates } from "../../../../src/newsroom/import/foreign/import-notes.ts";
import type { ImportOutcome } from "../../../../src/newsroom/import/report/import-counts.ts";
import { reportFileText } from "../../../../src/newsroom/import/report/report-file.ts";
import { summaryText } from "../../../../src/newsroom/import/report/summary-text.ts";
import { projectFolder } from "../../../../src/publish/disk/project.js";

const place = { file: "export.xml", line: 12 };
const outcome: ImportOutcome = {
  names: ["export.xml"],
  given: { articles: 1234, pages: 1, files: 0, terms: 2 },
  files: [
    ...Array.from({ length: 1231 }, (_, index) => ({
      file: `articles/2026/11/a-${index}.md`,
      became: "new" as const,
    })),
    { file: "articles/2026/11/b.md", became: "unchanged" },
    { file: "articles/2026/11/c.md", became: "kept" },
  ],
  notes: [
    { code: "merged-term", item: 'tag "cafe"', place, message: "merged" },
    { code: "no-date", item: "post 7", place, message: "it says no date" },
    {
      code: "dropped-script",
      item: "post 8",
      place,
      file: "articles/2026/11/a-8.md",
      message: 'a script is left out: "*x* <img src=x onerror=y> mei.tan@x.example"\u001b[31m',
    },
    { code: "no-date", item: "post 9", place: { file: "export.xml" }, message: "it says no date" },
  ],
  diagnostics: [],
  settings: { keys: ["categories"], isOdd: false },
  fileCount: 2,
  redirectCount: 3,
  isTrial: false,
  isDone: true,
};

describe("the report of an import", () => {
  test("counts all that was given, and lists every item, as Markdown that shows just the text", () => {
    expect(reportFileText("report.md", outcome)).toBe(`# Import of export.xml

1,234 articles and 1 page: 1,231 imported, 1 imported before and unchanged, 1 imported before, edited since and kept, 2 not imported.

The archive holds 1,234 articles, 1 page, 0 files and 2 terms.

Pictures and documents: 2 files.

Added to site.yaml: categories.

Added to redirects.txt: 3 lines.

| what | how many |
|---|---:|
| stories: imported | 1,231 |
| stories: unchanged | 1 |
| stories: kept | 1 |
| stories: not imported | 2 |
| not imported: no-date | 2 |
| merged: merged-term | 1 |
| lost: dropped-script | 1 |

## Not imported

### no-date: 2

- post 7 (export.xml:12): it says no date
- post 9 (export.xml): it says no date

## Merged

### merged-term: 1

- tag "cafe" (export.xml:12): merged

## Lost

### dropped-script: 1

- post 8 (export.xml:12): a script is left out: "\\*x\\* \\<img src=x onerror=y> …@…" \\[31m → articles/2026/11/a-8.md
`);
  });

  test("is JSON where its name ends so", () => {
    const report: unknown = JSON.parse(reportFileText("report.JSON", outcome));
    expect(report).toMatchObject({
      done: true,
      given: { articles: 1234, pages: 1 },
      stories: { imported: 1231, unchanged: 1, kept: 1, "not-imported": 2 },
      notes: { "no-date": 2, "merged-term": 1, "dropped-script": 1 },
      added: { files: 2, "site.yaml": ["categories"], "redirects.txt": 3 },
      errors: [],
    });
    expect(report).toMatchObject({
      items: [
        { fate: "not-imported", code: "no-date", item: "post 7", place, message: "it says no date" },
        { item: "post 9" },
        { fate: "merged", item: 'tag "cafe"' },
        { fate: "lost", item: "post 8", file: "articles/2026/11/a-8.md" },
      ],
    });
  });
});

describe("the manual", () => {
  test("explains every code of a report", async () => {
    const manual = await readFile(join(projectFolder, "docs/moving-in.md"), "utf8");
    expect(Object.keys(noteFates).filter((code) => !manual.includes(`\`${code}\``))).toEqual([]);
  });
});

describe("what an import says on the terminal", () => {
  test("is every item where there are few, and then the counts", () => {
    expect(summaryText(outcome)).toBe(`export.xml:12 no-date: post 7: it says no date
export.xml no-date: post 9: it says no date
export.xml:12 merged-term: tag "cafe": merged
export.xml:12 dropped-script: post 8: a script is left out: "*x* <img src=x onerror=y> …@…" [31m
Pictures and documents: 2 files.
Added to site.yaml: categories.
Added to redirects.txt: 3 lines.
1,234 articles and 1 page: 1,231 imported, 1 imported before and unchanged, 1 imported before, edited since and kept, 2 not imported.
`);
  });

  test("says of a trial what would be written", () => {
    expect(summaryText({ ...outcome, notes: [], isTrial: true })).toBe(`Pictures and documents: 2 files.
Would be added to site.yaml: categories.
Would be added to redirects.txt: 3 lines.
1,234 articles and 1 page: 1,231 would be imported, 1 imported before and unchanged, 1 imported before, edited since and kept, 2 not imported.
`);
  });

  test("is how many there are of each kind with an example where they are many, and where all can be read", () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({
      code: "made-up-alt" as const,
      item: `post ${index}`,
      place,
      message: "nothing describes the picture",
    }));
    const text = summaryText({ ...outcome, notes: [...many, ...outcome.notes.slice(0, 1)] });
    expect(text).toContain(`  1,500 × made-up-alt (changed), such as
          export.xml:12 made-up-alt: post 0: nothing describes the picture
      1 × merged-term (merged), such as
          export.xml:12 merged-term: tag "cafe": merged
Each of them stands in the report that --report FILE writes.
`);
  });
});
