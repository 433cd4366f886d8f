/** `npm run check`: the diagnostics alone. */
import { type BuiltSiteCheck, checkBuiltSite, NotABuiltSite } from "../build/built-site.ts";
import { loadPublication, type Publication } from "../build/publication.ts";
import { counted, countText, isReportFormat, reportFormats, reportText } from "../build/report.ts";
import { outputFileOf } from "../content/address.ts";
import { hasErrors } from "../content/diagnostic.ts";
import { exitCodes, readFlags, readNow, runCommand, siteFlags, UsageFault } from "./command.ts";

const help = `Usage: npm run check -- [flags]

Shows everything that is wrong in the site folder. Nothing is written.

  --site DIR      the folder with site.yaml and articles/ (default: this folder)
  --output DIR    a built site to check as well: every internal link and fragment of every page leads somewhere
  --now ISO       the moment that decides what is due (default: the clock)
  --format NAME   ${reportFormats.join(", ")} (default: text)
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    ...siteFlags,
    output: { type: "string" },
    now: { type: "string" },
    format: { type: "string", default: "text" },
  });
  if (!isReportFormat(values.format)) {
    throw new UsageFault(`--format "${values.format}" is not one of ${reportFormats.join(", ")}`);
  }
  const publication = await loadPublication({
    siteFolder: values.site,
    nowMs: readNow(values.now),
    drafts: true,
    houseStyle: "everything",
  });
  const built =
    values.output === undefined ? undefined : await builtSite(values.output, values.site, publication);
  const diagnostics = [...publication.diagnostics, ...(built?.diagnostics ?? [])];
  process.stdout.write(reportText(diagnostics, values.format, process.stdout.isTTY));
  if (values.format === "text") {
    const pages = built === undefined ? "" : ` and ${counted(built.pageCount, "built page")}`;
    process.stdout.write(
      `Checked ${counted(publication.articles.length, "article")}${pages}: ${countText(diagnostics)}.\n`,
    );
  }
  return hasErrors(diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
});

async function builtSite(
  outputFolder: string,
  siteFolder: string,
  { plan }: Publication,
): Promise<BuiltSiteCheck> {
  const articleFiles = new Map(
    plan?.articles.map(({ article, address }) => [outputFileOf(address), article.file]),
  );
  return checkBuiltSite(outputFolder, siteFolder, articleFiles).catch((error: unknown) => {
    throw error instanceof NotABuiltSite
      ? new UsageFault(`${error.message}; make one with npm run build, or name its folder with --output`)
      : error;
  });
}
