/** What an import says on the terminal. */
import { placeText, printable, printableLines } from "../../../content/diagnostics/report.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import {
  addedTexts,
  digits,
  type ImportOutcome,
  notesByCode,
  outcomeText,
  shownMessage,
} from "./import-counts.ts";

/** So many notes fit on a screen. */
const seenAtOnce = 20;

/** Every note where they are few, else how many there are of each code, with an example; then the counts. */
export function summaryText(outcome: ImportOutcome): string {
  const { notes } = outcome;
  const groups = notesByCode(notes);
  const isShort = notes.length <= seenAtOnce;
  const lines = isShort
    ? groups.flatMap((group) => group.notes.map(noteLine))
    : groups.flatMap(({ fate, code, notes: ofCode }) => [
        `${digits(ofCode.length).padStart(7)} × ${code} (${fate.replace("-", " ")}), such as`,
        ...ofCode.slice(0, 1).map((note) => `          ${noteLine(note)}`),
      ]);
  const advice = isShort ? [] : ["Each of them stands in the report that --report FILE writes."];
  return [...lines, ...advice, ...addedTexts(outcome), `${outcomeText(outcome)}.`]
    .map((line) => `${printableLines(line)}\n`)
    .join("");
}

function noteLine({ place, code, item, message }: ImportNote): string {
  const where = placeText({ ...place, severity: "warning", code: "bad-value", message });
  const what = item === place.file ? "" : `${item}: `;
  return printable(`${where} ${code}: ${shownMessage(what + message)}`);
}
