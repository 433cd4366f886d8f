/** The files of the articles folder, each read into an article. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, ArticleReading, ContentRules } from "../article/article.ts";
import { decodeText } from "../article/article-text.ts";
import { readArticle } from "../article/reading/article-reading.ts";
import { reasonOf } from "../diagnostics/system-reasons.ts";
import { articleStyleFindings } from "../style/article-style.ts";
import type { StyleFinding } from "../style/levels.ts";
import { unreadable } from "./folder-files.ts";

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

/** What the house style finds in an article. @param bytes of its file */
export function findingsIn(article: Article | undefined, bytes: Uint8Array): StyleFinding[] | undefined {
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
