/** Parts of the search index that stand in the output folder, as far as they can be used again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LastBuild, Published } from "./published.ts";
import type { KnownParts, SearchIndex } from "./search-index.ts";

/** Where the search index lies in the output folder. */
export const searchFolder = "pagefind/";

/** The parts of the last build that are sound, read back from the output folder. */
export function standingParts(outputFolder: string, { published, standing }: LastBuild): KnownParts {
  const parts: KnownParts = new Map();
  for (const [digest, { paths, entry }] of Object.entries(published.searchParts)) {
    if (!paths.every((path) => standing.sound.has(searchFolder + path))) continue;
    const files = paths.map((path) => ({
      path: pathInPart(path),
      content: readFileSync(join(outputFolder, searchFolder, path)),
    }));
    parts.set(digest, { files, entry });
  }
  return parts;
}

/** What the next build needs to know of the parts of this one. */
export function partRecords({ parts }: SearchIndex): Published["searchParts"] {
  return Object.fromEntries(
    parts.map(({ digest, paths, entry }) => [
      digest,
      { paths: [...paths], entry: { ...entry, common: [...entry.common] } },
    ]),
  );
}

/** `2016-2018/fragment/x.pf_fragment` is `fragment/x.pf_fragment` of its part. */
function pathInPart(path: string): string {
  return path.replace(/^\d[\d-]*\//, "");
}
