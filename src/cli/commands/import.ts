/** `npm run import`: foreign archives to article files and pages. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { countText, reportText } from "../../content/diagnostics/report.ts";
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import { isPictureFault } from "../../content/values/picture.ts";
import { importArchive } from "../../newsroom/import/archive/importing.ts";
import { foreignFormatNamed, foreignFormats } from "../../newsroom/import/formats/foreign-formats.ts";
import { storiesText } from "../../newsroom/import/report/import-counts.ts";
import { summaryText } from "../../newsroom/import/report/summary-text.ts";
import { isRunning, processMark } from "../../publish/disk/running.ts";
import { readPictureBytes } from "../../publish/pictures/picture-reading.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";
import { standingSite } from "../terminal/standing-site.ts";

const formatNames = foreignFormats.map(({ name }) => name).join(", ");

const help = `Usage: npm run import -- FILE|FOLDER… [flags]

Turns what comes from elsewhere into article files and pages. If any of it is broken, all errors are shown and nothing is
written. What stands in the site folder already is never written over; a second run changes nothing.

  --from FORMAT what is given; without it, that is found out from each file and folder
${foreignFormats.map(({ name, title, shape }) => `    ${name}: ${title}\n      ${shape}\n`).join("")}\
  --date DATE   the date of stories that name none (2026-11-20 or 2026-11-20 08:30)
  --media DIR   the folder of the old site's uploads, with the pictures and documents that stories show
  --download    fetch from the web what is in no folder; what was fetched once is kept in .cache/
  --dry-run     show the files and write nothing
  --site DIR    the folder with site.yaml and articles/ (default: this folder)
`;

/** So many names of files are told. */
const filesTold = 20;

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    {
      ...siteFlags,
      from: { type: "string" },
      date: { type: "string" },
      media: { type: "string" },
      download: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
    },
    true,
  );
  if (positionals.length === 0) throw new UsageFault("Name at least one file or folder to import.");
  const format = values.from === undefined ? undefined : foreignFormatNamed(values.from);
  if (values.from !== undefined && format === undefined) {
    throw new UsageFault(`--from: there is no format "${values.from}"; there is ${formatNames}`);
  }
  const standing = await standingSite(values.site, Date.now());
  if (!("site" in standing)) return refuse(standing);
  const date = values.date === undefined ? undefined : readMoment(values.date, standing.site.timezone);
  if (date !== undefined && isMomentFault(date)) throw new UsageFault(`--date: ${date.message}`);

  const imported = await importArchive(positionals, {
    standing,
    siteFolder: values.site,
    format,
    date: values.date,
    pictures: {
      media: values.media,
      isDownloading: values.download,
      cacheFolder: join(values.site, ".cache"),
      faultOf: pictureFaultOf,
      told: process.stderr.isTTY ? tellFetched : undefined,
    },
    marks: { own: processMark(), isRunning },
    show: values["dry-run"] ? (file, text) => void process.stdout.write(`${file}\n\n${text}\n`) : undefined,
  });
  if (!imported.isDone) return refuse(imported.diagnostics);
  process.stderr.write(reportText(imported.diagnostics, "text", process.stderr.isTTY));
  const written = imported.files.filter(({ became }) => became === "new");
  if (!values["dry-run"] && written.length <= filesTold) {
    for (const { file } of written) process.stdout.write(`${file}\n`);
  }
  process.stderr.write(summaryText(imported));
  return hasErrors(imported.diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
});

/** What is wrong with the picture in a file, in words. */
async function pictureFaultOf(path: string): Promise<string | undefined> {
  const picture = await readPictureBytes(await readFile(path));
  return isPictureFault(picture) ? picture.message : undefined;
}

/** On a line that each overwrites. */
function tellFetched(count: number): void {
  process.stderr.write(`\rPictures of ${storiesText(count)} fetched.`);
}

function refuse(diagnostics: readonly Diagnostic[]): number {
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  process.stderr.write(`Nothing was written: ${countText(diagnostics)}.\n`);
  return exitCodes.contentAtFault;
}
