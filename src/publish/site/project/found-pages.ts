/** Own pages as Eleventy found them, among all that is published. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compareText,
  type Diagnostic,
  errorAt,
  inReadingOrder,
  type Place,
} from "../../../content/diagnostics/diagnostic.ts";
import { outputFileOf } from "../../../content/values/address.ts";
import { allPages } from "../../../site/frame/planned-pages.ts";
import type { OwnPage } from "../../../site/pages/own-page.ts";
import type { Plan } from "../../../site/plan/plan.ts";
import { missingTitle } from "../../loading/own-page-files.ts";
import type { Publication } from "../../loading/publication.ts";
import type { ChangeWriter } from "../../output/change-writer.ts";
import type { FoundPage, OwnFound } from "../../rendering/eleventy/job.ts";

export const nothingFound: OwnFound = { ownPages: [], otherFiles: new Map() };

/** A publication with what Eleventy found own pages to make, and what is wrong with that. */
export function withOwnPages(read: Publication, { ownPages, otherFiles }: OwnFound): Publication {
  const { files } = read.ownPageFiles;
  const publication =
    ownPages.length === 0
      ? read
      : read.withOwnPages(ownPages.filter(isTitled).sort((a, b) => compareText(a.address, b.address)));
  const faults = [
    ...ownPages.flatMap((page) => (isTitled(page) ? [] : [missingTitle(page.file, files.get(page.file))])),
    ...[...ownPages.map(({ address, file }) => [address, file] as const), ...otherFiles]
      .filter(([address]) => address.split("/").includes(".."))
      .map(([address, file]) => placedOutside(address, files.get(file)?.placeOf("permalink") ?? { file })),
  ];
  if (faults.length === 0) return publication;
  return { ...publication, diagnostics: inReadingOrder([...publication.diagnostics, ...faults]) };
}

function isTitled(page: FoundPage): page is OwnPage {
  return page.title !== undefined;
}

/** Eleventy follows a permalink to wherever it leads. */
function placedOutside(address: string, place: Place): Diagnostic {
  const message = `the address ${address} leads out of the site; choose another "permalink"`;
  return errorAt(place, "bad-address", message);
}

/** The HTML of own pages as Eleventy wrote it, by address. @param folder where */
export function writtenPages({ ownPages }: Plan, folder: string): ReadonlyMap<string, string> {
  return new Map(
    ownPages.flatMap(({ address }) => {
      const file = join(folder, outputFileOf(address));
      return existsSync(file) ? [[address, readFileSync(file, "utf8")] as const] : [];
    }),
  );
}

/** An error for each file that Eleventy made where Dateline has something of its own. @param copied what they are made of, by path */
export function copiesInTheWay(
  copied: ReadonlyMap<string, string>,
  plan: Plan,
  writer: ChangeWriter,
): Diagnostic[] {
  if (copied.size === 0) return [];
  const written = writer.records();
  const pages = new Set(allPages(plan.pages).map(({ address }) => outputFileOf(address)));
  return [...copied].flatMap(([path, file]) => {
    if (!written.has(path) && !pages.has(path)) return [];
    const message = `the file would stand at /${path}, in the way of a page or file of Dateline's own; give it another place`;
    return [errorAt({ file }, "same-address", message)];
  });
}
