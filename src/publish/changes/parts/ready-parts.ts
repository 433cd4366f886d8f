/** What the parts of all years have ready for a merge. */
import { join } from "node:path";
import type { SearchParts } from "../../../search/making/merging/made-parts.ts";
import type { ReadyFile } from "../../output/change-writer.ts";
import { readPublishedFrom } from "../../output/published.ts";
import { standingOutput } from "../../output/standing/standing.ts";
import { standingParts } from "../known-parts.ts";
import { yearFolder } from "./year-folder.ts";

/** What is asked of parts, or of a merge of them, and cannot be done. */
export class PartFault extends Error {}

export type ReadyParts = {
  /** By path in the output folder. */
  readonly files: ReadonlyMap<string, ReadyFile>;
  readonly searchParts: SearchParts;
};

export const noParts: ReadyParts = { files: new Map(), searchParts: {} };

/**
 * Finds what parts have ready. A file that is not as it was written counts as none, and is made anew.
 *
 * @param causes what pages rest on here: digests by name
 * @throws PartFault where the part of a year is missing, or was made with other settings, templates or code
 */
export async function readyParts(
  siteFolder: string,
  years: readonly string[],
  causes: Readonly<Record<string, string>>,
): Promise<ReadyParts> {
  const records = await Promise.all(
    years.map(async (year) => ({
      year,
      record: await readPublishedFrom(yearFolder(siteFolder, year).record),
    })),
  );
  const missing = records.filter(({ record }) => record === undefined).map(({ year }) => year);
  if (missing.length > 0) {
    throw new PartFault(`There is no part of ${missing.join(", ")} to merge; ${advice(missing)}`);
  }
  const files = new Map<string, ReadyFile>();
  let searchParts: SearchParts = {};
  for (const { year, record } of records) {
    if (record === undefined) continue;
    const other = Object.keys(causes).find((name) => record.causes.get(name) !== causes[name]);
    if (other !== undefined) {
      throw new PartFault(`The part of ${year} was made with another state of ${other}; ${advice([year])}`);
    }
    const { site } = yearFolder(siteFolder, year);
    const standing = standingOutput(site, new Set(record.files.keys()), record.files);
    for (const [path, known] of standing.sound) files.set(path, { ...known, file: join(site, path) });
    searchParts = { ...searchParts, ...standingParts({ published: record, standing }) };
  }
  return { files, searchParts };
}

function advice(years: readonly string[]): string {
  return `make it here, or on any machine from the same commit: npm run build -- --part ${years[0]}`;
}
