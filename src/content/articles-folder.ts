/** The articles folder: finds the files, reads each into an article. The only input and output of `content`. */
import { readFileSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type ArticleReading, type ContentRules, readArticle } from "./article.ts";
import { articleStyleFindings } from "./article-style.ts";
import { compareText, type Diagnostic, errorAt } from "./diagnostic.ts";
import type { StyleFinding } from "./house-style.ts";
import { pictureName } from "./picture.ts";

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
 * where it stays inside the site folder; one that leads out of it is an error.
 */
export async function listArticlesFolder(siteFolder: string): Promise<FolderListing> {
  const root = await realpath(siteFolder);
  const articleFiles: string[] = [];
  const pictures = new Set<string>();
  const diagnostics: Diagnostic[] = [];

  async function visit(folder: string, ancestors: ReadonlySet<string>): Promise<void> {
    const real = await realpath(folder);
    if (ancestors.has(real)) return;
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      const file = relative(root, path).split(sep).join("/");
      let kind: { isDirectory(): boolean; isFile(): boolean } = entry;
      if (entry.isSymbolicLink()) {
        const target = await realpath(path).catch(() => undefined);
        const fault = linkFault(target, root);
        if (fault !== undefined) diagnostics.push(errorAt({ file }, "outside-link", fault));
        if (target === undefined || fault !== undefined) continue;
        kind = await stat(target);
      }
      if (kind.isDirectory()) await visit(path, new Set([...ancestors, real]));
      else if (kind.isFile() && articleName.test(entry.name)) articleFiles.push(file);
      else if (kind.isFile() && pictureName.test(entry.name)) pictures.add(file);
      else if (kind.isFile() && otherTextName.test(entry.name)) diagnostics.push(notAnArticle(file));
    }
  }

  const folder = join(root, "articles");
  const exists = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (exists) await visit(folder, new Set());
  else {
    const message = 'there is no folder "articles"; make one and put article files in it';
    diagnostics.push({ file: "articles", severity: "warning", code: "no-articles-folder", message });
  }
  return { articleFiles: articleFiles.sort(compareText), pictures, diagnostics };
}

function notAnArticle(file: string): Diagnostic {
  const message = `this file is passed over, as its name does not end in ".md"; if it is an article, save it as plain text named ${file.replace(otherTextName, ".md")}`;
  return { file, severity: "warning", code: "not-an-article", message };
}

function linkFault(target: string | undefined, root: string): string | undefined {
  if (target === undefined) return "this symbolic link leads nowhere; remove it";
  if (`${target}${sep}`.startsWith(`${root}${sep}`)) return undefined;
  return "this symbolic link leads out of the site folder; put a copy of the file in its place";
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
    if (!(bytes instanceof Uint8Array)) {
      const fault = errorAt({ file }, "unreadable-file", `the file cannot be read: ${bytes}`);
      return { file, diagnostics: [fault] };
    }
    const reading = readArticle(file, bytes, rules);
    const findings = withFindings ? reading.article && articleStyleFindings(reading.article) : undefined;
    return { file, ...reading, findings };
  });
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "permission is denied; change the permissions of the file"],
  ["EPERM", "permission is denied; change the permissions of the file"],
]);

/** The bytes of a file, or why it cannot be read. Not by promises: for small files they cost more than the reading. */
export function readBytes(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return reasons.get(code) ?? code;
  }
}
