/** The body of a story on its way to Markdown, and the lines of agencies' copy that are values of front matter. */
import { splitDateline } from "../../../content/article/dateline.ts";
import { escapedParagraph, plainStart } from "../../../content/markup/markdown-escape.ts";
import { wordsOf } from "../body/reading/limits.ts";
import { unshown } from "../body/writing/pieces.ts";
import { wellFormed } from "../foreign/clean-text.ts";
import type { ForeignBody, ForeignStory } from "../foreign/foreign-item.ts";

/** @param text each line a paragraph of plain text */
export function markdownOfText(text: string): string {
  return wellFormed(text)
    .replace(unshown, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(escapedParagraph)
    .join("\n\n");
}

/** Emphasis around the dateline, or around it and its dash; the place itself; the dash where it stands outside. */
const emphasizedOpening = /^(\*{1,3}|_{1,3})([^*_\n]{2,120}?)\1(\s*(?:--|[—–―-])?\s+)/u;

/**
 * Takes the dateline off the first paragraph.
 *
 * @returns undefined where the text opens with none
 */
export function withoutDateline(
  markdown: string,
): { readonly rest: string; readonly dateline: string } | undefined {
  const end = markdown.indexOf("\n\n");
  const first = end === -1 ? markdown : markdown.slice(0, end);
  const others = end === -1 ? "" : markdown.slice(end);
  const opening = emphasizedOpening.exec(first);
  const plain =
    opening === null ? first : `${opening[2]?.trim()}${opening[3]}${first.slice(opening[0].length)}`;
  const shown = unescaped(plain);
  const split = splitDateline(shown);
  if (split === undefined || /[<[\]`]/.test(split.dateline)) return undefined;
  const rest = plain.slice(writtenLength(plain, shown.length - split.rest.length));
  return { dateline: split.dateline, rest: plainStart(rest) + others };
}

/** How many characters of Markdown so many shown ones take at its beginning. */
function writtenLength(markdown: string, shown: number): number {
  let at = 0;
  for (let count = 0; count < shown; count += 1)
    at += escaped.exec(markdown.slice(at, at + 5))?.[0].length ?? 1;
  return at;
}

/** What stands for one character. */
const escaped = /^(?:\\[!-/:-@[-`{-~]|&amp;)/;

/** `Source: Agency`, with any part of it emphasized. */
const sourceLine = /^[*_]*source[*_]*\s?[*_]*[:：][*_]*\s*[*_]*([^*_\n]{1,200}?)[*_]*\.?$/iu;
const longestSourceLine = 300;
const linkAlone = /^\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)$/;

/**
 * Takes the line that names the source off the end.
 *
 * @returns undefined where the last paragraph is no such line
 */
export function withoutSourceLine(
  markdown: string,
): { readonly rest: string; readonly source: NonNullable<ForeignStory["source"]> } | undefined {
  const start = markdown.lastIndexOf("\n\n");
  const last = start === -1 || markdown.length - start > longestSourceLine ? "" : markdown.slice(start + 2);
  const plain = (sourceLine.exec(last)?.[1] ?? "").trim();
  const [, label, url] = linkAlone.exec(plain) ?? [];
  const name = unescaped(label ?? plain).trim();
  // Another link, a picture, code: no name of an agency.
  if (name === "" || /[[\]<>`]/.test(name)) return undefined;
  return { rest: markdown.slice(0, start), source: { name, url } };
}

/** The source that the last line of a body names, as far as that is seen before it is converted. */
export function closingSource({ form, text }: ForeignBody): string | undefined {
  const end = text.trimEnd().slice(-3 * longestSourceLine);
  const lines = (form === "html" ? wordsOf(end) : end).split("\n");
  const last = lines.findLast((line) => line.trim() !== "")?.trim() ?? "";
  return withoutSourceLine(`\n\n${form === "markdown" ? last : escapedParagraph(last)}`)?.source.name;
}

/** Markdown of a single line of text as the text it shows. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&amp;/g, (_, sign: string | undefined) => sign ?? "&");
}
