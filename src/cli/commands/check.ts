/** `npm run check`: everything that is wrong in a site folder; with `--fix`, what is safe is put right. */

import { join, resolve } from "node:path";
import { confirm } from "@clack/prompts";
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import {
  counted,
  countText,
  isReportFormat,
  type ReportFormat,
  reportFormats,
  reportText,
} from "../../content/diagnostics/report.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { GitFault } from "../../newsroom/history/git.ts";
import { silentEdits } from "../../newsroom/history/silent-edits.ts";
import { type BuiltSiteCheck, checkBuiltSite, NotABuiltSite } from "../../newsroom/links/built-site.ts";
import { diffText, findFixes, writeFix } from "../../publish/loading/fixing.ts";
import { contentNames, loadPublication, type Publication } from "../../publish/loading/publication.ts";
import { readOwnFiles } from "../../publish/output/own-files.ts";
import { bundleAssets, lostStyleAddresses } from "../../publish/rendering/assets/assets.ts";
import { stylesFolder } from "../../publish/rendering/assets/styles.ts";
import { readTemplates, templateFolders } from "../../publish/rendering/template-files.ts";
import { KnownProject } from "../../publish/site/project/known-project.ts";
import { someAssets, templateFaults } from "../../publish/site/trial/trial.ts";
import { exitCodes, readFlags, readNow, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";
import { isAtTerminal } from "../terminal/terminal.ts";
import { tellAddresses } from "../terminal/told-addresses.ts";
import { runOnEachChange } from "../terminal/watched.ts";

const help = `Usage: npm run check -- [flags]

Shows everything that is wrong in the site folder. Nothing is written, unless --fix says so.

  --site DIR      the folder with site.yaml and articles/ (default: this folder)
  --output DIR    a built site to check as well: every internal link and fragment of every page leads somewhere
  --addresses FILE  nothing else: what readers get who come by old addresses, one a line (paths, or whole web addresses):
                  200, 301 or 302 and where they are led, 410, or lost; ends with 1 if one is lost; text or json
  --since REV     warn of published stories whose text changed since a revision of git, and readers are not told
  --now ISO       the moment that decides what is due (default: the clock)
  --format NAME   ${reportFormats.join(", ")} (default: text)
  --watch         check again whenever a file is saved; Ctrl+C ends it
  --fix           put right what is safe: spelling of listed names, letter case of terms and datelines, forms of
                  dates, white space at the ends of lines; shows what it changes
  --dry-run       with --fix: show it and write nothing
`;

type CheckOptions = {
  readonly site: string;
  readonly output?: string | undefined;
  readonly since?: string | undefined;
  readonly now?: string | undefined;
  readonly format: ReportFormat;
};

await runCommand(help, async () => {
  const { values } = readFlags({
    ...siteFlags,
    output: { type: "string" },
    addresses: { type: "string" },
    since: { type: "string" },
    now: { type: "string" },
    format: { type: "string", default: "text" },
    watch: { type: "boolean", default: false },
    fix: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  });
  const { format, addresses, ...others } = values;
  if (!isReportFormat(format)) {
    throw new UsageFault(`--format "${format}" is not one of ${reportFormats.join(", ")}`);
  }
  if (values["dry-run"] && !values.fix) throw new UsageFault("--dry-run goes with --fix");
  if (values.fix && values.watch) throw new UsageFault("--fix and --watch do not go together");
  if (values.fix && format !== "text") throw new UsageFault("--fix shows text; leave --format out");
  if (addresses !== undefined) {
    const { output, since, fix: isFix, watch } = values;
    if (output !== undefined || since !== undefined || isFix || watch || format === "github") {
      throw new UsageFault(
        "--addresses goes with --site, --now and --format text or json, and no other flag",
      );
    }
    return tellAddresses(values.site, addresses, readNow(values.now), format);
  }
  const options: CheckOptions = { ...others, format };
  if (values.fix) await fix(options, values["dry-run"]);
  let last: Publication | undefined;
  const check = async (): Promise<number> => {
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
    if (publication.plan !== undefined) last = publication;
    return tellFaults(publication, project, options, nowMs);
  };
  if (!values.watch) return check();
  const paths = [...contentNames, stylesFolder].map((name) => join(options.site, name));
  await runOnEachChange(paths, () => {
    // Editors that show problems forget the last ones here.
    if (format === "text") process.stdout.write("Checking.\n");
    return check();
  });
  return exitCodes.fine;
});

async function tellFaults(
  publication: Publication,
  project: KnownProject,
  options: CheckOptions,
  nowMs: number,
): Promise<number> {
  const { plan } = publication;
  const texts = readTemplates(templateFolders(options.site));
  const bundle = await bundleAssets(options.site);
  const faults = [
    ...(plan === undefined || project.hasFailed ? [] : await templateFaults(plan, texts, project.additions)),
    ...bundle.diagnostics,
    ...lostStyleAddresses(bundle, publication.staticFiles.files),
  ];
  const edits = plan === undefined ? [] : await editsSince(options, plan.settings.timezone, nowMs);
  const built =
    options.output === undefined ? undefined : await builtSite(options.output, options.site, publication);
  const diagnostics = [
    ...inReadingOrder([...publication.diagnostics, ...project.diagnostics, ...faults, ...edits]),
    ...(built?.diagnostics ?? []),
  ];
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

/** Shows what can be put right, and writes it; at a terminal, when it is told to. */
async function fix({ site, now }: CheckOptions, isDryRun: boolean): Promise<void> {
  const fixes = await findFixes(site, readNow(now));
  for (const one of fixes) process.stdout.write(`${diffText(one, process.stdout.isTTY)}\n`);
  const files = counted(fixes.length, "file");
  if (fixes.length === 0) process.stdout.write("There is nothing to put right.\n");
  else if (isDryRun) process.stdout.write(`${files} would be changed.\n`);
  else if (await isAgreed(`Change ${files}?`)) {
    for (const one of fixes) await writeFix(site, one);
    process.stdout.write(`${files} changed.\n`);
  } else process.stdout.write("Nothing was changed.\n");
}

async function isAgreed(question: string): Promise<boolean> {
  if (!isAtTerminal()) return true;
  return (await confirm({ message: question })) === true;
}
