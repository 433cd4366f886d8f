/** What differs between two outputs: what a deploy has to carry. */

/** Content by path, as `filesBelow` gives it: Latin-1 text, a character a byte. */
type Files = ReadonlyMap<string, string>;

/** Files that are new, different or gone, and the bytes of those that are there. */
export type ChangeCounts = {
  readonly "files changed outside /pagefind/": number;
  readonly "files changed in /pagefind/": number;
  readonly "bytes changed": number;
};

export function changeCounts(before: Files, after: Files): ChangeCounts {
  const paths = changedPaths(before, after);
  const ofSearch = paths.filter((path) => path.startsWith("pagefind/")).length;
  return {
    "files changed outside /pagefind/": paths.length - ofSearch,
    "files changed in /pagefind/": ofSearch,
    "bytes changed": paths.reduce((sum, path) => sum + (after.get(path)?.length ?? 0), 0),
  };
}

/** Paths of files that are new, different or gone, sorted. */
export function changedPaths(before: Files, after: Files): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
