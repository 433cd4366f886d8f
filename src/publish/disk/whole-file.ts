/** Files that are whole at any moment. */
import { randomUUID } from "node:crypto";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { withPath } from "../../content/diagnostics/system-reasons.ts";
import { makeFolder } from "./file-moving.ts";

export type NewContent = { readonly file: string; readonly content: string | Uint8Array };

export type WritingOptions = {
  /** Permissions; where absent, those of any new file. */
  readonly mode?: number;
  /** Wait until the disk has everything. */
  readonly flush?: boolean;
  /** Where files are put aside, on the same disk; where absent, each beside its place. */
  readonly asideFolder?: string;
};

/**
 * Writes a file aside and then in place, and makes the folders above it: a killed run leaves what was there before, and
 * another process that reads or writes the same file meets one or the other.
 */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  options?: WritingOptions,
): Promise<void> {
  return writeAllWhole([{ file, content }], options);
}

/** Writes files as `writeWhole` does, and puts none in place before all are written. */
export async function writeAllWhole(
  files: readonly NewContent[],
  { mode, flush = false, asideFolder }: WritingOptions = {},
): Promise<void> {
  const moves = files.map(({ file, content }) => ({
    file,
    content,
    aside: join(asideFolder ?? dirname(file), asideName(file)),
  }));
  try {
    for (const { file, content, aside } of moves) {
      makeFolder(dirname(file));
      await writeFile(aside, content, { flag: "wx", mode, flush }).catch((error: unknown) => {
        throw withPath(error, file);
      });
      // What a file is made with loses what the umask forbids.
      if (mode !== undefined) await chmod(aside, mode & 0o7777);
    }
    for (const { file, aside } of moves) await rename(aside, file);
  } catch (error) {
    await Promise.all(moves.map(({ aside }) => rm(aside, { force: true })));
    throw error;
  }
}

/** Hidden, so that it is no article, and short enough, whatever the file's name is. */
function asideName(file: string): string {
  return `.dateline-${basename(file).slice(0, 50)}-${randomUUID()}`;
}
