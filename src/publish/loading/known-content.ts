/** What is known of a site folder from an earlier loading, less what changes of its files may have made untrue. */
import type { ContentRules } from "../../content/article/article.ts";
import type { FileReading, FolderListing } from "../../content/files/articles-folder.ts";
import { pictureName } from "../../content/values/picture.ts";
import type { SiteReading } from "../../site/settings/site.ts";
import type { ReadPictures } from "../pictures/picture-reading.ts";

/** What is absent is read again. */
export type KnownContent = {
  readonly siteReading?: SiteReading | undefined;
  readonly listing?: FolderListing | undefined;
  readonly pictures?: ReadPictures | undefined;
  /** Those among them whose files were not written to since are not read again. */
  readonly earlierPictures?: ReadPictures | undefined;
  /** Kept with the articles: a term is one object, whichever article names it. */
  readonly readTerm?: ContentRules["readTerm"] | undefined;
  /** By file. */
  readonly articles?: ReadonlyMap<string, FileReading> | undefined;
};

export type FileChange = {
  /** Path relative to the site folder, with forward slashes. */
  readonly file: string;
  /** Whether it was there before and is there still. */
  readonly isEdit: boolean;
};

/**
 * What is still known after some changes. An article is read again where its file or a picture it shows has changed,
 * all that have faults where any picture has, and everything where site.yaml has.
 */
export function stillKnown(known: KnownContent, changes: readonly FileChange[]): KnownContent {
  const files = new Set(changes.map(({ file }) => file));
  // Names that read alike may be meant by one another.
  const changedPictures = new Set(
    [...files].filter((file) => pictureName.test(file)).map((file) => file.normalize("NFC")),
  );
  const listing = changes.every(({ isEdit }) => isEdit) ? known.listing : undefined;
  const arePicturesSame = listing !== undefined && changedPictures.size === 0;
  const pictures = arePicturesSame ? { pictures: known.pictures } : { earlierPictures: known.pictures };
  if (files.has("site.yaml")) return { listing, ...pictures };
  const isStale = (file: string, { article, diagnostics }: FileReading) => {
    if (files.has(file)) return true;
    if (arePicturesSame) return false;
    if (article === undefined || diagnostics.length > 0) return true;
    return article.pictures.some(({ file: picture }) => changedPictures.has(picture.normalize("NFC")));
  };
  const articles = new Map([...(known.articles ?? [])].filter(([file, reading]) => !isStale(file, reading)));
  return { siteReading: known.siteReading, listing, ...pictures, readTerm: known.readTerm, articles };
}
