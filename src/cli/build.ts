/** `npm run build`: the site, search index included. */
import { join } from "node:path";
import { buildSite } from "../build/build.ts";
import { OutputFault } from "../build/output.ts";
import { counted, countText, reportText } from "../build/report.ts";
import { hasErrors } from "../content/diagnostic.ts";
import { isSiteUrl } from "../site/site.ts";
import { exitCodes, readFlags, readNow, runCommand, siteFlags, UsageFault } from "./command.ts";

const help = `Usage: npm run build -- [flags]

Builds the site. If the content has errors, all of them are shown and nothing is published.

  --site DIR     the folder with site.yaml and articles/ (default: this folder)
  --output DIR   where the site goes (default: _site in the site folder)
  --now ISO      the moment that decides what is due, such as 2026-11-20T08:30:00Z (default: the clock)
  --drafts       publish drafts and scheduled articles too, marked as such
  --no-search    leave the search index out
  --fresh        use nothing that an earlier build left behind
  --url URL      the site's address for this build: deploy previews
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    ...siteFlags,
    output: { type: "string" },
    now: { type: "string" },
    drafts: { type: "boolean", default: false },
    "no-search": { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    url: { type: "string" },
  });
  if (values.url !== undefined && !isSiteUrl(values.url)) {
    throw new UsageFault(`--url "${values.url}" is not the address of a site, such as https://news.example`);
  }
  const start = performance.now();
  const report = await buildSite({
    siteFolder: values.site,
    outputFolder: values.output ?? join(values.site, "_site"),
    nowMs: readNow(values.now),
    drafts: values.drafts,
    search: !values["no-search"],
    fresh: values.fresh,
    url: values.url,
  }).catch((error: unknown) => {
    throw error instanceof OutputFault ? new UsageFault(error.message) : error;
  });
  process.stderr.write(reportText(report.diagnostics, "text", process.stderr.isTTY));
  if (hasErrors(report.diagnostics)) {
    process.stderr.write(`Nothing was published: ${countText(report.diagnostics)}.\n`);
    return exitCodes.contentAtFault;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `Published ${counted(report.articleCount, "article")} on ${counted(report.pageCount, "page")} in ${seconds} s.\n`,
  );
  return exitCodes.fine;
});
