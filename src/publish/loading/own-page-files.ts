/** `pages/`: the files of pages that are no articles. Eleventy reads them; what is wrong with their front matter is told before. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { splitArticle } from "../../content/article/article-parts.ts";
import { decodeText } from "../../content/article/article-text.ts";
import { type Diagnostic, errorAt, type Place } from "../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { filesOfFolder, unreadable } from "../../content/files/folder-files.ts";
import { check } from "../../content/yaml/checked.ts";
import { language, line } from "../../content/yaml/schema-parts.ts";
import { readYaml } from "../../content/yaml/yaml-source.ts";
import { pagesFolder } from "../../site/pages/own-page.ts";

/** What Dateline reads of a page. Other keys are for templates and plugins, which may ask for any. */
const pageSchema = z.looseObject({
  title: line.optional(),
  description: line.optional(),
  language: language.optional(),
  draft: z.boolean().optional(),
  layout: z.union([line, z.literal(false), z.null()]).optional(),
});

export type OwnPageFiles = {
  /** By file, relative to the site folder: where its front matter begins, and how many lines stand before its text. */
  readonly files: ReadonlyMap<string, OwnPageFile>;
  readonly diagnostics: readonly Diagnostic[];
};

export type OwnPageFile = {
  readonly text: string;
  /** Whether its front matter is YAML without faults, or none that is read here. */
  readonly isReadable: boolean;
  /** Lines before what Eleventy renders. */
  readonly linesBefore: number;
  readonly placeOf: (key: string) => Place;
};

/** What is said of links and old addresses as long as nobody knows where own pages are. */
export const codesBeforeOwnPages: ReadonlySet<DiagnosticCode> = new Set([
  "broken-link",
  "redirect-to-nowhere",
  "redirect-chain",
  "redirect-loop",
]);

/** Whether any of them is written in TypeScript. */
export function hasTypeScript({ files }: OwnPageFiles): boolean {
  return [...files.keys()].some((file) => file.endsWith(".11ty.ts"));
}

/** What of the folder Eleventy does not take for a page: includes, data, and what starts with a dot. */
const passedOver = /^(?:\.|_)|\.11tydata\.|^node_modules$/;

/** Reads the pages of a site folder that begin with text, whichever template language follows. */
export async function readOwnPageFiles(siteFolder: string): Promise<OwnPageFiles> {
  const { found, diagnostics } = await filesOfFolder(siteFolder, pagesFolder, {
    isPassedOver: (name) => passedOver.test(name),
    mayLieElsewhere: false,
  });
  const files = new Map<string, OwnPageFile>();
  const faults: Diagnostic[] = [...diagnostics];
  for (const { file, isFile } of found) {
    if (!isFile || !/\.(?:md|njk|html|liquid|11ty\.[cm]?[jt]s)$/.test(file)) continue;
    const bytes = await readFile(join(siteFolder, file)).catch((error: unknown) => {
      faults.push(unreadable(file, "file", error));
    });
    if (bytes === undefined) continue;
    const text = decodeText(file, bytes);
    if (typeof text === "string") files.set(file, ownPageFile(file, text, faults));
    else faults.push(text);
  }
  return { files, diagnostics: faults };
}

/** @param faults takes what is wrong */
function ownPageFile(file: string, text: string, faults: Diagnostic[]): OwnPageFile {
  const start: Place = { file, line: 1, column: 1, sourceLine: text.split("\n", 1)[0] ?? "" };
  const nothingKnown = { text, isReadable: true, linesBefore: 0, placeOf: () => start };
  // `---js` and the like is read by Eleventy alone.
  if (!/^---[ \t]*\n/.test(text) || /\.11ty\.[cm]?[jt]s$/.test(file)) return nothingKnown;
  const parts = splitArticle(file, text);
  if (!("body" in parts)) {
    faults.push(parts);
    return { ...nothingKnown, isReadable: false };
  }
  const source = readYaml(file, parts.frontMatter, parts.frontMatterLine);
  faults.push(...check(pageSchema, source, "front matter").diagnostics);
  const isReadable = source.diagnostics.length === 0;
  return { text, isReadable, linesBefore: parts.bodyLine, placeOf: (key) => source.placeOf([key]) };
}

/** What is wrong with a page as Eleventy has it, its data files included. */
export function missingTitle(file: string, known: OwnPageFile | undefined): Diagnostic {
  const place = known?.placeOf("title") ?? { file };
  return errorAt(place, "missing-key", 'the page has no "title"; add "title: …" to its front matter');
}
