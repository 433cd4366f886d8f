/** `npm run check -- --addresses`: what readers get who come by the old addresses in a file. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isError } from "../../content/diagnostics/diagnostic.ts";
import { jsonText, printable, reportText } from "../../content/diagnostics/report.ts";
import { withPath } from "../../content/diagnostics/system-reasons.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { type AddressAnswer, answerer } from "../../newsroom/links/old-addresses.ts";
import { loadPublication, type Publication } from "../../publish/loading/publication.ts";
import { mediaFiles } from "../../publish/media/media.ts";
import { assetsOf, bundleAssets } from "../../publish/rendering/assets/assets.ts";
import { KnownProject } from "../../publish/site/project/known-project.ts";
import { someAssets } from "../../publish/site/trial/trial.ts";
import { feedFormats } from "../../site/feeds/feed-formats.ts";
import { allPages } from "../../site/frame/planned-pages.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { siteFiles } from "../../site/plan/site-files.ts";
import { exitCodes } from "./command.ts";

const statuses = [200, 301, 302, 410, "lost"] as const satisfies readonly AddressAnswer["status"][];

/**
 * Tells what each address of a file answers in the site as it would be published, in the order of the file, and how many of
 * each kind there are. What follows a # at the beginning of a line is a comment.
 *
 * @param nowMs milliseconds since 1970: decides what is due
 * @returns the exit code: 1 if an address is lost, or the content is at fault
 */
export async function tellAddresses(
  siteFolder: string,
  file: string,
  nowMs: number,
  format: "text" | "json",
): Promise<number> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw withPath(error, file);
  });
  const read = await loadPublication({ siteFolder, nowMs, drafts: false });
  const project = new KnownProject(resolve(siteFolder));
  await project.look(read, { drafts: false, assets: someAssets });
  const publication = project.completed(read);
  const errors = [...publication.diagnostics, ...project.diagnostics].filter(isError);
  process.stderr.write(reportText(errors, "text", process.stderr.isTTY));
  const { plan } = publication;
  if (plan === undefined) return exitCodes.contentAtFault;
  const paths = await publishedPaths(publication, plan, siteFolder);
  const answerOf = answerer({
    url: plan.settings.url,
    rules: plan.rules,
    isThere: (address) => paths.has(outputFileOf(address)),
  });
  const answers = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(answerOf);
  process.stdout.write(format === "json" ? answersJson(answers) : answersText(answers));
  const isFine = errors.length === 0 && answers.every(({ status }) => status !== "lost");
  return isFine ? exitCodes.fine : exitCodes.contentAtFault;
}

/** What a build would write, but for the search index and the desk, which nobody had an old address of. */
async function publishedPaths(
  { pictures, sitePictures, staticFiles }: Publication,
  plan: Plan,
  siteFolder: string,
): Promise<ReadonlySet<string>> {
  const assets = assetsOf(await bundleAssets(siteFolder), { icons: sitePictures?.icons });
  return new Set([
    ...[...allPages(plan.pages), ...plan.ownPages].map(({ address }) => outputFileOf(address)),
    ...plan.feeds.flatMap(({ address }) => feedFormats.map(({ file }) => outputFileOf(address + file))),
    // Pages that lead on answer as the rules do that they stand for.
    ...siteFiles({ ...plan, settings: { ...plan.settings, redirectPages: false } }).keys(),
    ...staticFiles.files.map(({ path }) => path),
    ...mediaFiles(plan, pictures).keys(),
    ...(assets?.files.keys() ?? []),
    ...(sitePictures?.files ?? []).map(({ path }) => path),
  ]);
}

function answersText(answers: readonly AddressAnswer[]): string {
  const lines = answers.map(({ address, status, to }) => {
    const where = to === undefined ? "" : ` to ${to}${status === "lost" ? ", where nothing is" : ""}`;
    return `${status} ${printable(address + where)}\n`;
  });
  const counts = countsOf(answers).map(({ status, count }) =>
    status === "lost" ? `${count} lost` : `${count} × ${status}`,
  );
  const total = answers.length === 1 ? "1 address" : `${answers.length} addresses`;
  return `${lines.join("")}${total}: ${counts.join(", ")}.\n`;
}

function answersJson(answers: readonly AddressAnswer[]): string {
  const counts = Object.fromEntries(countsOf(answers).map(({ status, count }) => [status, count]));
  return jsonText({ addresses: answers, counts });
}

function countsOf(answers: readonly AddressAnswer[]) {
  return statuses.map((status) => ({
    status,
    count: answers.filter((answer) => answer.status === status).length,
  }));
}
