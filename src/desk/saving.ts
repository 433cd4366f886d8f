/** Saving at the desk: what the form sends is merged into the file, checked, and only then written. */
import {
  type PictureReading,
  type ReadPictures,
  readPictureBytes,
  readPictures,
} from "../build/picture-reading.ts";
import { readSiteFile } from "../build/publication.ts";
import { placeText } from "../build/report.ts";
import { type Article, readArticle } from "../content/article.ts";
import { articleForm, UnreadableArticle } from "../content/article-form.ts";
import { mergedArticle } from "../content/article-merge.ts";
import { decodeText } from "../content/article-text.ts";
import { type Diagnostic, errorAt } from "../content/diagnostic.ts";
import { type Pictures, pictureName } from "../content/picture.ts";
import { writtenAlike } from "../content/written-alike.ts";
import { planSite } from "../site/plan.ts";
import type { LocatedArticle } from "../site/planning.ts";
import { contentRules } from "../site/site.ts";
import { type DeskFiles, type FileChange, isArticlePath, shaOf } from "./desk-files.ts";

/** A change as the editor asks for it. */
export type AskedChange = {
  readonly operation: "create" | "update" | "delete";
  readonly path: string;
  /** Where the file was before, if it was moved. */
  readonly from?: string | undefined;
  readonly content: Uint8Array;
  /** What the editor believes to be there. */
  readonly sha?: string | undefined;
};

/** What the preview shows at the moment. */
export type Shown = {
  readonly articles: readonly LocatedArticle[];
  readonly diagnostics: readonly Diagnostic[];
  /** Those whose files were not written to since are not read again. */
  readonly pictures: ReadPictures;
};

/** A change that cannot be carried out; the message is for the person at the desk. */
export class SaveRefused extends Error {
  readonly status: 403 | 409 | 422;

  constructor(status: SaveRefused["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Carries out changes, all of them or none, and tells what git would call each new file.
 *
 * @throws SaveRefused where a path is not the desk's, a file has changed meanwhile, or `check` would find an error
 */
export async function save(
  asked: readonly AskedChange[],
  files: DeskFiles,
  siteFolder: string,
  shown: Shown,
): Promise<(string | undefined)[]> {
  const changes: FileChange[] = [];
  for (const change of asked) {
    const { operation, path, from = path } = change;
    for (const place of [path, from]) {
      if (!(await files.mayWrite(place))) {
        throw new SaveRefused(
          403,
          `The desk may not write "${place}": only articles and pictures below articles/.`,
        );
      }
    }
    const current = await files.read(from);
    refuseIfChanged(change, current);
    if (from !== path && (await files.read(path)) !== undefined) throw taken(path);
    const content = operation === "delete" ? undefined : contentOf(change, current);
    changes.push({ path, content });
    if (from !== path) changes.push({ path: from, content: undefined });
  }
  const faults = await faultsAfter(changes, files, siteFolder, shown);
  if (faults.length > 0) {
    throw new SaveRefused(422, faults.map((fault) => `${placeText(fault)}: ${fault.message}`).join("\n"));
  }
  await files.write(changes);
  return asked.map(({ path }) => {
    const content = changes.find((change) => change.path === path)?.content;
    return content && shaOf(content);
  });
}

function refuseIfChanged({ operation, path, sha }: AskedChange, current: Uint8Array | undefined): void {
  if (operation === "create") {
    if (current !== undefined) throw taken(path);
    return;
  }
  if (current === undefined) throw new SaveRefused(409, `${path} is gone; reload the desk.`);
  if (sha !== undefined && sha !== shaOf(current)) {
    throw new SaveRefused(
      409,
      `${path} was changed outside the desk meanwhile; reload the desk and write it again.`,
    );
  }
}

function taken(path: string): SaveRefused {
  return new SaveRefused(409, `There is a file ${path} already; choose another headline or date.`);
}

/** A file of which the form changed nothing is the same to the byte, line ends and byte-order mark included. */
function contentOf({ path, content }: AskedChange, current: Uint8Array | undefined): Uint8Array {
  if (current === undefined || !isArticlePath(path)) return content;
  const original = decodeText(path, current);
  const edited = decodeText(path, content);
  if (typeof original !== "string" || typeof edited !== "string") return content;
  try {
    const merged = mergedArticle(original, articleForm(edited));
    if (merged === original) return current;
    return Buffer.from(writtenAlike(Buffer.from(current).toString("utf8"), merged));
  } catch (error) {
    if (error instanceof UnreadableArticle) return content;
    throw error;
  }
}

/** The errors that the changes would bring: those of the new articles, and those of the site with them. */
async function faultsAfter(
  changes: readonly FileChange[],
  files: DeskFiles,
  siteFolder: string,
  shown: Shown,
): Promise<Diagnostic[]> {
  const reading = await readSiteFile(siteFolder);
  if (reading.site === undefined) return [...reading.diagnostics];
  const contents = new Map(changes.map(({ path, content }) => [path, content]));
  const listed = (await files.list()).map(({ path }) => path);
  const remaining = [...new Set([...listed, ...contents.keys()])].filter(
    (path) => !contents.has(path) || contents.get(path) !== undefined,
  );
  const pictures = await picturesOf(
    remaining.filter((path) => pictureName.test(path)),
    contents,
    { siteFolder, known: shown.pictures },
  );
  const rules = contentRules(reading.site, pictures);
  const faults: Diagnostic[] = [];
  const articles: Article[] = shown.articles
    .map(({ article }) => article)
    .filter(({ file }) => !contents.has(file));
  for (const { file, pictures: needed } of articles) {
    const lost = needed.find(({ file: picture }) => !pictures.has(picture) && contents.has(picture))?.file;
    if (lost !== undefined)
      faults.push(errorAt({ file }, "missing-image", `shows "${lost}"; take it out there first`));
  }
  for (const [path, content] of contents) {
    if (content === undefined || !isArticlePath(path)) continue;
    const { article, diagnostics } = readArticle(path, content, rules);
    faults.push(...diagnostics);
    if (article !== undefined) articles.push(article);
  }
  const { diagnostics } = planSite(reading.site, articles, { nowMs: Date.now(), drafts: true });
  const isKnown = (fault: Diagnostic) =>
    shown.diagnostics.some((known) => known.file === fault.file && known.message === fault.message);
  faults.push(...diagnostics.filter((fault) => !isKnown(fault)));
  return faults.filter(({ severity }) => severity === "error");
}

async function picturesOf(
  paths: readonly string[],
  contents: ReadonlyMap<string, Uint8Array | undefined>,
  reading: PictureReading,
): Promise<Pictures> {
  const standing = await readPictures(
    paths.filter((path) => !contents.has(path)),
    reading,
  );
  const pictures = new Map([...standing].map(([path, { published }]) => [path, published]));
  for (const path of paths) {
    const content = contents.get(path);
    if (content !== undefined) pictures.set(path, await readPictureBytes(content));
  }
  return pictures;
}
