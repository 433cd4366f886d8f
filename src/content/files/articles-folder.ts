/** The articles folder: finds the files, reads each into an article. The only input and output of `content`. */
import { type Dirent, readFileSync, type Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Article, ArticleReading, ContentRules } from "../article/article.ts";
import { decodeText } from "../article/article-text.ts";
import { readArticle } from "../article/reading/article-reading.ts";
import { compareText, type Diagnostic, errorAt } from "../diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../diagnostics/system-reasons.ts";
import { articleStyleFindings } from "../style/article-style.ts";
import type { StyleFinding } from "../style/levels.ts";
import { pictureName } from "../values/picture.ts";
import { isWithin, pathFrom } from "./paths.ts";

export type FolderListing = {
  /** Paths relative to the site folder, with forward slashes, in order of text. */
  readonly articleFiles: readonly string[];
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
};

const articleName = /\.(md|markdown)$/i;

/** What editors save texts as. Some add such an ending to the one that was typed, and some systems hide it. */
const otherTextName = /(\.(md|markdown))?\.(txt|text|rtf|docx?|odt|html?|mdx|mdown|mkd)$/i;

/**
 * Lists the articles folder of a site folder. Hidden files are passed over. A symbolic link is followed
 * where it stays inside the site folder; one that leads out of it is an error. So is whatever cannot be listed.
 */
export async function listArticlesFolder(siteFolder: string): Promise<FolderListing> {
  const articleFiles: string[] = [];
  const pictures = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let root = siteFolder;
  const fileAt = (path: string) => pathFrom(root, path);

  async function visit(folder: string, ancestors: ReadonlySet<string>): Promise<void> {
    try {
      const real = await realpath(folder);
      if (ancestors.has(real)) return;
      const inside = new Set([...ancestors, real]);
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.name.startsWith(".")) await note(join(folder, entry.name), entry, inside);
      }
    } catch (error) {
      diagnostics.push(unreadable(fileAt(folder), "folder", error));
    }
  }

  async function note(path: string, entry: Dirent, ancestors: ReadonlySet<string>): Promise<void> {
    const file = fileAt(path);
    const kind = entry.isSymbolicLink() ? await followed(path, file, root) : entry;
    if ("code" in kind) diagnostics.push(kind);
    else if (kind.isDirectory()) await visit(path, ancestors);
    else if (articleName.test(file)) {
      if (kind.isFile()) articleFiles.push(file);
      else diagnostics.push(unreadable(file, "file", "it is neither a file nor a folder"));
    } else if (kind.isFile() && pictureName.test(file)) pictures.add(file);
    else if (kind.isFile() && otherTextName.test(file)) diagnostics.push(notAnArticle(file));
  }

  try {
    root = await realpath(siteFolder);
    const folder = join(root, "articles");
    if ((await stat(folder)).isDirectory()) await visit(folder, new Set());
    else diagnostics.push(noArticlesFolder);
  } catch (error) {
    diagnostics.push(isAbsence(error) ? noArticlesFolder : unreadable("articles", "folder", error));
  }
  return { articleFiles: articleFiles.sort(compareText), pictures, diagnostics };
}

const noArticlesFolder: Diagnostic = {
  file: "articles",
  severity: "warning",
  code: "no-articles-folder",
  message: 'there is no folder "articles"; make one and put article files in it',
};

function unreadable(file: string, what: "file" | "folder", error: unknown): Diagnostic {
  return errorAt({ file }, "unreadable-file", `the ${what} cannot be read: ${reasonOf(error)}`);
}

function notAnArticle(file: string): Diagnostic {
  const message = `this file is passed over, as its name does not end in ".md"; if it is an article, save it as plain text named ${file.replace(otherTextName, ".md")}`;
  return { file, severity: "warning", code: "not-an-article", message };
}

/** What a symbolic link leads to, or what is wrong with it. */
async function followed(path: string, file: string, root: string): Promise<Stats | Diagnostic> {
  try {
    const target = await realpath(path);
    if (isWithin(target, root)) return await stat(target);
    return errorAt(
      { file },
      "outside-link",
      "this symbolic link leads out of the site folder; put a copy of the file in its place",
    );
  } catch (error) {
    return isAbsence(error)
      ? errorAt({ file }, "outside-link", "this symbolic link leads nowhere; remove it")
      : unreadable(file, "file", error);
  }
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
export function readBytes(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return reasonOf(error);
  }
}
