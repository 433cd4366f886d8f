/** Diagnostics for people and for programs. */
import { styleText } from "node:util";
import type { Diagnostic } from "./diagnostic.ts";

export const reportFormats = ["text", "json", "github"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(text: string): text is ReportFormat {
  return reportFormats.some((format) => format === text);
}

/** The text of a report; empty where there is nothing to report (in JSON: an empty list). A long text ends in a summary. */
export function reportText(diagnostics: readonly Diagnostic[], format: ReportFormat, colour = false): string {
  if (format === "json") return jsonText(diagnostics.map(publicFields));
  if (format === "github") return diagnostics.map(githubLine).join("");
  return diagnostics.map((diagnostic) => textLines(diagnostic, colour)).join("") + summaryText(diagnostics);
}

/** So many fit on a screen and are seen at once. */
const seenAtOnce = 20;

/** How many there are of each code, the most frequent first, with the first place of each; empty for a short report. */
function summaryText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length <= seenAtOnce) return "";
  const byCode = new Map<string, { readonly first: Diagnostic; count: number }>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.severity} ${diagnostic.code}`;
    const same = byCode.get(key);
    if (same === undefined) byCode.set(key, { first: diagnostic, count: 1 });
    else same.count += 1;
  }
  const lines = [...byCode.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ first, count }) => {
      const { severity, code } = first;
      return `${String(count).padStart(7)} ${severity} ${code}, first in ${printable(placeText(first))}\n`;
    });
  return `\nBy code:\n${lines.join("")}\n`;
}

/** `3 errors, 1 warning` */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const counts = [counted(errors, "error"), counted(diagnostics.length - errors, "warning")];
  return counts.filter((text) => !text.startsWith("0 ")).join(", ") || "no errors";
}

/** `articles/a.md:5:14`, as far as it is known. */
export function placeText({ file, line, column }: Diagnostic): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** One line, and below it the line of the file with a mark under the column. */
function textLines(diagnostic: Diagnostic, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text) : text;
  const severity = paint(diagnostic.severity === "error" ? "red" : "yellow", diagnostic.severity);
  const line = `${paint("bold", printable(placeText(diagnostic)))} ${severity} ${diagnostic.code}: ${printable(cut(diagnostic.message))}\n`;
  return line + paint("dim", codeFrame(diagnostic));
}

const frameWidth = 100;

/** The line of the file, cut around the column where it is long, and a mark. Tabs become single spaces. */
function codeFrame({ line, column, sourceLine }: Diagnostic): string {
  if (line === undefined || column === undefined || !sourceLine?.trim()) return "";
  const start = column > frameWidth ? column - frameWidth / 2 : 0;
  const text = printable(sourceLine.slice(start, start + frameWidth));
  const gutter = `  ${line} | `;
  return `${gutter}${text}\n${" ".repeat(gutter.length - 2)}| ${" ".repeat(column - 1 - start)}^\n`;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function githubLine({ severity, file, line, column, code, message }: Diagnostic): string {
  const properties = [
    `file=${githubProperty(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${code}`,
  ];
  return `::${severity} ${properties.join(",")}::${githubValue(message)}\n`;
}

function githubValue(text: string): string {
  return printableLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function githubProperty(text: string): string {
  return githubValue(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** What is quoted is told by its beginning where it is long, so that the advice after it is found. */
function cut(message: string): string {
  return message.length <= longestQuote ? message : message.replace(longQuote, '"$1…"');
}

const longestQuote = 200;
const longQuote = /"([^"]{80})[^"]{120,}"/g;

/** What could steer the terminal, or turn the order of its letters, must not reach it from a hostile file. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, " ");
}

/** The same of a text in several lines, which may have tabs. */
export function printableLines(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, " ");
}

/** A value as a program reads it, and as a terminal may show it: what is not printable is escaped. */
export function jsonText(value: unknown): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value, null, 2).replace(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, escaped)}\n`;
}

function publicFields({ file, line, column, severity, code, message }: Diagnostic) {
  return { file, line, column, severity, code, message };
}

/** `1 article`, `2 articles` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `a, b and c` */
export function listText(texts: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(texts);
}
