/** Files of a site folder: all below a folder, or one that may be absent, and whatever may not be followed or cannot be read. */
import type { Dirent, Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../article/article-text.ts";
import { compareText, type Diagnostic, errorAt } from "../diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../diagnostics/system-reasons.ts";
import { isWithin } from "./paths.ts";

export type FolderFiles = {
  /** In order of text. */
  readonly found: readonly {
    /** Path relative to the site folder, with forward slashes. */
    readonly file: string;
    /** False for what is neither a file nor a folder. */
    readonly isFile: boolean;
  }[];
  readonly diagnostics: readonly Diagnostic[];
  /** False where there is no such folder. */
  readonly isThere: boolean;
};

export type FolderRules = {
  /** Files and folders of such a name are not looked at. */
  readonly isPassedOver: (name: string) => boolean;
  /** Whether the folder itself may be a link that leads out of the site folder. */
  readonly mayLieElsewhere: boolean;
};

/**
 * Finds the files below a folder of a site folder. A symbolic link is followed where it stays inside the site folder; one
 * that leads out of it is an error. So is whatever cannot be listed.
 */
export async function filesOfFolder(
  siteFolder: string,
  name: string,
  { isPassedOver, mayLieElsewhere }: FolderRules,
): Promise<FolderFiles> {
  const found: FolderFiles["found"][number][] = [];
  const diagnostics: Diagnostic[] = [];
  let root = siteFolder;
  let isThere = false;

  /** @param file of the folder, relative to the root */
  async function visit(file: string, ancestors: ReadonlySet<string>): Promise<void> {
    const folder = join(root, file);
    try {
      const real = await realpath(folder);
      if (ancestors.has(real)) return;
      const inside = new Set([...ancestors, real]);
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = `${file}/${entry.name}`;
        if (isPassedOver(entry.name)) continue;
        // Of most there is nothing to wait for.
        if (entry.isFile()) found.push({ file: path, isFile: true });
        else await note(path, entry, inside);
      }
    } catch (error) {
      diagnostics.push(unreadable(file, "folder", error));
    }
  }

  async function note(file: string, entry: Dirent, ancestors: ReadonlySet<string>): Promise<void> {
    const kind = entry.isSymbolicLink() ? await followed(join(root, file), file, root) : entry;
    if ("code" in kind) diagnostics.push(kind);
    else if (kind.isDirectory()) await visit(file, ancestors);
    else found.push({ file, isFile: kind.isFile() });
  }

  try {
    root = await realpath(siteFolder);
    const folder = join(root, name);
    isThere = (await stat(folder)).isDirectory();
    if (!isThere) return { found, diagnostics, isThere };
    const target = mayLieElsewhere ? undefined : await followed(folder, name, root);
    if (target !== undefined && "code" in target) diagnostics.push(target);
    else await visit(name, new Set());
  } catch (error) {
    if (!isAbsence(error)) {
      isThere = true;
      diagnostics.push(unreadable(name, "folder", error));
    }
  }
  return { found: found.sort((a, b) => compareText(a.file, b.file)), diagnostics, isThere };
}

/** @param error or why, in words */
export function unreadable(file: string, what: "file" | "folder", error: unknown): Diagnostic {
  return errorAt({ file }, "unreadable-file", `the ${what} cannot be read: ${reasonOf(error)}`);
}

/**
 * Reads a text file.
 *
 * @param file relative to the site folder
 * @returns its text, undefined where there is none, or why it cannot be read
 */
export async function readTextFile(
  siteFolder: string,
  file: string,
): Promise<string | undefined | Diagnostic> {
  try {
    return decodeText(file, await readFile(join(siteFolder, file)));
  } catch (error) {
    return isAbsence(error) ? undefined : unreadable(file, "file", error);
  }
}

/** What a path leads to, or what is wrong with the symbolic link that it is. */
async function followed(path: string, file: string, root: string): Promise<Stats | Diagnostic> {
  try {
    const target = await realpath(path);
    if (isWithin(target, root)) return await stat(target);
    return errorAt(
      { file },
      "outside-link",
      "this symbolic link leads out of the site folder; put a copy of the file in its place",
    );
  } catch (error) {
    return isAbsence(error)
      ? errorAt({ file }, "outside-link", "this symbolic link leads nowhere; remove it")
      : unreadable(file, "file", error);
  }
}
