/** What is wrong in a site folder, and where: the value every check of Dateline returns. */

import type { DiagnosticCode } from "./diagnostic-codes.ts";

export type Severity = "error" | "warning";

export type Diagnostic = {
  /** Path relative to the site folder, with forward slashes. */
  readonly file: string;
  /** 1-based. Absent where the whole file is meant. */
  readonly line?: number;
  /** 1-based, in UTF-16 units, as editors count. */
  readonly column?: number;
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  /** The line of the file that the message is about, for a code frame. */
  readonly sourceLine?: string;
};

/** A place in a file: what a diagnostic points at. */
export type Place = Pick<Diagnostic, "file" | "line" | "column" | "sourceLine">;

/** An error at a place. `message` says what is wrong and what to do. */
export function errorAt(place: Place, code: DiagnosticCode, message: string): Diagnostic {
  return { ...place, severity: "error", code, message };
}

/**
 * Makes the function that gives the place of an offset in a text, in UTF-16 units from its start. The lines are looked
 * for once, however many places are asked for.
 *
 * @param linesBefore lines of the file that come before `text`
 */
export function placesIn(file: string, text: string, linesBefore = 0): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const inText = Math.min(Math.max(0, offset), text.length);
    let [first, after] = [0, starts.length];
    while (after - first > 1) {
      const middle = (first + after) >> 1;
      if ((starts[middle] ?? 0) <= inText) first = middle;
      else after = middle;
    }
    const start = starts[first] ?? 0;
    const next = starts[first + 1];
    return {
      file,
      line: linesBefore + first + 1,
      column: inText - start + 1,
      sourceLine: text.slice(start, next === undefined ? text.length : next - 1),
    };
  };
}

/** Where a line begins, in UTF-16 units from the start of the text. @param line 0-based */
export function startOfLine(text: string, line: number): number {
  return text.split("\n").slice(0, line).join("\n").length + (line === 0 ? 0 : 1);
}

/** Where each line begins. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

/** Whether a site with these diagnostics must not be published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** In the order of reading: by file, then line, then column. Returns a new list. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.message, b.message),
  );
}

/** Order by UTF-16 units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
