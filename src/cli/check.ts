/** `npm run check`: the diagnostics alone. */
import { loadPublication } from "../build/publication.ts";
import { counted, countText, isReportFormat, reportFormats, reportText } from "../build/report.ts";
import { hasErrors } from "../content/diagnostic.ts";
import { exitCodes, readFlags, readNow, runCommand, siteFlags, UsageFault } from "./command.ts";

const help = `Usage: npm run check -- [flags]

Shows everything that is wrong in the site folder. Nothing is written.

  --site DIR      the folder with site.yaml and articles/ (default: this folder)
  --now ISO       the moment that decides what is due (default: the clock)
  --format NAME   ${reportFormats.join(", ")} (default: text)
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    ...siteFlags,
    now: { type: "string" },
    format: { type: "string", default: "text" },
  });
  if (!isReportFormat(values.format)) {
    throw new UsageFault(`--format "${values.format}" is not one of ${reportFormats.join(", ")}`);
  }
  const { articles, diagnostics } = await loadPublication({
    siteFolder: values.site,
    nowMs: readNow(values.now),
    drafts: true,
    thorough: true,
  });
  process.stdout.write(reportText(diagnostics, values.format, process.stdout.isTTY));
  if (values.format === "text") {
    process.stdout.write(`Checked ${counted(articles.length, "article")}: ${countText(diagnostics)}.\n`);
  }
  return hasErrors(diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
});
