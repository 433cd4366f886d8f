/** `npm run check -- FILE…`: what is wrong with some files, as a hook asks before a commit. */
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { counted, countText, type ReportFormat, reportText } from "../../content/diagnostics/report.ts";
import { isAbsence } from "../../content/diagnostics/system-reasons.ts";
import { isWithin, pathFrom } from "../../content/files/paths.ts";
import { checkNamed, toldOf } from "../../publish/loading/named/named-check.ts";
import { exitCodes, readNow, UsageFault } from "../terminal/command.ts";

export type NamedCheckOptions = {
  readonly site: string;
  readonly now?: string | undefined;
  readonly format: ReportFormat;
};

/**
 * Tells what is wrong with files of a site folder.
 *
 * @param names paths, as a person names them
 * @returns the exit code
 */
export async function tellNamed(names: readonly string[], options: NamedCheckOptions): Promise<number> {
  const { site, format } = options;
  const files = new Set(await Promise.all(names.map((name) => fileOf(name, site))));
  const nowMs = readNow(options.now);
  const isOfArticles = [...files].every((file) => file.startsWith("articles/"));
  const quick = isOfArticles ? await checkNamed({ siteFolder: site, files, nowMs }) : undefined;
  const diagnostics = quick ?? (await foundInAll(files, options));
  process.stdout.write(reportText(diagnostics, format, process.stdout.isTTY));
  if (format === "text") {
    process.stdout.write(`Checked ${counted(files.size, "file")}: ${countText(diagnostics)}.\n`);
  }
  return hasErrors(diagnostics) ? exitCodes.contentAtFault : exitCodes.fine;
}

/** Where site.yaml is at fault, nothing is known of any other file until it is mended. */
async function foundInAll(files: ReadonlySet<string>, options: NamedCheckOptions) {
  const { findAll } = await import("./whole-check.ts");
  const { publication, diagnostics } = await findAll(options);
  return publication.settings === undefined ? diagnostics : toldOf(files, diagnostics);
}

/** The path of a file relative to the site folder. @throws UsageFault if it is none */
async function fileOf(name: string, site: string): Promise<string> {
  const place = resolve(name);
  const found = await stat(place).catch((error: unknown) => {
    if (isAbsence(error)) throw new UsageFault(`there is no file ${name}`);
    throw error;
  });
  if (!found.isFile()) throw new UsageFault(`${name} is no file`);
  // The file itself may be a link, and is told of by its own name; the articles folder may lie elsewhere.
  const real = join(await realpath(dirname(place)), basename(place));
  const realFolder = await realpath(site);
  if (isWithin(real, realFolder)) return pathFrom(realFolder, real);
  if (isWithin(place, resolve(site))) return pathFrom(resolve(site), place);
  throw new UsageFault(`${name} is not in the site folder`);
}
