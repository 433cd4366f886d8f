/** `npm run import`: pasted copy to article files. */

import { type Diagnostic, hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { countText, reportText } from "../../content/diagnostics/report.ts";
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import { importFormatNamed, importFormats } from "../../newsroom/import/import-formats.ts";
import { importFile } from "../../newsroom/import/importing.ts";
import { takenFiles, writeNewFiles } from "../../newsroom/import/new-article-files.ts";
import { readSiteFile } from "../../publish/loading/site-reading.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";

const formatNames = importFormats.map(({ name }) => name).join(", ");

const help = `Usage: npm run import -- FILE… [flags]

Turns files of foreign copy into article files. If any of them has errors, all errors are shown and nothing is written.

  --from FORMAT what the files hold; without it, that is found out from each file
${importFormats.map(({ name, title, shape }) => `    ${name}: ${title}\n      ${shape}\n`).join("")}\
  --date DATE   the date of articles whose copy names none (2026-11-20 or 2026-11-20 08:30)
  --dry-run     show the article files and write nothing
  --site DIR    the folder with site.yaml and articles/ (default: this folder)
`;

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    {
      ...siteFlags,
      from: { type: "string" },
      date: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
    true,
  );
  if (positionals.length === 0) throw new UsageFault("Name at least one file to import.");
  const format = values.from === undefined ? undefined : importFormatNamed(values.from);
  if (values.from !== undefined && format === undefined) {
    throw new UsageFault(`--from: there is no format "${values.from}"; there is ${formatNames}`);
  }
  const { site, diagnostics: siteDiagnostics } = await readSiteFile(values.site);
  if (site === undefined) return refuse(siteDiagnostics);
  const date = values.date === undefined ? undefined : readMoment(values.date, site.timezone);
  if (date !== undefined && isMomentFault(date)) throw new UsageFault(`--date: ${date.message}`);

  const imported = positionals.map((file) => importFile(file, { site, format, date: values.date }));
  const newFiles = imported.flatMap((one) => one.newFiles);
  const diagnostics = [...imported.flatMap((one) => one.diagnostics), ...takenFiles(values.site, newFiles)];
  if (hasErrors(diagnostics)) return refuse(diagnostics);
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  if (values["dry-run"]) {
    for (const { file, text } of newFiles) process.stdout.write(`${file}\n\n${text}\n`);
    return exitCodes.fine;
  }
  await writeNewFiles(values.site, newFiles);
  for (const { file } of newFiles) process.stdout.write(`${file}\n`);
  return exitCodes.fine;
});

function refuse(diagnostics: readonly Diagnostic[]): number {
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  process.stderr.write(`Nothing was written: ${countText(diagnostics)}.\n`);
  return exitCodes.contentAtFault;
}
