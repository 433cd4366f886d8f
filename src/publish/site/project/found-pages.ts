/** Own pages as Eleventy found them, among all that is published. */
import { compareText, inReadingOrder } from "../../../content/diagnostics/diagnostic.ts";
import type { OwnPage } from "../../../site/pages/own-page.ts";
import { missingTitle } from "../../loading/own-page-files.ts";
import type { Publication } from "../../loading/publication.ts";
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
