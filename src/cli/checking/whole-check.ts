/** The check of a whole site folder, its templates, and where one is named a built site. */
import { join, resolve } from "node:path";
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import { counted, countText, type ReportFormat, reportText } from "../../content/diagnostics/report.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { GitFault } from "../../newsroom/history/git.ts";
import { silentEdits } from "../../newsroom/history/silent-edits.ts";
import { type BuiltSiteCheck, checkBuiltSite, NotABuiltSite } from "../../newsroom/links/built-site.ts";
import { contentNames, loadPublication, type Publication } from "../../publish/loading/publication.ts";
import { readOwnFiles } from "../../publish/output/standing/own-files.ts";
import { bundleAssets, lostStyleAddresses } from "../../publish/rendering/assets/assets.ts";
import { stylesFolder } from "../../publish/rendering/assets/styles.ts";
import { readTemplates, templateFolders } from "../../publish/rendering/templates/template-files.ts";
import { KnownProject } from "../../publish/site/project/known-project.ts";
import { someAssets, templateFaults } from "../../publish/site/trial/trial.ts";
import { exitCodes, readNow, UsageFault } from "../terminal/command.ts";
import { runOnEachChange } from "../terminal/watched.ts";

export type CheckOptions = {
  readonly site: string;
  readonly output?: string | undefined;
  readonly since?: string | undefined;
  readonly now?: string | undefined;
  readonly format: ReportFormat;
};

/** Checks once, and tells. @returns the exit code */
export function checkAll(options: CheckOptions): Promise<number> {
  return newCheck(options)();
}

/** Checks again whenever a file is saved, until it is ended. */
export async function checkOnEachChange(options: CheckOptions): Promise<number> {
  const check = newCheck(options);
  const paths = [...contentNames, stylesFolder].map((name) => join(options.site, name));
  await runOnEachChange(paths, () => {
    // Editors that show problems forget the last ones here.
    if (options.format === "text") process.stdout.write("Checking.\n");
    return check();
  });
  return exitCodes.fine;
}

function newCheck(options: CheckOptions): () => Promise<number> {
  let last: Publication | undefined;
  return async () => {
    const found = await findAll(options, last);
    const { publication } = found;
    if (publication.plan !== undefined) last = publication;
    return tell(found, options);
  };
}

export type Found = {
  readonly publication: Publication;
  /** But those of a built site. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Everything that is wrong in a site folder. @param last what was loaded last in this process */
export async function findAll(options: CheckOptions, last?: Publication): Promise<Found> {
  const nowMs = readNow(options.now);
  const read = await loadPublication({
    siteFolder: options.site,
    nowMs,
    drafts: true,
    thorough: true,
    houseStyle: "everything",
    last,
  });
  const project = new KnownProject(resolve(options.site));
  await project.look(read, { drafts: true, assets: someAssets });
  const publication = project.completed(read);
  const { plan } = publication;
  const texts = readTemplates(templateFolders(options.site));
  const bundle = await bundleAssets(options.site);
  const faults = [
    ...(plan === undefined || project.hasFailed ? [] : await templateFaults(plan, texts, project.additions)),
    ...bundle.diagnostics,
    ...lostStyleAddresses(bundle, publication.staticFiles.files),
  ];
  const edits = plan === undefined ? [] : await editsSince(options, plan.settings.timezone, nowMs);
  const diagnostics = [...publication.diagnostics, ...project.diagnostics, ...faults, ...edits];
  return { publication, diagnostics: inReadingOrder(diagnostics) };
}

async function tell({ publication, diagnostics: found }: Found, options: CheckOptions): Promise<number> {
  const built =
    options.output === undefined ? undefined : await builtSite(options.output, options.site, publication);
  const diagnostics = [...found, ...(built?.diagnostics ?? [])];
  process.stdout.write(reportText(diagnostics, options.format, process.stdout.isTTY));
  if (options.format === "text") {
    const pages = built === undefined ? "" : ` and ${counted(built.pageCount, "built page")}`;
    process.stdout.write(
      `Checked ${counted(publication.listing.articleFiles.length, "article")}${pages}: ${countText(diagnostics)}.\n`,
    );
  }
  return hasErrors(diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
}

async function editsSince(
  { since, site }: CheckOptions,
  timezone: string,
  nowMs: number,
): Promise<Diagnostic[]> {
  if (since === undefined) return [];
  return silentEdits(site, since, timezone, nowMs).catch((error: unknown) => {
    throw error instanceof GitFault ? new UsageFault(`--since: ${error.message}`) : error;
  });
}

async function builtSite(
  outputFolder: string,
  siteFolder: string,
  { plan }: Publication,
): Promise<BuiltSiteCheck> {
  const articleFiles = new Map(
    plan?.articles.map(({ article, address }) => [outputFileOf(address), article.file]),
  );
  return checkBuiltSite(outputFolder, siteFolder, articleFiles, await readOwnFiles(outputFolder)).catch(
    (error: unknown) => {
      throw error instanceof NotABuiltSite
        ? new UsageFault(`${error.message}; make one with npm run build, or name its folder with --output`)
        : error;
    },
  );
}
