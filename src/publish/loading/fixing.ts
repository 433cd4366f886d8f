/** Fixes of article files: worked out, shown, written. */
import { isUtf8 } from "node:buffer";
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { styleText } from "node:util";
import { structuredPatch } from "diff";
import { printable } from "../../content/diagnostics/report.ts";
import { readBytes } from "../../content/files/articles-folder.ts";
import { blanksAtEnd } from "../../content/style/body-spaces.ts";
import { fixedText } from "../../content/style/fixes.ts";
import { properTerms } from "../../content/style/proper-terms.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { loadPublication } from "./publication.ts";

export type Fix = { readonly file: string; readonly before: string; readonly after: string };

/** What can be put right in the articles of a site folder; nothing where site.yaml is at fault. */
export async function findFixes(siteFolder: string, nowMs: number): Promise<Fix[]> {
  const { plan, articles, listing } = await loadPublication({ siteFolder, nowMs, drafts: true });
  if (plan === undefined) return [];
  const site = plan.settings;
  const rules = {
    timezone: site.timezone,
    language: site.language,
    properTerm: properTerms(site.terms, articles, site.language),
    fixesDatelines: site.style["dateline-form"] !== "off",
  };
  const fixes: Fix[] = [];
  for (const file of listing.articleFiles) {
    const bytes = readBytes(join(siteFolder, file));
    // What cannot be read is told by the check that follows.
    if (typeof bytes === "string" || !isUtf8(bytes)) continue;
    const before = bytes.toString();
    const after = fixedText(before, rules);
    if (before !== after) fixes.push({ file, before, after });
  }
  return fixes;
}

/** A fix as a unified diff. White space at the end of a line is shown as dots. */
export function diffText({ file, before, after }: Fix, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text) : text;
  const lines = [paint("bold", printable(file))];
  for (const { oldStart, newStart, lines: hunk } of structuredPatch(file, file, before, after, "", "", {
    context: 0,
  }).hunks) {
    lines.push(
      paint("dim", `@@ line ${newStart === oldStart ? newStart : `${oldStart}, now ${newStart}`} @@`),
    );
    for (const line of hunk) {
      const written = line.replace(/\r$/, "");
      const blanks = blanksAtEnd(written);
      const text = printable(written.slice(0, written.length - blanks) + "·".repeat(blanks));
      if (line.startsWith("-")) lines.push(paint("red", text));
      else if (line.startsWith("+")) lines.push(paint("green", text));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Writes a fix: the file is the old one or the new one at every moment, and keeps its permissions. */
export async function writeFix(siteFolder: string, { file, after }: Fix): Promise<void> {
  const path = await realpath(join(siteFolder, file));
  await writeWhole(path, after, { mode: (await stat(path)).mode });
}
