/** `npm run build`: the site, search index included. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { counted, countText, printable, reportText } from "../../content/diagnostics/report.ts";
import { withPath } from "../../content/diagnostics/system-reasons.ts";
import { publishedDesk } from "../../desk/editor/editor-files.ts";
import { changesMarkdown, changesOf, changesText } from "../../publish/changes/changes.ts";
import { PartFault } from "../../publish/changes/parts/ready-parts.ts";
import type { InParts } from "../../publish/changes/parts/share.ts";
import { isYear } from "../../publish/changes/parts/year-folder.ts";
import { OutputFault } from "../../publish/output/output.ts";
import type { BuildOptions } from "../../publish/site/build-options.ts";
import { buildSite } from "../../publish/site/build-site.ts";
import { differencesFromFresh } from "../../publish/site/verify.ts";
import { isSiteUrl } from "../../site/settings/site.ts";
import type { NextPublish } from "../../site/stories/next-publish.ts";
import { exitCodes, readFlags, readNow, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";
import { newProgress } from "../terminal/progress.ts";

const help = `Usage: npm run build -- [flags]

Builds the site. If the content has errors, all of them are shown and nothing is published.

  --site DIR     the folder with site.yaml and articles/ (default: this folder)
  --output DIR   where the site goes (default: _site in the site folder)
  --now ISO      the moment that decides what is due, such as 2026-11-20T08:30:00Z; in UTC where it names no offset
                 (default: the clock)
  --drafts       publish drafts, scheduled and expired articles too, marked as such
  --no-search    leave the search index out
  --fresh        use nothing that an earlier build left behind, but encoded pictures and cards that a digest vouches for
  --url URL      the site's address for this build: deploy previews
  --report FILE  write what the build changes, and why, as Markdown
  --max-changed N  publish nothing if more than N files are added, changed and removed
  --atomic       put the whole folder in place at once, for a server that serves it as it stands
  --verify       build afresh aside as well, and compare every byte
  --part YEAR    make what is of one year, into .cache/parts/YEAR: several machines, a year each (docs/scale.md)
  --merge        build the site with what the parts of all years have made
`;

/** Flags that have no meaning for a part, which is no site. */
const siteAlone = ["output", "report", "max-changed", "atomic", "verify", "merge"] as const;

// Left alone, V8 lets garbage grow to several times what is in use while there is memory: 10,000 articles then
// take half as much memory again, and no less time.
setFlagsFromString("--heap-growing-percent=70");

/** So many names fit on a line. */
const foreignNamed = 10;

await runCommand(help, async () => {
  const { values } = readFlags({
    ...siteFlags,
    output: { type: "string" },
    now: { type: "string" },
    drafts: { type: "boolean", default: false },
    "no-search": { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    url: { type: "string" },
    report: { type: "string" },
    "max-changed": { type: "string" },
    atomic: { type: "boolean", default: false },
    verify: { type: "boolean", default: false },
    part: { type: "string" },
    merge: { type: "boolean", default: false },
  });
  const inParts = readInParts(values);
  if (values.url !== undefined && !isSiteUrl(values.url)) {
    throw new UsageFault(`--url "${values.url}" is not the address of a site, such as https://news.example`);
  }
  const start = performance.now();
  const progress = newProgress(process.stderr);
  const options: BuildOptions = {
    siteFolder: values.site,
    outputFolder: values.output ?? join(values.site, "_site"),
    nowMs: readNow(values.now),
    drafts: values.drafts,
    search: !values["no-search"],
    deskOf: publishedDesk,
    fresh: values.fresh,
    url: values.url,
    maxChanged: readCount(values["max-changed"]),
    atomic: values.atomic,
    inParts,
    tellMedia: (done, total) => progress.tell("Pictures and cards made", done, total),
  };
  const report = await buildSite(options)
    .finally(() => progress.end())
    .catch((error: unknown) => {
      throw error instanceof OutputFault || error instanceof PartFault
        ? new UsageFault(error.message)
        : error;
    });
  process.stderr.write(reportText(report.diagnostics, "text", process.stderr.isTTY));
  if (hasErrors(report.diagnostics)) {
    process.stderr.write(`Nothing was published: ${countText(report.diagnostics)}.\n`);
    return exitCodes.contentAtFault;
  }
  if (values.report !== undefined) {
    const file = values.report;
    await writeFile(file, changesMarkdown(report.changes, report.siteUrl ?? "")).catch((error: unknown) => {
      throw withPath(error, file);
    });
  }
  if (!report.isPublished) {
    process.stderr.write(
      `Nothing was published: ${changesOf(report.changes)} files would be added, changed or removed, more than --max-changed ${values["max-changed"]}.\n`,
    );
    return exitCodes.contentAtFault;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (inParts?.kind === "year") {
    process.stdout.write(
      `Made the part of ${inParts.year} in ${seconds} s.\n${changesText(report.changes)}When all years are made, and their folders in .cache/parts/ are here: npm run build -- --merge\n`,
    );
    return exitCodes.fine;
  }
  process.stdout.write(
    `Published ${counted(report.articleCount, "article")} on ${counted(report.pageCount, "page")} to ${options.outputFolder} in ${seconds} s.\n${changesText(report.changes)}${foreignText(report.foreign)}${nextText(report.nextPublish)}`,
  );
  return values.verify ? verified(options) : exitCodes.fine;
});

async function verified(options: BuildOptions): Promise<number> {
  const differences = await differencesFromFresh(options);
  if (differences.length === 0) {
    process.stdout.write("Verified: every byte is what a build from nothing gives.\n");
    return exitCodes.fine;
  }
  for (const difference of differences) process.stderr.write(`${printable(difference)}\n`);
  process.stderr.write("This is a defect of Dateline. --fresh builds the site right.\n");
  return exitCodes.contentAtFault;
}

function readInParts(
  values: { readonly part?: string | undefined; readonly merge: boolean; readonly fresh: boolean } & {
    readonly [flag in (typeof siteAlone)[number]]?: string | boolean | undefined;
  },
): InParts | undefined {
  const { part: year, merge, fresh } = values;
  if (merge && fresh)
    throw new UsageFault("--merge uses what the parts have left, and --fresh nothing: leave one out");
  if (year === undefined) return merge ? { kind: "merge" } : undefined;
  if (!isYear(year)) throw new UsageFault(`--part "${year}" is not a year, such as 2026`);
  const other = siteAlone.find((flag) => values[flag] !== undefined && values[flag] !== false);
  if (other !== undefined)
    throw new UsageFault(
      `--part goes to .cache/parts/${year} and takes no --${other}; leave that to --merge`,
    );
  return { kind: "year", year };
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageFault(`--max-changed "${text}" is not a whole number`);
  return Number(text);
}

function foreignText(foreign: readonly string[]): string {
  if (foreign.length === 0) return "";
  const others = foreign.length - foreignNamed;
  const named = [
    ...foreign.slice(0, foreignNamed).map(printable),
    ...(others > 0 ? [`${others} more`] : []),
  ].join(", ");
  return `Left as it is, since Dateline did not write it: ${named}.\n`;
}

/** The story itself stays unnamed: logs of builds are read by more people than its draft. */
function nextText(next: NextPublish | undefined): string {
  if (next === undefined) return "";
  const does = { due: "is due", expires: "expires", "steps back": "leaves its place on the front page" };
  return `The next story ${does[next.what]} at ${next.moment.iso}.\n`;
}
