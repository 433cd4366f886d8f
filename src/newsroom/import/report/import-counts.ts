/** How many things of an archive had which fate. */
import { compareText, type Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { grouped } from "../../../content/values/grouped.ts";
import { type Fate, fates, type ImportNote, type NoteCode, noteFates } from "../foreign/import-notes.ts";

/** What an import did. */
export type ImportOutcome = {
  /** What was given, as it was named. */
  readonly names: readonly string[];
  /** What the archive holds. */
  readonly given: GivenCounts;
  /** What stories became, in the order of the archive. */
  readonly files: readonly { readonly file: string; readonly became: "new" | "unchanged" | "kept" }[];
  readonly notes: readonly ImportNote[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of pictures and documents that were brought along. */
  readonly fileCount: number;
  /** What was added to site.yaml. */
  readonly settings: AddedSettings;
  /** Lines that were added to redirects.txt. */
  readonly redirectCount: number;
  /** Every address that is known of what was given, as paths; absent where nothing was written. */
  readonly asked?: () => readonly string[];
  /** Whether it was only shown what would be written. */
  readonly isTrial: boolean;
  /** False where errors stood in the way: nothing was written. */
  readonly isDone: boolean;
  /** A story has no category that the site knows, and the site does not know the one that was named for such. */
  readonly needsCategory?: true;
};

export type GivenCounts = {
  readonly articles: number;
  readonly pages: number;
  readonly files: number;
  readonly terms: number;
};

export type AddedSettings = {
  /** Keys. */
  readonly keys: readonly string[];
  /** Whether nothing can be added to it, as it is written. */
  readonly isOdd: boolean;
};

export const nothingAdded: AddedSettings = { keys: [], isOdd: false };

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

/** How many stories of the archive had which fate: together all that it holds. */
export type StoryCounts = {
  readonly imported: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly "not-imported": number;
};

export function storyCounts({ given, files }: Pick<ImportOutcome, "given" | "files">): StoryCounts {
  const count = (became: string) => files.filter((one) => one.became === became).length;
  return {
    imported: count("new"),
    unchanged: count("unchanged"),
    kept: count("kept"),
    "not-imported": given.articles + given.pages - files.length,
  };
}

const countWords = {
  imported: "imported",
  unchanged: "imported before and unchanged",
  kept: "imported before, edited since and kept",
  "not-imported": "not imported",
} as const satisfies Record<keyof StoryCounts, string>;

/** `12 articles and 1 page: 11 imported, 2 not imported` */
export function outcomeText(outcome: ImportOutcome): string {
  const { articles, pages } = outcome.given;
  const what = [numbered(articles, "article"), ...(pages === 0 ? [] : [numbered(pages, "page")])].join(
    " and ",
  );
  const counts = Object.entries(storyCounts(outcome)).filter(([, number]) => number > 0);
  const words = new Map<string, string>(Object.entries(countWords));
  if (outcome.isTrial) words.set("imported", "would be imported");
  const told = counts.map(([fate, number]) => `${digits(number)} ${words.get(fate) ?? fate}`);
  return told.length === 0 ? what : `${what}: ${told.join(", ")}`;
}

/** What came beside stories, in sentences. */
export function addedTexts({ fileCount, settings, redirectCount, isTrial }: ImportOutcome): string[] {
  const added = isTrial ? "Would be added" : "Added";
  return [
    ...(fileCount === 0 ? [] : [`Pictures and documents: ${numbered(fileCount, "file")}.`]),
    ...(settings.keys.length === 0 ? [] : [`${added} to site.yaml: ${settings.keys.join(", ")}.`]),
    ...(settings.isOdd ? [oddSettings] : []),
    ...(redirectCount === 0 ? [] : [`${added} to redirects.txt: ${numbered(redirectCount, "line")}.`]),
  ];
}

const oddSettings =
  "Nothing can be added to site.yaml as it is written; write it in lines of key and value, and import again.";

/** `1 page`, `12,345 pages` */
export function numbered(count: number, noun: string): string {
  return `${digits(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function digits(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A message as it is shown: cut where it is long, and without addresses of people. */
export function shownMessage(message: string): string {
  const cut = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return cut.replace(/[\p{L}\p{N}._%+-]{1,64}@(?=[\p{L}\p{N}-]+\.)[\p{L}\p{N}.-]+/gu, "…@…");
}

const longestMessage = 600;
