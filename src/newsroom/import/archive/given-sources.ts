/** What an import is given on the command line, found out: the sources, and the format of each. */
import { closeSync, openSync, readSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { compareText, type Diagnostic, errorAt } from "../../../content/diagnostics/diagnostic.ts";
import { reasonOf } from "../../../content/diagnostics/system-reasons.ts";
import { unreadable } from "../../../content/files/folder-files.ts";
import { isWithin } from "../../../content/files/paths.ts";
import { withoutEndSlashes } from "../../../content/values/address.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import { isWebAddress } from "../../../content/yaml/schema-parts.ts";
import type { ForeignFormat } from "../foreign/foreign-format.ts";
import { type ForeignSource, headBytes } from "../foreign/foreign-source.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { feed } from "../formats/feed/feed.ts";
import { FeedNotFetched, fetchedSource } from "../formats/feed/fetched-feed.ts";
import { foreignFormatOf, foreignFormats } from "../formats/foreign-formats.ts";

export type GivenSource = {
  readonly source: ForeignSource;
  readonly format: ForeignFormat;
  /** All that are given in this format, this one among them. */
  readonly together: readonly ForeignSource[];
};

export type GivenSources = {
  readonly given: readonly GivenSource[];
  /** Of files that no format takes. */
  readonly notes: readonly ImportNote[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Looks at files, folders and addresses of feeds. A folder that no format takes as a whole is given file by file; what lies in it is taken for
 * pasted copy only where its name says that it is a text.
 *
 * @param names as the command line has them
 * @param format of all of them; found out from each where it is absent
 */
export async function givenSources(
  names: readonly string[],
  format: ForeignFormat | undefined,
): Promise<GivenSources> {
  const given: FoundSource[] = [];
  const notes: ImportNote[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    try {
      if (isWebAddress(name)) {
        const source = await fetchedSource(name);
        given.push({ source, format: format ?? feed });
        continue;
      }
      const kind = await stat(name);
      if (!kind.isDirectory() && !kind.isFile()) {
        const message =
          "this is neither a file nor a folder; save what comes from there to a file, and give that";
        diagnostics.push(errorAt({ file: slashed(name) }, "unreadable-file", message));
        continue;
      }
      if (kind.isFile()) {
        const source = fileSource(name, name);
        const found = format ?? foreignFormatOf(source);
        if (found === undefined) notes.push(ofNoFormat(name));
        else given.push({ source, format: found });
        continue;
      }
      const folder = await folderSource(name, notes);
      const whole = [...(format === undefined ? foreignFormats : [format])].find((one) =>
        one.recognizes(folder),
      );
      if (whole !== undefined) given.push({ source: folder, format: whole });
      else takeFiles(folder, format, given, notes);
    } catch (error) {
      diagnostics.push(
        error instanceof FeedNotFetched ? unreachable(name, error) : unreadable(slashed(name), "file", error),
      );
    }
  }
  const together = onDemandFor((one: ForeignFormat) =>
    given.filter((found) => found.format === one).map(({ source }) => source),
  );
  const whole = given.map((found) => ({ ...found, together: together(found.format) }));
  return { given: whole, notes, diagnostics };
}

function unreachable(address: string, { message }: FeedNotFetched): Diagnostic {
  const advice =
    "open it in a browser, and give the address that it shows, or save the feed and give the file";
  return errorAt({ file: address }, "unreachable-address", `it cannot be fetched: ${message}; ${advice}`);
}

type FoundSource = Omit<GivenSource, "together">;

/** @param given and notes take what is found */
function takeFiles(
  folder: ForeignSource,
  format: ForeignFormat | undefined,
  given: FoundSource[],
  notes: ImportNote[],
): void {
  const anyText = foreignFormats.at(-1);
  for (const file of folder.files) {
    const source = fileSource(`${withoutEndSlashes(folder.name)}/${file}`, join(folder.path, file));
    const found = foreignFormatOf(source);
    const fits = format === undefined ? found !== anyText || isNamedText(file) : format.recognizes(source);
    const taken = format ?? found;
    if (taken !== undefined && fits) given.push({ source, format: taken });
    else notes.push(ofNoFormat(source.name));
  }
}

function isNamedText(file: string): boolean {
  return /\.(?:txt|text)$/i.test(file);
}

function ofNoFormat(name: string): ImportNote {
  const message = "it is in none of the formats there are; where you know better, say which by --from";
  return { code: "other-kind", item: slashed(name), place: { file: slashed(name) }, message };
}

/** @param path where it lies */
function fileSource(name: string, path: string): ForeignSource {
  return { name: slashed(name), path, isFolder: false, head: headOf(path), files: [] };
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(headBytes);
    const count = readSync(file, bytes, 0, headBytes, 0);
    return new TextDecoder().decode(bytes.subarray(0, count), { stream: true });
  } finally {
    closeSync(file);
  }
}

/** @param notes takes what in it is not read */
async function folderSource(name: string, notes: ImportNote[]): Promise<ForeignSource> {
  const files: string[] = [];
  const root = await realpath(name);
  const visit = async (prefix: string): Promise<void> => {
    for (const entry of await readdir(join(name, prefix), { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!notOfArchives.has(entry.name)) await visit(`${prefix}${entry.name}/`);
      } else if (entry.isFile()) files.push(prefix + entry.name);
      else {
        const file = prefix + entry.name;
        const obstacle = await obstacleTo(join(name, file), root);
        if (obstacle === undefined) files.push(file);
        else
          notes.push({
            code: "other-kind",
            item: file,
            place: { file: slashed(join(name, file)) },
            message: obstacle,
          });
      }
    }
  };
  await visit("");
  return { name: slashed(name), path: name, isFolder: true, head: "", files: files.sort(compareText) };
}

/** Why what is neither a file nor a folder is not read; a symbolic link to a file of the same folder is. */
async function obstacleTo(path: string, root: string): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    const kind = await stat(target);
    if (!isWithin(target, root)) return "this symbolic link leads out of the folder, and is not followed";
    if (kind.isFile()) return undefined;
    return kind.isDirectory()
      ? "this symbolic link leads to a folder, and is not followed"
      : "this is no file";
  } catch (error) {
    return `this symbolic link cannot be followed: ${reasonOf(error)}`;
  }
}

/** Folders that tools keep beside what people write. */
const notOfArchives: ReadonlySet<string> = new Set([".git", "node_modules"]);

function slashed(name: string): string {
  return name.split(sep).join("/");
}
