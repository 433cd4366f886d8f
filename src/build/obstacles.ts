/** What of somebody else's in the output folder is in the way of what a build has to write. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../content/digest.ts";
import { standingAt } from "./file-moving.ts";
import { foldersAbove, type Standing } from "./standing.ts";

export type Obstacle = {
  /** What is in the way. */
  readonly foreign: string;
  /** What a build has to write. */
  readonly wanted: string;
};

/**
 * What of somebody else's stands where files have to be written. A file with the very content that is to be written
 * there is in nobody's way.
 *
 * @param wanted the files, with the digests of their content
 */
export function obstaclesTo(
  wanted: Iterable<readonly [path: string, digest: string]>,
  outputFolder: string,
  { foreign }: Pick<Standing, "foreign">,
): Obstacle[] {
  if (foreign.size === 0) return [];
  const aboveForeign = foldersAbove([...foreign].map((path) => path.replace(/\/$/, "")));
  return [...wanted].flatMap(([path, digest]) => {
    const inTheWay =
      aboveForeign.has(path) || foreign.has(`${path}/`)
        ? path
        : [...partsOf(path)].find(
            (part) => isBelow(part, foreign) && isInTheWay(join(outputFolder, part), part === path && digest),
          );
    return inTheWay === undefined ? [] : [{ foreign: inTheWay, wanted: path }];
  });
}

/** @param digest of the file that is to be written there; false where it is to be a folder */
function isInTheWay(place: string, digest: string | false): boolean {
  const found = standingAt(place);
  if (found === undefined) return false;
  if (digest === false) return !found.isDirectory();
  return !found.isFile() || digestOf(readFileSync(place)) !== digest;
}

/** Whether a path is one of somebody else's, or lies in a folder that is. */
function isBelow(path: string, foreign: ReadonlySet<string>): boolean {
  if (foreign.has(path) || foreign.has(`${path}/`)) return true;
  const parent = dirname(path);
  return parent !== "." && isBelow(parent, foreign);
}

/** `a/b/c`: `a`, `a/b` and `a/b/c`. */
function* partsOf(path: string): Generator<string> {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) yield path.slice(0, end);
  yield path;
}
