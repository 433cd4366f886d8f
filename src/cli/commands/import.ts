/** `npm run import`: foreign archives to article files and pages. */
import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type Diagnostic, hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { countText, printable, printableLines, reportText } from "../../content/diagnostics/report.ts";
import { readTextFile } from "../../content/files/folder-files.ts";
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import { isPictureFault } from "../../content/values/picture.ts";
import { type ImportOptions, importArchive } from "../../newsroom/import/archive/importing.ts";
import { onThisThread, onThreads } from "../../newsroom/import/body/body-converter.ts";
import { foreignFormatNamed, foreignFormats } from "../../newsroom/import/formats/foreign-formats.ts";
import { reportFileText } from "../../newsroom/import/report/report-file.ts";
import { summaryText } from "../../newsroom/import/report/summary-text.ts";
import { readImportMap } from "../../newsroom/import/terms/import-map.ts";
import { bundledCode } from "../../publish/disk/project.js";
import { isRunning, processMark } from "../../publish/disk/running.ts";
import { writeWhole } from "../../publish/disk/whole-file.ts";
import { readPictureBytes } from "../../publish/pictures/picture-reading.ts";
import type { Site } from "../../site/settings/site.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";
import { newProgress } from "../terminal/progress.ts";
import { standingSite } from "../terminal/standing-site.ts";

const formatNames = foreignFormats.map(({ name }) => name).join(", ");

const help = `Usage: npm run import -- FILE|FOLDER… [flags]

Turns what comes from elsewhere into article files and pages. If any of it is broken, all errors are shown and nothing is
written. What stands in the site folder already is never written over; a second run changes nothing.

  --from FORMAT what is given; without it, that is found out from each file and folder
${foreignFormats.map(({ name, title, shape }) => `    ${name}: ${title}\n      ${shape}\n`).join("")}\
  --date DATE   the date of stories that name none (2026-11-20 or 2026-11-20 08:30)
  --default-category NAME
                the category of stories that have none (default: News, where site.yaml has it or has no list)
  --map FILE    what foreign keys and terms are called here: YAML with keys, categories, tags, authors and sources,
                each of lines "Theirs: Ours", or "Theirs: null" for what is passed over
  --media DIR   the folder of the old site's uploads, with the pictures and documents that stories show
  --download    fetch from the web what is in no folder; what was fetched once is kept in .cache/
  --partial     import what came before a fault that breaks an archive off
  --report FILE write a report of every item that was not imported, or is not as it was (.md or .json)
  --addresses FILE
                write the addresses that all of it had, one a line, for npm run check -- --addresses FILE
  --dry-run     show the files and write none
  --site DIR    the folder with site.yaml and articles/ (default: this folder)
`;

/** So many names of files are told. */
const filesTold = 20;

/** Below so many stories a thread takes longer to start than it saves. */
const leastStories = 500;

// An archive of 1 GB leaves much in memory for good: more garbage than a fifth beside it would be too much.
setFlagsFromString("--heap-growing-percent=20");

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    {
      ...siteFlags,
      from: { type: "string" },
      date: { type: "string" },
      "default-category": { type: "string" },
      map: { type: "string" },
      media: { type: "string" },
      download: { type: "boolean", default: false },
      partial: { type: "boolean", default: false },
      report: { type: "string" },
      addresses: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
    true,
  );
  if (positionals.length === 0) throw new UsageFault("Name at least one file or folder to import.");
  const format = values.from === undefined ? undefined : foreignFormatNamed(values.from);
  if (values.from !== undefined && format === undefined) {
    throw new UsageFault(`--from: there is no format "${values.from}"; there is ${formatNames}`);
  }
  if (values.media !== undefined && !(await stat(values.media)).isDirectory()) {
    throw new UsageFault(`--media: ${values.media} is no folder`);
  }
  const standing = await standingSite(values.site, Date.now());
  if (!("site" in standing)) return refuse(standing);
  refuseDate(values.date, standing.site);
  const { map, diagnostics: ofMap } = await mapOf(values.map);
  if (hasErrors(ofMap)) return refuse(ofMap);

  const progress = newProgress(process.stderr);
  const outcome = await importArchive(positionals, {
    standing,
    siteFolder: values.site,
    format,
    date: values.date,
    defaultCategory: values["default-category"],
    map,
    pictures: {
      media: values.media,
      isDownloading: values.download,
      cacheFolder: join(values.site, ".cache"),
      faultOf: pictureFaultOf,
    },
    isPartial: values.partial,
    marks: { own: processMark(), isRunning },
    converterOf: await threadStarter(),
    show: values["dry-run"]
      ? (file, text) => void process.stdout.write(`${printable(file)}\n\n${printableLines(text)}\n`)
      : undefined,
    progress: progress.tell,
  }).finally(progress.end);
  if (outcome.needsCategory === true) refuseCategory(values["default-category"], standing.site);
  if (values.report !== undefined) await writeWhole(values.report, reportFileText(values.report, outcome));
  if (values.addresses !== undefined && outcome.asked !== undefined) {
    await writeWhole(
      values.addresses,
      outcome
        .asked()
        .map((address) => `${address}\n`)
        .join(""),
    );
  }
  if (!outcome.isDone) return refuse(outcome.diagnostics);
  process.stderr.write(reportText(outcome.diagnostics, "text", process.stderr.isTTY));
  const written = outcome.files.filter(({ became }) => became === "new");
  if (!values["dry-run"] && written.length <= filesTold) {
    for (const { file } of written) process.stdout.write(`${printable(file)}\n`);
  }
  process.stderr.write(summaryText(outcome));
  return hasErrors(outcome.diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
});

/** How threads that convert bodies are started, where there are cores for them. */
async function threadStarter(): Promise<ImportOptions["converterOf"]> {
  const code = await bundledCode();
  const threadCount = Math.min(3, availableParallelism() - 1);
  if (code === undefined || threadCount < 1) return undefined;
  const worker = new URL("body-worker.js", code);
  return (storyCount) => (storyCount < leastStories ? onThisThread : onThreads(worker, threadCount));
}

/** What is wrong with the picture in a file, in words. */
async function pictureFaultOf(path: string): Promise<string | undefined> {
  const picture = await readPictureBytes(await readFile(path));
  return isPictureFault(picture) ? picture.message : undefined;
}

function refuseDate(text: string | undefined, { timezone }: Site): void {
  const date = text === undefined ? undefined : readMoment(text, timezone);
  if (date !== undefined && isMomentFault(date)) throw new UsageFault(`--date: ${date.message}`);
}

function refuseCategory(name: string | undefined, { terms }: Site): void {
  if (name === undefined || terms.category === undefined || terms.category.byName.has(name)) return;
  const known = terms.category.terms.map((term) => term.name).join(", ");
  throw new UsageFault(`--default-category: site.yaml has no category "${name}"; it has ${known}`);
}

async function mapOf(file: string | undefined): Promise<ReturnType<typeof readImportMap>> {
  if (file === undefined) return { diagnostics: [] };
  const text = await readTextFile("", file);
  if (typeof text === "string") return readImportMap(file, text);
  if (text === undefined) throw new UsageFault(`--map: there is no file ${file}`);
  return { diagnostics: [text] };
}

function refuse(diagnostics: readonly Diagnostic[]): number {
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  process.stderr.write(`Nothing was written: ${countText(diagnostics)}.\n`);
  return exitCodes.contentAtFault;
}
