/** What an import says on the terminal. */
import { placeText, printable } from "../../../content/diagnostics/report.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { type ImportOutcome, notesByCode, outcomeText } from "./import-counts.ts";

/** So many notes fit on a screen. */
const seenAtOnce = 20;

/** Every note where they are few, else how many there are of each code, with an example; then the counts. */
export function summaryText(outcome: ImportOutcome): string {
  const groups = notesByCode(outcome.notes);
  const lines =
    outcome.notes.length <= seenAtOnce
      ? groups.flatMap(({ notes }) => notes.map(noteLine))
      : groups.flatMap(({ fate, code, notes }) => [
          `${String(notes.length).padStart(7)} × ${code} (${fate.replace("-", " ")}), such as`,
          ...notes.slice(0, 1).map((note) => `          ${noteLine(note)}`),
        ]);
  return [...lines, `${outcomeText(outcome)}.`].map((line) => `${line}\n`).join("");
}

function noteLine({ place, code, item, message }: ImportNote): string {
  const where = placeText({ ...place, severity: "warning", code: "bad-value", message });
  return printable(
    item === place.file ? `${where} ${code}: ${message}` : `${where} ${code}: ${item}: ${message}`,
  );
}
