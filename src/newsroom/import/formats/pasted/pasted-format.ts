/** Pasted copy as a format of foreign archives. */
import { decodeText } from "../../../../content/article/article-text.ts";
import { type Diagnostic, errorAt, isError } from "../../../../content/diagnostics/diagnostic.ts";
import { readBytes } from "../../../../content/files/articles-folder.ts";
import { unreadable } from "../../../../content/files/folder-files.ts";
import type { ForeignFormat, ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry, ForeignStory } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import { readPastedCopy } from "./pasted-copy.ts";

export const pastedCopy: ForeignFormat = {
  name: "text",
  title: "pasted copy",
  shape: 'lines "Home » Headline", categories, headline, each paragraph, and "Source : Agency"',
  // Any text may be pasted copy; reading it tells what it lacks.
  recognizes: ({ isFolder }) => !isFolder,
  read: readPastedFile,
};

/** Reads a file of pasted copy. Its articles have the date that is given. */
async function* readPastedFile({ name, path }: ForeignSource, options: ReadingOptions) {
  const bytes = readBytes(path);
  if (bytes instanceof Uint8Array) yield* entriesOf(name, bytes, options);
  else yield faultOf(unreadable(name, "file", bytes));
}

/** The story that a file of pasted copy holds, and what is wrong with it. */
function entriesOf(file: string, bytes: Uint8Array, { site, date }: ReadingOptions): ForeignEntry[] {
  const text = decodeText(file, bytes);
  if (typeof text !== "string") return [faultOf(text)];
  const { copy, diagnostics } = readPastedCopy(file, text, site.terms);
  const faults = [...diagnostics, dateDiagnostic(file, date)].map(faultOf);
  if (copy === undefined || date === undefined) return faults;
  const { title, categories, dateline, source, paragraphs } = copy;
  const story: ForeignStory = {
    kind: "article",
    id: file,
    place: { file },
    title,
    date,
    categories,
    tags: [],
    authors: [],
    dateline,
    source: source === undefined ? undefined : { name: source },
    body: () => ({ form: "text", text: paragraphs.join("\n") }),
  };
  return [...faults, story];
}

function faultOf(diagnostic: Diagnostic): ForeignEntry {
  return { kind: "fault", diagnostic, stops: isError(diagnostic) };
}

function dateDiagnostic(file: string, date: string | undefined): Diagnostic {
  if (date === undefined) {
    return errorAt({ file }, "no-date", "pasted copy names no date; give it as --date 2026-11-20");
  }
  const message = `pasted copy names no date; ${date} is taken from --date`;
  return { file, severity: "warning", code: "no-date", message };
}
