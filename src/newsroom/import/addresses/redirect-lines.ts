/** Leads as lines of redirects.txt, added to what people have written there. */
import { compareText, type Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../../content/diagnostics/diagnostic-codes.ts";
import {
  isOldAddress,
  type OldAddress,
  oldAddressText,
  readOldAddress,
} from "../../../content/names/old-address.ts";
import { decoded } from "../../../content/values/address.ts";
import { ruleFinder } from "../../../site/redirects/matching.ts";
import { readRedirects, type WrittenRule } from "../../../site/redirects/redirects-file.ts";
import type { Standing } from "../../../site/redirects/rule-conflicts.ts";
import { unsharedText } from "../foreign/clean-text.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { type Lead, type LeadGroup, leadGroups } from "./leads/leads.ts";
import { lineFaults, type RedirectLine } from "./line-faults.ts";

export type RedirectLines = {
  /** Of the whole file; what it was where nothing is missing there. */
  readonly text: string;
  /** How many lines were added. */
  readonly added: number;
  /** Of leads that cannot be lines. */
  readonly notes: readonly ImportNote[];
};

const headings: Readonly<Record<LeadGroup, string>> = {
  stories: "# Stories that were elsewhere before the move here",
  terms: "# Listings as they were before the move here",
  dates: "# Listings by date as they were before the move here",
  feeds: "# Feeds as they were before the move here",
  files: "# Files, and the pages they had, before the move here",
};

/** A lead as a line. There may be hundreds of thousands: what can be read from its text again is not kept. */
class Line implements RedirectLine {
  /** Of its lead. */
  readonly number: number;
  readonly group: LeadGroup;
  readonly to: string | undefined;
  readonly #from: string;

  constructor(number: number, { group, to }: Lead, from: string) {
    this.number = number;
    this.group = group;
    this.to = to;
    this.#from = from;
  }

  get text(): string {
    return `${this.#from} ${this.to ?? "410"}`;
  }

  get from(): OldAddress {
    const from = readOldAddress(this.#from);
    if (!isOldAddress(from)) throw new Error(from);
    return from;
  }
}

/**
 * Adds lines for the leads that the text does not answer yet. Lines that stand there stay as they are. What `npm run check`
 * would find wrong is not written.
 *
 * @param text of redirects.txt, empty where there is none
 * @param leads the same whenever they are gone through
 * @param standing what stands on the site when the import is done
 */
export function withLeads(text: string, leads: Iterable<Lead>, standing: Standing): RedirectLines {
  const written = readRedirects(text).rules;
  const missing = sortedLines(missingLines(written, leads));
  // What cannot be there hides nothing that can.
  const all = lineFaults(written, missing, standing);
  const impossible = new Map([...all].filter(([, { code }]) => isOfItsOwn.has(code)));
  const others = missing.filter((line) => !impossible.has(line));
  const faults =
    impossible.size === 0 ? all : new Map([...impossible, ...lineFaults(written, others, standing)]);
  const fitting = missing.filter((line) => !faults.has(line));
  return {
    text: fitting.length === 0 ? text : insertedIn(text, written, fitting),
    added: fitting.length,
    notes: notesOf(missing, faults, leads),
  };
}

/** Lines for the leads that no line answers. */
function missingLines(written: readonly WrittenRule[], leads: Iterable<Lead>): Line[] {
  const [wide, narrow] = [true, false].map((isPrefix) =>
    ruleFinder(written.filter(({ from }) => from.isPrefix === isPrefix)),
  );
  const lines: Line[] = [];
  let number = -1;
  for (const lead of leads) {
    number += 1;
    const from = readOldAddress(lead.from);
    if (!isOldAddress(from) || findsItsPage(lead, from)) continue;
    // What names one address stands above what stands for many.
    const isAnswered = (from.isPrefix ? wide : narrow)?.(from) !== undefined;
    if (!isAnswered) lines.push(new Line(number, lead, unsharedText(readableFrom(from))));
  }
  return lines;
}

/** Whether hosts find the page themselves: at its own address, and without the slash at its end. */
function findsItsPage({ to }: Lead, { path, isPrefix, query }: OldAddress): boolean {
  if (to === undefined || isPrefix || query.length > 0) return false;
  const asked = decoded(path);
  return asked === to || `${asked}/` === to || asked === `${to}index.html`;
}

/** An old address with letters of every script as they are read, where that means the same. */
function readableFrom(from: OldAddress): string {
  const text = oldAddressText(from);
  const readable = decoded(text);
  const reading =
    /[\s\p{C}\uFEFF"]/u.test(readable) || readable.startsWith("#") ? "" : readOldAddress(readable);
  return isOldAddress(reading) && oldAddressText(reading) === text ? readable : text;
}

/** Faults that a line has whatever the others are. */
const isOfItsOwn: ReadonlySet<DiagnosticCode> = new Set([
  "bad-redirect",
  "redirect-onto-page",
  "redirect-to-nowhere",
  "reserved-address",
]);

function notesOf(
  lines: readonly Line[],
  faults: ReadonlyMap<Line, Diagnostic>,
  leads: Iterable<Lead>,
): ImportNote[] {
  if (faults.size === 0) return [];
  const numbers = new Set([...faults.keys()].map(({ number }) => number));
  const faulty = new Map<number, Lead>();
  let number = 0;
  for (const lead of leads) {
    if (numbers.has(number)) faulty.set(number, lead);
    number += 1;
  }
  return lines.flatMap((line) => {
    const [lead, fault] = [faulty.get(line.number), faults.get(line)];
    return lead === undefined || fault === undefined ? [] : [noteOf(lead, fault)];
  });
}

function noteOf({ from, to, item, place }: Lead, { message }: Diagnostic): ImportNote {
  // The lines are numbered as they are tried here.
  const [reason = message] = message.replace(/ in line \d+/, "").split("; ");
  const where = to === undefined ? "be told gone" : `lead to ${to}`;
  return { code: "lost-address", item, place, message: `${from} cannot ${where}: ${reason}` };
}

/** Lines in the order of their groups; in each, what is narrow before what stands for more. */
function sortedLines(lines: readonly Line[]): Line[] {
  const keys = lines.map((line) => {
    const { path, isPrefix, query } = line.from;
    // What stands for a folder comes behind all that lies in it.
    const place = path + (isPrefix ? "\uffff" : "");
    return { line, path, place, isPrefix, queries: query.length, rank: leadGroups.indexOf(line.group) };
  });
  const asked = new Set(keys.flatMap(({ queries, path }) => (queries > 0 ? [path] : [])));
  // What names a path alone answers for those with a query, too.
  const width = ({ isPrefix, queries, path }: (typeof keys)[number]) => {
    if (isPrefix) return 2;
    return queries === 0 && asked.has(path) ? 1 : 0;
  };
  return keys
    .sort(
      (a, b) =>
        width(a) - width(b) ||
        a.rank - b.rank ||
        compareText(a.place, b.place) ||
        b.queries - a.queries ||
        compareText(a.line.text, b.line.text),
    )
    .map(({ line }) => line);
}

/** The text with lines that name one address above all that would answer before them, and those for many at its end. */
function insertedIn(text: string, written: readonly WrittenRule[], lines: readonly Line[]): string {
  const rows = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const firstWide = written.find(({ from }) => from.isPrefix)?.place.line;
  const at = firstWide === undefined ? rows.length : aboveComments(rows, firstWide - 1);
  const parts = [
    rows.slice(0, at).join("\n").replace(/\n+$/, ""),
    ...blocksOf(lines.filter(({ from }) => !from.isPrefix)),
    rows.slice(at).join("\n"),
    ...blocksOf(lines.filter(({ from }) => from.isPrefix)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The first of the comments that stand right above a row. */
function aboveComments(rows: readonly string[], row: number): number {
  let at = row;
  while (rows[at - 1]?.trimStart().startsWith("#")) at -= 1;
  return at;
}

/** Lines under the headings of their groups. */
function blocksOf(lines: readonly Line[]): string[] {
  const blocks: string[][] = [];
  lines.forEach(({ group, text }, index) => {
    if (lines[index - 1]?.group !== group) blocks.push([headings[group]]);
    blocks.at(-1)?.push(text);
  });
  return blocks.map((block) => block.join("\n"));
}
