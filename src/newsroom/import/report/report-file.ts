/** The report of an import: counts, and then every item that was not imported, or is not as it was. */
import { jsonText, placeText, printable } from "../../../content/diagnostics/report.ts";
import { escapedParagraph } from "../../../content/markup/markdown-escape.ts";
import { singleLine } from "../../../content/yaml/schema-parts.ts";
import type { Fate, ImportNote } from "../foreign/import-notes.ts";
import {
  addedTexts,
  digits,
  type ImportOutcome,
  notesByCode,
  numbered,
  outcomeText,
  shownMessage,
  storyCounts,
} from "./import-counts.ts";

const fateTitles: Readonly<Record<Fate, string>> = {
  "not-imported": "Not imported",
  lost: "Lost",
  changed: "Changed",
  merged: "Merged",
  kept: "Kept as it stood",
};

/** As JSON where the file's name ends so, else as Markdown. */
export function reportFileText(file: string, outcome: ImportOutcome): string {
  return /\.json$/i.test(file) ? reportJson(outcome) : reportMarkdown(outcome);
}

function reportJson(outcome: ImportOutcome): string {
  const { names, given, files, notes, diagnostics, settings, fileCount, redirectCount, isDone } = outcome;
  const byCode = notesByCode(notes);
  const report = {
    archives: names,
    done: isDone,
    given,
    stories: storyCounts(outcome),
    notes: Object.fromEntries(byCode.map(({ code, notes: ofCode }) => [code, ofCode.length])),
    added: { files: fileCount, "site.yaml": settings.keys, "redirects.txt": redirectCount },
    errors: diagnostics.map(({ file, line, column, severity, code, message }) => ({
      ...{ file, line, column, severity, code },
      message: shownMessage(message),
    })),
    files,
    items: byCode.flatMap(({ fate, code, notes: ofCode }) =>
      ofCode.map(({ item, place: { file, line, column }, message, file: target }) => ({
        ...{ fate, code },
        item: shownMessage(item),
        place: { file, line, column },
        file: target,
        message: shownMessage(message),
      })),
    ),
  };
  return jsonText(report);
}

function reportMarkdown(outcome: ImportOutcome): string {
  const { names, given, notes, diagnostics, isDone } = outcome;
  const byCode = notesByCode(notes);
  const rows = [
    ...Object.entries(storyCounts(outcome)).map(
      ([fate, count]) => [`stories: ${fate.replace("-", " ")}`, count] as const,
    ),
    ...byCode.map(
      ({ fate, code, notes: ofCode }) => [`${fate.replace("-", " ")}: ${code}`, ofCode.length] as const,
    ),
  ];
  const blocks = [
    `# Import of ${names.map(plain).join(", ")}`,
    isDone ? `${outcomeText(outcome)}.` : "Nothing was written.",
    `The archive holds ${numbered(given.articles, "article")}, ${numbered(given.pages, "page")}, ${numbered(given.files, "file")} and ${numbered(given.terms, "term")}.`,
    ...addedTexts(outcome),
    [
      "| what | how many |",
      "|---|---:|",
      ...rows.map(([what, count]) => `| ${what} | ${digits(count)} |`),
    ].join("\n"),
    ...(diagnostics.length === 0
      ? []
      : [
          "## Errors and warnings",
          diagnostics
            .map((one) => `- ${plain(`${placeText(one)} ${one.severity} ${one.code}: ${one.message}`)}`)
            .join("\n"),
        ]),
    ...byCode.flatMap(({ fate, code, notes: ofCode }, index) => [
      ...(byCode[index - 1]?.fate === fate ? [] : [`## ${fateTitles[fate]}`]),
      `### ${code}: ${digits(ofCode.length)}`,
      ofCode.map(itemLine).join("\n"),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function itemLine({ item, place, message, file }: ImportNote): string {
  const where = placeText({ ...place, severity: "warning", code: "bad-value", message });
  const what = item === place.file ? where : `${item} (${where})`;
  return `- ${plain(what)}: ${plain(message)}${file === undefined ? "" : ` → ${plain(file)}`}`;
}

/** Text of an archive as Markdown that shows just that. */
function plain(text: string): string {
  return escapedParagraph(singleLine(printable(shownMessage(text))));
}
