/** Silent edits: published stories whose text changed since a revision without a word to readers. */
import { basename, join } from "node:path";
import { splitArticle } from "../../content/article/article-parts.ts";
import { decodeText } from "../../content/article/article-text.ts";
import { frontMatterSchema } from "../../content/article/front-matter.ts";
import { datedName } from "../../content/article/reading/article-reading.ts";
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import { listText } from "../../content/diagnostics/report.ts";
import { readBytes } from "../../content/files/articles-folder.ts";
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import { check } from "../../content/yaml/checked.ts";
import { readYaml } from "../../content/yaml/yaml-source.ts";
import { changesSince } from "./git.ts";
import { silentlyEditedLines, type TextPiece } from "./silent-edit.ts";

/**
 * A warning for each story that was published at the revision and is now, and whose headline, description or body
 * changed by more than typing mistakes, while neither `updated` nor `corrections` did. An article with errors was
 * never published, and is told of by other diagnostics.
 *
 * @param timezone of the site
 * @param nowMs milliseconds since 1970
 * @throws GitFault if the site folder is in no git checkout, or has no such revision
 */
export async function silentEdits(
  siteFolder: string,
  revision: string,
  timezone: string,
  nowMs: number,
): Promise<Diagnostic[]> {
  const { revisionMs, files } = changesSince(siteFolder, revision);
  const diagnostics: Diagnostic[] = [];
  for (const { file, before } of files) {
    const after = await readBytes(join(siteFolder, file));
    if (typeof after === "string") continue;
    const old = readStory(file, before, timezone);
    const current = readStory(file, after, timezone);
    if (old === undefined || current === undefined) continue;
    if (old.isDraft || old.publishedMs > revisionMs) continue;
    if (current.isDraft || current.publishedMs > nowMs || current.told !== old.told) continue;
    const lines = silentlyEditedLines(old.pieces, current.pieces);
    const [line] = lines;
    if (line === undefined) continue;
    const message = `the text changed in ${linesText(lines)} since ${revision}, and readers are not told; set "updated" or add to "corrections"`;
    const place = { file, line, column: 1, sourceLine: current.lines[line - 1] ?? "" };
    diagnostics.push({ ...place, severity: "warning", code: "silent-edit", message });
  }
  return diagnostics;
}

type Story = {
  readonly isDraft: boolean;
  readonly publishedMs: number;
  /** What tells readers of changes. */
  readonly told: string;
  readonly lines: readonly string[];
  readonly pieces: readonly TextPiece[];
};

/** Only what matters here is read, so that a picture that has gone since hides nothing. */
function readStory(file: string, bytes: Uint8Array, timezone: string): Story | undefined {
  const text = decodeText(file, bytes);
  const parts = typeof text === "string" ? splitArticle(file, text) : text;
  if (typeof text !== "string" || !("body" in parts)) return undefined;
  const yaml = readYaml(file, parts.frontMatter, parts.frontMatterLine);
  const { value } = check(frontMatterSchema, yaml, "front matter");
  const date = readMoment(value?.date ?? datedName.exec(basename(file))?.[1] ?? "", timezone);
  if (value === undefined || isMomentFault(date)) return undefined;
  const piece = (words: string, key: string) => ({ text: words, line: yaml.placeOf([key]).line ?? 1 });
  return {
    isDraft: value.draft,
    publishedMs: date.epochMs,
    told: JSON.stringify([value.updated, value.corrections]),
    lines: text.split("\n"),
    pieces: [
      piece(value.title, "title"),
      piece(value.description ?? "", "description"),
      { text: parts.body, line: parts.bodyLine + 1 },
    ],
  };
}

/** `line 3`, `lines 3, 5 and 7–9` */
function linesText(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const texts = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `line${lines.length === 1 ? "" : "s"} ${listText(texts)}`;
}
