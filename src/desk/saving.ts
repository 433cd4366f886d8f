/** Saving at the desk: what the form sends is merged into the file, checked, and only then written. */

import type { Article } from "../content/article/article.ts";
import { readArticle } from "../content/article/reading/article-reading.ts";
import { type Diagnostic, errorAt } from "../content/diagnostics/diagnostic.ts";
import { placeText } from "../content/diagnostics/report.ts";
import { findingsIn } from "../content/files/articles-folder.ts";
import { articleName } from "../content/names/name-order.ts";
import type { StyleFinding } from "../content/style/levels.ts";
import { type Pictures, pictureName } from "../content/values/picture.ts";
import { houseStyle } from "../newsroom/review/house-style.ts";
import type { Publication } from "../publish/loading/publication.ts";
import { readSiteFile } from "../publish/loading/site-reading.ts";
import { type PictureReading, readPictureBytes, readPictures } from "../publish/pictures/picture-reading.ts";
import type { LocatedArticle } from "../site/frame/planning.ts";
import { planSite } from "../site/plan/plan.ts";
import { contentRules } from "../site/settings/site.ts";
import { type DeskFiles, type FileChange, shaOf } from "./desk-files.ts";
import { type AskedChange, contentOf, SaveRefused } from "./saved-content.ts";

/** What the preview shows at the moment. */
export type Shown = {
  readonly articles: readonly LocatedArticle[];
  readonly diagnostics: readonly Diagnostic[];
  /** What it is of: pictures whose files were not written to since are not read again. */
  readonly publication?: Pick<Publication, "beside" | "pictures"> | undefined;
};

/**
 * Carries out changes, all of them or none, and gives the new content of each file; none for one that is removed.
 *
 * @throws SaveRefused where a path is not the desk's, a file was changed in the same place meanwhile, or `check`
 * would find an error
 */
export async function save(
  asked: readonly AskedChange[],
  files: DeskFiles,
  siteFolder: string,
  shown: Shown,
): Promise<(Uint8Array | undefined)[]> {
  const changes: FileChange[] = [];
  const found = new Map<string, Uint8Array | undefined>();
  for (const change of asked) {
    const { operation, path, from_path: from = path } = change;
    for (const place of [path, from]) {
      if (!(await files.mayWrite(place))) {
        throw new SaveRefused(
          403,
          `The desk may not write "${place}": only articles and pictures below articles/.`,
        );
      }
    }
    const current = await files.read(from);
    const standing = from === path ? current : await files.read(path);
    found.set(from, current).set(path, standing);
    // The answer to an earlier save of this form may have been lost on its way: what it wrote need not be written again.
    const isOfForm = change.opened !== undefined && operation !== "delete";
    if (isOfForm && isSame(standing, change.content) && (from === path || current === undefined)) {
      changes.push({ path, content: change.content });
      continue;
    }
    refuseIfChanged(change, current);
    if (from !== path && standing !== undefined) throw taken(path);
    const content = operation === "delete" ? undefined : contentOf(change, current);
    changes.push({ path, content });
    if (from !== path) changes.push({ path: from, content: undefined });
  }
  const faults = await faultsAfter(changes, files, siteFolder, shown);
  if (faults.length > 0) {
    throw new SaveRefused(422, faults.map((fault) => `${placeText(fault)}: ${fault.message}`).join("\n"));
  }
  // The check takes its time on a large site, and an editor beside the desk may have saved meanwhile.
  if (await isOvertaken(found, files)) return save(asked, files, siteFolder, shown);
  await files.write(changes);
  return asked.map(({ path }) => changes.find((change) => change.path === path)?.content);
}

async function isOvertaken(
  found: ReadonlyMap<string, Uint8Array | undefined>,
  files: DeskFiles,
): Promise<boolean> {
  for (const [path, content] of found) if (!isSame(await files.read(path), content)) return true;
  return false;
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

/** A form says what it was opened from, which is brought together with the file; of all else the name must fit. */
function refuseIfChanged(
  { operation, path, sha, opened }: AskedChange,
  current: Uint8Array | undefined,
): void {
  if (operation === "create") {
    if (current !== undefined) throw taken(path);
    return;
  }
  if (current === undefined) {
    throw new SaveRefused(
      409,
      `${path} is gone: it was removed or renamed outside the desk. To keep what you wrote, choose Duplicate in the menu beside Save, and save that.`,
    );
  }
  if (opened !== undefined && articleName.test(path)) return;
  if ((sha ?? (articleName.test(path) ? "" : shaOf(current))) !== shaOf(current)) {
    throw new SaveRefused(
      409,
      `${path} was changed outside the desk meanwhile; reload the desk and write it again.`,
    );
  }
}

function taken(path: string): SaveRefused {
  return new SaveRefused(409, `There is a file ${path} already; choose another headline or date.`);
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
    { siteFolder, known: shown.publication?.pictures },
  );
  const rules = contentRules(reading.site, pictures);
  const faults: Diagnostic[] = [];
  const findings: StyleFinding[] = [];
  const articles: Article[] = shown.articles
    .map(({ article }) => article)
    .filter(({ file }) => !contents.has(file));
  for (const { file, pictures: needed } of articles) {
    const lost = needed.find(({ file: picture }) => !pictures.has(picture) && contents.has(picture))?.file;
    if (lost !== undefined)
      faults.push(errorAt({ file }, "missing-image", `shows "${lost}"; take it out there first`));
  }
  for (const [path, content] of contents) {
    if (content === undefined || !articleName.test(path)) continue;
    const { article, diagnostics } = readArticle(path, content, rules);
    faults.push(...diagnostics);
    if (article !== undefined) articles.push(article);
    findings.push(...(findingsIn(article, content) ?? []));
  }
  const nowMs = Date.now();
  const plan = planSite(reading.site, articles, { nowMs, drafts: true }, shown.publication?.beside);
  const ofStyle = houseStyle(reading.site, articles, findings, nowMs, "errors");
  const isKnown = (fault: Diagnostic) =>
    shown.diagnostics.some((known) => known.file === fault.file && known.message === fault.message);
  faults.push(...[...plan.diagnostics, ...ofStyle].filter((fault) => !isKnown(fault)));
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
