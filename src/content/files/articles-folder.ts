/** The articles folder: finds the files, reads each into an article. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, ArticleReading, ContentRules } from "../article/article.ts";
import { decodeText } from "../article/article-text.ts";
import { readArticle } from "../article/reading/article-reading.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reasonOf } from "../diagnostics/system-reasons.ts";
import { articleName } from "../names/name-order.ts";
import { articleStyleFindings } from "../style/article-style.ts";
import type { StyleFinding } from "../style/levels.ts";
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

/** What comes of reading an article file of a site. */
export type FileReading = ArticleReading & {
  readonly file: string;
  /** What the house style finds in the article; absent where it was not looked for. */
  readonly findings?: readonly StyleFinding[] | undefined;
};

/**
 * Reads article files, in the order given. A file that cannot be read is a diagnostic like any other.
 *
 * @param withFindings whether to look for what the house style finds in single articles
 */
export function readArticles(
  siteFolder: string,
  files: readonly string[],
  rules: ContentRules,
  withFindings: boolean,
): FileReading[] {
  return files.map((file) => {
    const bytes = readBytes(join(siteFolder, file));
    if (!(bytes instanceof Uint8Array)) return { file, diagnostics: [unreadable(file, "file", bytes)] };
    const reading = readArticle(file, bytes, rules);
    const findings = withFindings ? findingsIn(reading.article, bytes) : undefined;
    return { file, ...reading, findings };
  });
}

function findingsIn(article: Article | undefined, bytes: Uint8Array): StyleFinding[] | undefined {
  return article && articleStyleFindings(article, () => String(decodeText(article.file, bytes)));
}

/** The bytes of a file, or why it cannot be read. Not by promises: for small files they cost more than the reading. */
export function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return reasonOf(error);
  }
}
