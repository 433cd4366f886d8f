/** How many things of an archive had which fate. */
import { compareText } from "../../../content/diagnostics/diagnostic.ts";
import { counted } from "../../../content/diagnostics/report.ts";
import { grouped } from "../../../content/values/grouped.ts";
import { type Fate, fates, type ImportNote, type NoteCode, noteFates } from "../foreign/import-notes.ts";

/** What an import did. */
export type ImportOutcome = {
  /** Stories of the archive, pages among them. */
  readonly storyCount: number;
  /** What stories became, in the order of the archive. */
  readonly files: readonly { readonly file: string; readonly became: "new" | "unchanged" | "kept" }[];
  readonly notes: readonly ImportNote[];
};

/** Notes of one code, in the order in which they were made. */
export type NotesOfCode = {
  readonly fate: Fate;
  readonly code: NoteCode;
  readonly notes: readonly ImportNote[];
};

/** In the order of fates, and the most frequent first. */
export function notesByCode(notes: readonly ImportNote[]): NotesOfCode[] {
  const groups = [...grouped(notes, ({ code }) => code).values()].flatMap((group): NotesOfCode[] =>
    group[0] === undefined ? [] : [{ fate: noteFates[group[0].code], code: group[0].code, notes: group }],
  );
  return groups.sort(
    (a, b) =>
      fates.indexOf(a.fate) - fates.indexOf(b.fate) ||
      b.notes.length - a.notes.length ||
      compareText(a.code, b.code),
  );
}

/** `12 stories: 10 imported, 1 unchanged, 1 not imported` */
export function outcomeText({ storyCount, files }: ImportOutcome): string {
  const count = (became: string) => files.filter((one) => one.became === became).length;
  const counts = [
    [count("new"), "imported"],
    [count("unchanged"), "imported before and unchanged"],
    [count("kept"), "imported before, edited since and kept"],
    [storyCount - files.length, "not imported"],
  ] as const;
  const told = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `${storiesText(storyCount)}${told.length === 0 ? "" : `: ${told.join(", ")}`}`;
}

export function storiesText(count: number): string {
  return count === 1 ? "1 story" : counted(count, "storie");
}
