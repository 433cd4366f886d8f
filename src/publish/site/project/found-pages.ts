/** Own pages as Eleventy found them, among all that is published. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compareText,
  type Diagnostic,
  errorAt,
  inReadingOrder,
} from "../../../content/diagnostics/diagnostic.ts";
import { outputFileOf } from "../../../content/values/address.ts";
import { allPages } from "../../../site/frame/planned-pages.ts";
import type { OwnPage } from "../../../site/pages/own-page.ts";
import type { Plan } from "../../../site/plan/plan.ts";
import { missingTitle } from "../../loading/own-page-files.ts";
import type { Publication } from "../../loading/publication.ts";
import type { ChangeWriter } from "../../output/change-writer.ts";
import type { FoundPage } from "../../rendering/eleventy/job.ts";

/** A publication with the pages that Eleventy found, and what is wrong with those. */
export function withOwnPages(read: Publication, found: readonly FoundPage[]): Publication {
  if (found.length === 0) return read;
  const publication = read.withOwnPages(
    found.filter(isTitled).sort((a, b) => compareText(a.address, b.address)),
  );
  const faults = found.flatMap((page) =>
    isTitled(page) ? [] : [missingTitle(page.file, read.ownPageFiles.files.get(page.file))],
  );
  if (faults.length === 0) return publication;
  return { ...publication, diagnostics: inReadingOrder([...publication.diagnostics, ...faults]) };
}

function isTitled(page: FoundPage): page is OwnPage {
  return page.title !== undefined;
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

/** An error for each file that Eleventy copied to where Dateline has something of its own. @param copied files by path */
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
    const message = `the copy would stand at /${path}, in the way of a page or file of Dateline's own; give it another place`;
    return [errorAt({ file }, "same-address", message)];
  });
}
