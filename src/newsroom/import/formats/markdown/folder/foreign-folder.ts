/** A folder of another system, or one file of it: which files count, and their texts. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../../../../content/article/article-text.ts";
import { type Diagnostic, errorAt } from "../../../../../content/diagnostics/diagnostic.ts";
import { reasonOf } from "../../../../../content/diagnostics/system-reasons.ts";
import { isPathBelow, isWithin } from "../../../../../content/files/paths.ts";
import { grouped } from "../../../../../content/values/grouped.ts";
import { onDemand } from "../../../../../content/values/on-demand.ts";
import type { ForeignSource } from "../../../foreign/foreign-source.ts";

export type ForeignFolder = {
  /** What diagnostics call a file of it. */
  readonly nameOf: (file: string) => string;
  readonly pathOf: (file: string) => string;
  /** Relative to the folder, in order of text, without those that are made or fetched by machines. */
  readonly files: readonly string[];
  readonly has: (file: string) => boolean;
  /** The files that lie in a folder itself, not in one below it. */
  readonly inFolder: (folder: string) => readonly string[];
  readonly textOf: (file: string) => string | Diagnostic;
};

/** No post is as long; what is, is data. */
export const largestText = 8 * 1024 * 1024;

const passedOver =
  /(?:^|\/)(?:node_modules|bower_components|__pycache__|\.[^/]+)\/|^(?:_site|_output|output|dist|vendor|themes|scaffolds)\//;
/** Where Hugo and Hexo write what they have made; others keep files there that are published as they are. */
const madeFolder = /^public\//;

export function foreignFolder(source: ForeignSource): ForeignFolder {
  const single = source.name.slice(source.name.lastIndexOf("/") + 1);
  const isMadeThere = source.files.some((file) => /^public\/(?:index\.html|sitemap\.xml)$/.test(file));
  const files = source.isFolder
    ? source.files.filter(
        (file) => isPathBelow(file) && !passedOver.test(file) && !(isMadeThere && madeFolder.test(file)),
      )
    : [single];
  const known = new Set(files);
  const byFolder = onDemand(() =>
    grouped(files, (file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))),
  );
  const root = onDemand(() => realpathSync(source.path));
  const pathOf = (file: string) => (source.isFolder ? join(source.path, file) : source.path);
  const nameOf = (file: string) =>
    source.isFolder ? `${source.name.replace(/\/$/, "")}/${file}` : source.name;
  return {
    nameOf,
    pathOf,
    files,
    has: (file) => known.has(file),
    inFolder: (folder) => byFolder().get(folder) ?? [],
    textOf: (file) => {
      const path = pathOf(file);
      const name = nameOf(file);
      try {
        if (source.isFolder && !isWithin(realpathSync(path), root())) {
          const message = "this symbolic link leads out of the folder; put a copy of the file in its place";
          return errorAt({ file: name }, "outside-link", message);
        }
        const { size } = statSync(path);
        if (size > largestText) {
          const message = `the file has ${size} bytes, which no text needs; cut it, or take it out of the folder`;
          return errorAt({ file: name }, "too-large", message);
        }
        const text = decodeText(name, readFileSync(path));
        if (typeof text === "string" || text.code !== "binary-file") return text;
        return {
          ...text,
          message: "this is no text, or has bytes in it that no text has; save it as text in UTF-8",
        };
      } catch (error) {
        return errorAt({ file: name }, "unreadable-file", `the file cannot be read: ${reasonOf(error)}`);
      }
    },
  };
}

/** The name of a file without folders and ending. */
export function baseOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name.replace(/(?<=.)\.[^.]+$/, "");
}

/** The folder of a file, `""` for the first. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

/** What a folder is called, as a word: `world-news` is "World news". */
export function nameOfFolder(folder: string): string {
  const words = folder.replace(/[-_]+/g, " ").trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
