/** The articles folder: which files are in it, and when they were written. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { articleName } from "../names/name-order.ts";
import { pictureName } from "../values/picture.ts";
import { filesOfFolder, unreadable } from "./folder-files.ts";

export type FolderListing = {
  /** Paths relative to the site folder, with forward slashes, in order of text. */
  readonly articleFiles: readonly string[];
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
};

/** What editors save texts as. Some add such an ending to the one that was typed, and some systems hide it. */
const otherTextName = /(\.(md|markdown))?\.(txt|text|rtf|docx?|odt|html?|mdx|mdown|mkd)$/i;

/**
 * Lists the articles folder of a site folder. Hidden files are passed over. A symbolic link is followed
 * where it stays inside the site folder; one that leads out of it is an error. So is whatever cannot be listed.
 */
export async function listArticlesFolder(siteFolder: string): Promise<FolderListing> {
  const { found, diagnostics, isThere } = await filesOfFolder(siteFolder, "articles", {
    isPassedOver: (name) => name.startsWith("."),
    mayLieElsewhere: true,
  });
  const articleFiles: string[] = [];
  const pictures = new Set<string>();
  const faults: Diagnostic[] = [...diagnostics, ...(isThere ? [] : [noArticlesFolder])];
  for (const { file, isFile } of found) {
    if (articleName.test(file)) {
      if (isFile) articleFiles.push(file);
      else faults.push(unreadable(file, "file", "it is neither a file nor a folder"));
    } else if (isFile && pictureName.test(file)) pictures.add(file);
    else if (isFile && otherTextName.test(file)) faults.push(notAnArticle(file));
  }
  return { articleFiles, pictures, diagnostics: faults };
}

const noArticlesFolder: Diagnostic = {
  file: "articles",
  severity: "warning",
  code: "no-articles-folder",
  message: 'there is no folder "articles"; make one and put article files in it',
};

function notAnArticle(file: string): Diagnostic {
  const message = `this file is passed over, as its name does not end in ".md"; if it is an article, save it as plain text named ${file.replace(otherTextName, ".md")}`;
  return { file, severity: "warning", code: "not-an-article", message };
}

/** What changes of a file whenever it is written to; empty where it cannot be looked at, of which reading it tells. */
export function stampOf(path: string): string {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(path);
    return `${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return "";
  }
}

export type ListedArticles = {
  readonly listing: FolderListing;
  /** Of each article file, in their order. */
  readonly stamps: readonly string[];
};

export async function listWithStamps(siteFolder: string): Promise<ListedArticles> {
  const listing = await listArticlesFolder(siteFolder);
  return { listing, stamps: listing.articleFiles.map((file) => stampOf(join(siteFolder, file))) };
}

/** The same, without stamps where it is listed here, or was before. */
export async function listedArticles(
  siteFolder: string,
  looked: Promise<ListedArticles | undefined> | undefined,
  known: FolderListing | undefined,
): Promise<Pick<ListedArticles, "listing"> & Partial<ListedArticles>> {
  if (known !== undefined) return { listing: known };
  return (await looked) ?? { listing: await listArticlesFolder(siteFolder) };
}
