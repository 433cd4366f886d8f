/** The pictures and documents of an archive, wherever they are to be found. */
import { join } from "node:path";
import type { Place } from "../../../content/diagnostics/diagnostic.ts";
import { oldSiteOf } from "../addresses/placing/old-site.ts";
import type { ForeignSurvey } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { type Documents, takenDocuments } from "./documents.ts";
import { keptDownloads } from "./fetching/kept-downloads.ts";
import { FileFinding } from "./file-finding.ts";
import { openMediaFolder } from "./media-folder.ts";
import { PictureShelf, type ShelfOptions } from "./picture-shelf.ts";

export type PictureOptions = Pick<ShelfOptions, "faultOf"> & {
  /** The folder of uploads. */
  readonly media?: string | undefined;
  /** Whether what is nowhere else is fetched from the web. */
  readonly isDownloading?: boolean | undefined;
  /** Keeps what was fetched for later runs. */
  readonly cacheFolder: string;
};

export type ArchivePictures = {
  readonly shelf: PictureShelf;
  readonly documents: Documents;
  /** Of what has no story, when all are written. */
  readonly lastNotes: () => readonly ImportNote[];
};

/**
 * @param url of the site that the archive comes to
 * @param place of the archive
 * @throws what the file system says
 */
export async function archivePictures(
  { sites, files }: Pick<ForeignSurvey, "sites" | "files">,
  url: string,
  place: Place,
  { media, isDownloading, cacheFolder, faultOf }: PictureOptions,
): Promise<ArchivePictures> {
  const old = oldSiteOf(sites, url);
  const folder = join(cacheFolder, "imported");
  const own = sites.flatMap((site) => site.url ?? []);
  const finding = new FileFinding({
    files,
    old,
    siteUrl: own[0],
    media: media === undefined ? undefined : await openMediaFolder(media),
    downloads: isDownloading === true ? keptDownloads({ folder, own }) : undefined,
    workFolder: folder,
  });
  const shelf = new PictureShelf({ finding, old, faultOf });
  const documents = await takenDocuments(files, { finding, old });
  return {
    shelf,
    documents,
    lastNotes: () => [...documents.notes, ...shelf.notes, ...shelf.unshown(files), ...shelf.moved(place)],
  };
}
