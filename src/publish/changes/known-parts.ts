/** Parts of the search index that stand in the output folder as they were made. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StandingIndex } from "../../search/making/merging/known-articles.ts";
import type { SearchParts } from "../../search/making/merging/made-parts.ts";
import type { LastBuild } from "../output/published.ts";

/** Where the search index lies in the output folder. */
export const searchFolder = "pagefind/";

/** The parts of the last build of which every file is sound. */
export function standingParts({
  published,
  standing,
}: Pick<LastBuild, "published" | "standing">): SearchParts {
  return Object.fromEntries(
    Object.entries(published.searchParts).filter(([, { paths }]) =>
      paths.every((path) => standing.sound.has(searchFolder + path)),
    ),
  );
}

/** The search index of the last build, as far as it is sound. */
export function standingIndex(last: LastBuild): StandingIndex {
  return {
    parts: standingParts(last),
    read: (path) => readFile(join(last.folder, searchFolder, path)),
  };
}
