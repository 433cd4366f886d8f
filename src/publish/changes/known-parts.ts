/** Parts of the search index that stand in the output folder as they were made. */

import type { SearchParts } from "../../search/making/made-parts.ts";
import type { LastBuild } from "../output/published.ts";

/** Where the search index lies in the output folder. */
export const searchFolder = "pagefind/";

/** The parts of the last build of which every file is sound. */
export function standingParts({ published, standing }: LastBuild): SearchParts {
  return Object.fromEntries(
    Object.entries(published.searchParts).filter(([, { paths }]) =>
      paths.every((path) => standing.sound.has(searchFolder + path)),
    ),
  );
}
