/** Where the share of a year is put, for a merge to take it from there: `.cache/parts/YEAR/`. */
import { join } from "node:path";
import { entriesOf } from "../../disk/file-moving.ts";
import { recordFileFor } from "../../output/published.ts";

const yearName = /^\d{4}$/;

/** Whether a text is a year as `--part` takes it. */
export function isYear(text: string): boolean {
  return yearName.test(text);
}

export type YearFolder = {
  /** Its files, by the paths they have in the site. */
  readonly site: string;
  /** The record of them. */
  readonly record: string;
  /** Its articles, read. */
  readonly articles: string;
};

export function yearFolder(siteFolder: string, year: string): YearFolder {
  const folder = join(partsFolder(siteFolder), year);
  return {
    site: join(folder, "site"),
    record: join(folder, "published"),
    articles: join(folder, "articles"),
  };
}

/** The file of the record of each output folder of a site. @param year of the part that goes there, where it is one */
export function recordFileIn(siteFolder: string, year: string | undefined): (outputFolder: string) => string {
  return (outputFolder) =>
    year === undefined
      ? recordFileFor(join(siteFolder, ".cache"), outputFolder)
      : yearFolder(siteFolder, year).record;
}

/** The years that have a folder, oldest first. */
export function madeYears(siteFolder: string): string[] {
  return entriesOf(partsFolder(siteFolder))
    .filter((entry) => entry.isDirectory() && isYear(entry.name))
    .map(({ name }) => name)
    .sort();
}

function partsFolder(siteFolder: string): string {
  return join(siteFolder, ".cache", "parts");
}
