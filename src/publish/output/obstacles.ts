/** What of somebody else's in the output folder is in the way of what a build has to write. */
import { dirname, join } from "node:path";
import { printable } from "../../content/diagnostics/report.ts";
import { standingAt } from "../disk/file-moving.ts";
import { OutputFault } from "./output.ts";
import { digestOfFile } from "./standing/copied-file.ts";
import { foldersHolding, type Standing } from "./standing/standing.ts";

/** So many files that are in the way are named. */
const obstaclesNamed = 10;

/**
 * Says what of somebody else's stands where files have to be written. A file with the very content that is to be written
 * there is in nobody's way.
 *
 * @param written the files, by path in the output folder
 * @throws OutputFault if there is any
 */
export function refuseObstacles(
  written: ReadonlyMap<string, { readonly digest: string }>,
  outputFolder: string,
  standing: Standing,
): void {
  const obstacles = obstaclesTo(written, outputFolder, standing);
  if (obstacles.length === 0) return;
  const named = obstacles
    .slice(0, obstaclesNamed)
    .map(({ foreign, wanted }) =>
      printable(foreign === wanted ? foreign : `${foreign}, where ${wanted} has to be`),
    )
    .map((line) => `  ${line}\n`);
  const others = obstacles.length - named.length;
  throw new OutputFault(
    `${outputFolder} holds files that Dateline did not write, where it has to write its own:\n${named.join("")}${others === 0 ? "" : `  and ${others} more\n`}Move them away, or give --output another folder`,
  );
}

type Obstacle = {
  /** What is in the way. */
  readonly foreign: string;
  /** What a build has to write. */
  readonly wanted: string;
};

function obstaclesTo(
  written: ReadonlyMap<string, { readonly digest: string }>,
  outputFolder: string,
  { foreign }: Standing,
): Obstacle[] {
  if (foreign.size === 0) return [];
  const aboveForeign = foldersHolding([...foreign].map((path) => path.replace(/\/$/, "")));
  return [...written].flatMap(([path, { digest }]) => {
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
  return !found.isFile() || digestOfFile(place) !== digest;
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
