/** Files that Eleventy or a plugin of the project wrote itself: own pages, copies, pictures. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { foldersAbove } from "../../content/values/address.ts";
import { filePathsBelow, standingAt } from "../disk/file-moving.ts";
import type { ChangeWriter } from "./change-writer.ts";
import { digestOfFile } from "./standing/copied-file.ts";
import { ownListName } from "./standing/own-files.ts";
import type { Standing } from "./standing/standing.ts";

/** When each file below a folder was last touched, by path. */
export type Touched = ReadonlyMap<string, number>;

export function touchedBelow(folder: string): Touched {
  return new Map(filePathsBelow(folder).map((path) => [path, standingAt(join(folder, path))?.ctimeMs ?? 0]));
}

/** Takes all that was put aside and that the writer has not written. */
export function adoptAside(folder: string, writer: ChangeWriter): void {
  for (const path of filePathsBelow(folder)) {
    if (!writer.written.has(path)) adopt(path, folder, writer, false);
  }
}

/**
 * Takes what was written in an output folder itself. What stood there and was somebody else's stays that, be it that they have just
 * written to it.
 *
 * @param before the files there before that
 * @returns their paths
 */
export function adoptInPlace(
  folder: string,
  before: Touched,
  { paths: own, foreign }: Standing,
  writer: ChangeWriter,
): string[] {
  const isOthers = (path: string) =>
    (before.has(path) && !own.has(path)) || foldersAbove(path).some((above) => foreign.has(`${above}/`));
  const paths = [...touchedBelow(folder)].flatMap(([path, touched]) =>
    path === ownListName || before.get(path) === touched || isOthers(path) ? [] : [path],
  );
  for (const path of paths) adopt(path, folder, writer, true);
  return paths;
}

function adopt(path: string, folder: string, writer: ChangeWriter, isInPlace: boolean): void {
  const file = join(folder, path);
  const { size, mtimeMs } = statSync(file);
  writer.adopt(path, { digest: digestOfFile(file), sizeBytes: size, writtenMs: mtimeMs }, isInPlace);
}
