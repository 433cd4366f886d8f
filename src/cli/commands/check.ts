/** `npm run check`: everything that is wrong in a site folder, or in some of its files; with `--fix`, what is safe is put right. */

import { isReportFormat, reportFormats } from "../../content/diagnostics/report.ts";
import { readFlags, readNow, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";

const help = `Usage: npm run check -- [flags] [FILE…]

Shows everything that is wrong in the site folder. Nothing is written, unless --fix says so.

With files, such as a hook names before a commit: what is wrong with these, and with others because of them. Of articles
and pictures that is told at once where .cache/ has what others hold, and else left there for the next time; templates are
not tried then.

  --site DIR      the folder with site.yaml and articles/ (default: this folder)
  --output DIR    a built site to check as well: every internal link and fragment of every page leads somewhere
  --addresses FILE  nothing else: what readers get who come by old addresses, one a line (paths, or whole web addresses):
                  200, 301 or 302 and where they are led, 410, or lost; ends with 1 if one is lost; text or json
  --since REV     warn of published stories whose text changed since a revision of git, and readers are not told
  --now ISO       the moment that decides what is due; in UTC where it names no offset (default: the clock)
  --format NAME   ${reportFormats.join(", ")} (default: text)
  --watch         check again whenever a file is saved; Ctrl+C ends it
  --fix           put right what is safe: spelling of listed names, letter case of terms and datelines, forms of
                  dates, white space at the ends of lines; shows what it changes
  --dry-run       with --fix: show it and write nothing
`;

await runCommand(help, async () => {
  const { values, positionals: files } = readFlags(
    {
      ...siteFlags,
      output: { type: "string" },
      addresses: { type: "string" },
      since: { type: "string" },
      now: { type: "string" },
      format: { type: "string", default: "text" },
      watch: { type: "boolean", default: false },
      fix: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
    },
    true,
  );
  const { site, format, addresses, output, since, now, fix, watch } = values;
  if (!isReportFormat(format)) {
    throw new UsageFault(`--format "${format}" is not one of ${reportFormats.join(", ")}`);
  }
  if (values["dry-run"] && !fix) throw new UsageFault("--dry-run goes with --fix");
  if (fix && watch) throw new UsageFault("--fix and --watch do not go together");
  if (fix && format !== "text") throw new UsageFault("--fix shows text; leave --format out");
  const isOtherwise = output !== undefined || since !== undefined || fix || watch;
  if (addresses !== undefined) {
    if (isOtherwise || files.length > 0 || format === "github") {
      throw new UsageFault(
        "--addresses goes with --site, --now and --format text or json, and no other flag",
      );
    }
    const { tellAddresses } = await import("../terminal/told-addresses.ts");
    return tellAddresses(site, addresses, readNow(now), format);
  }
  if (files.length > 0) {
    if (isOtherwise) throw new UsageFault("files go with --site, --now and --format, and no other flag");
    const { tellNamed } = await import("../checking/named-files.ts");
    return tellNamed(files, { site, now, format });
  }
  if (fix) {
    const { putRight } = await import("../checking/told-fixes.ts");
    await putRight(site, readNow(now), values["dry-run"]);
  }
  const { checkAll, checkOnEachChange } = await import("../checking/whole-check.ts");
  return (watch ? checkOnEachChange : checkAll)({ site, output, since, now, format });
});
