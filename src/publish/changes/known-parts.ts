/** Parts of the search index that stand in the output folder as they were made. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputChanged } from "../../content/diagnostics/system-reasons.ts";
import { digestOf } from "../../content/values/digest.ts";
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

/** The search index of the last build, as far as it is sound. Reading throws InputChanged where a file is damaged all the same. */
export function standingIndex(last: LastBuild): StandingIndex {
  return {
    parts: standingParts(last),
    read: async (path) => {
      const file = searchFolder + path;
      const content = await readFile(join(last.folder, file));
      if (digestOf(content) === last.standing.sound.get(file)?.digest) return content;
      throw new InputChanged(`${join(last.folder, file)} is not as it was written; build again with --fresh`);
    },
  };
}
