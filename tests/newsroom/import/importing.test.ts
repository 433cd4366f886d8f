import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ImportedArticle, ImportFormat } from "../../../src/newsroom/import/import-format.ts";
import { importFile } from "../../../src/newsroom/import/importing.ts";
import { siteFolder } from "../../site-folder.ts";
import { siteOf } from "../../site-values.ts";

/** Notes of one line, a headline and perhaps a date: `Ferry returns | 2026-11-20`. */
const notes: ImportFormat = {
  name: "notes",
  title: "a list of notes",
  shape: "a line for each article",
  namesDates: true,
  recognizes: (text) => text.includes(" | "),
  read: (_, text) => ({
    articles: text.split("\n").map((line): ImportedArticle => {
      const [title = "", date] = line.split(" | ");
      return { title, date, categories: ["News"], paragraphs: [title] };
    }),
    diagnostics: [],
  }),
};

async function importNotes(text: string, date?: string) {
  const file = join(await siteFolder({ "notes.txt": text }), "notes.txt");
  const { newFiles, diagnostics } = importFile(file, { site: siteOf(), format: notes, date });
  return {
    files: newFiles.map((one) => one.file),
    diagnostics: diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
  };
}

describe("importing a file", () => {
  test("makes as many articles as it holds, each of the date it names", async () => {
    expect(await importNotes("Ferry returns | 2026-11-20\nBridge opens | 2026-10-02 08:30")).toEqual({
      files: ["articles/2026/11/ferry-returns.md", "articles/2026/10/bridge-opens.md"],
      diagnostics: [],
    });
  });

  test("asks for the date of those that name none, and takes the one that is given", async () => {
    expect(await importNotes("Ferry returns | 2026-11-20\nBridge opens")).toEqual({
      files: ["articles/2026/11/ferry-returns.md"],
      diagnostics: ["error no-date: a list of notes names no date; give it as --date 2026-11-20"],
    });
    expect(await importNotes("Ferry returns | 2026-11-20\nBridge opens", "2026-09-01")).toEqual({
      files: ["articles/2026/11/ferry-returns.md", "articles/2026/09/bridge-opens.md"],
      diagnostics: ["warning no-date: a list of notes names no date; 2026-09-01 is taken from --date"],
    });
  });

  test("tells of a date that is none, and of a headline without a letter", async () => {
    expect(await importNotes("Ferry returns | soon\n?! | 2026-11-20")).toMatchObject({
      files: [],
      diagnostics: [
        'error bad-date: "soon" is not a date; write it as 2026-11-20 or 2026-11-20 08:30',
        'error empty-slug: the headline "?!" has no letter or digit to make a file\'s name from',
      ],
    });
  });
});
