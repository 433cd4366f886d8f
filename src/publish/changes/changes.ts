/** What a build changes of the published site, and why. */

import { counted } from "../../content/diagnostics/report.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import { allPages } from "../../site/frame/planned-pages.ts";
import { staticFolder } from "../../site/plan/file-conflicts.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { redirectsFile } from "../../site/redirects/redirects-file.ts";
import type { LastBuild, Published } from "../output/published.ts";
import { assetsCause, codeCause, settingsCause } from "./basis.ts";

export type Change = { readonly path: string; readonly causes: readonly string[] };

/** Paths are of pages and other files of the output folder, the search index left out. */
export type Changes = {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  readonly removed: readonly Change[];
  /** Of all files that were written, the search index included. */
  readonly bytes: number;
};

/** More articles than this are counted rather than named. */
const namedArticles = 3;

/** Compares a build with the one before it. Without one, everything is added. */
export function changesSince(
  last: LastBuild | undefined,
  now: Published,
  written: ReadonlyMap<string, { readonly sizeBytes: number }>,
  plan: Plan,
): Changes {
  const before = last?.published.causes ?? new Map<string, string>();
  const causes = changedCauses(before, now.causes);
  const articles = onDemand(
    () => new Map(plan.articles.map(({ article, address }) => [outputFileOf(address), article.file])),
  );
  const pages = onDemand(() => new Set(allPages(plan.pages).map(({ address }) => outputFileOf(address))));
  /** Rules make `_redirects`, and pages that are none of the plan's. */
  const isOfRules = (path: string) => path === "_redirects" || (path.endsWith(".html") && !pages().has(path));
  const explained = (path: string): Change => {
    const original = `${staticFolder}/${path}`;
    const isCopy = before.has(original) || now.causes.has(original);
    const found = isCopy ? [original] : causesFor(articles().get(path), causes);
    return { path, causes: found.filter((cause) => cause !== redirectsFile || isOfRules(path)) };
  };
  const old: ReadonlySet<string> = last?.standing.paths ?? new Set();
  const paths = [...written.keys()].filter(isShown).sort();
  return {
    added: paths.filter((path) => !old.has(path)).map(explained),
    changed: paths.filter((path) => old.has(path)).map(explained),
    removed: [...old]
      .filter((path) => isShown(path) && !now.files.has(path))
      .sort()
      .map(explained),
    bytes: [...written.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}

/** How many pages and other files are new, different or gone. */
export function changesOf({ added, changed, removed }: Changes): number {
  return added.length + changed.length + removed.length;
}

/** One line for the terminal. */
export function changesText(changes: Changes): string {
  const { added, changed, removed, bytes } = changes;
  if (changesOf(changes) === 0) return "Nothing has changed.\n";
  const kilobytes = Math.ceil(bytes / 1000);
  return `${counted(added.length, "file")} added, ${changed.length} changed, ${removed.length} removed; ${kilobytes} KB written.\n`;
}

/** The report of `--report`, in Markdown. @param siteUrl the site's address, for what a CDN has to forget */
export function changesMarkdown(changes: Changes, siteUrl: string): string {
  const section = (title: string, list: readonly Change[]): string =>
    list.length === 0
      ? ""
      : `\n## ${title} (${list.length})\n\n${list.map(({ path, causes }) => `- ${code(path)}: ${causes.map(code).join(", ")}\n`).join("")}`;
  const toForget = [...changes.changed, ...changes.removed].map(({ path }) => siteUrl + addressOf(path));
  return [
    `# What this build changes\n\n${changesText(changes)}`,
    section("Added", changes.added),
    section("Changed", changes.changed),
    section("Removed", changes.removed),
    toForget.length === 0 ? "" : `\n## Addresses to purge\n\n\`\`\`text\n${toForget.join("\n")}\n\`\`\`\n`,
  ].join("");
}

function isShown(path: string): boolean {
  return !path.startsWith("pagefind/");
}

/** Names of what is new, different or gone, in one list for articles and one for all else. */
function changedCauses(before: Published["causes"], now: Published["causes"]) {
  const changed = [
    ...[...now].flatMap(([name, digest]) => (before.get(name) === digest ? [] : [name])),
    ...[...before.keys()].filter((name) => !now.has(name)),
  ].sort();
  const isChanged = new Set(changed);
  return {
    articles: new Set(changed.filter((name) => name.startsWith("articles/"))),
    // In this order: what changes the code may change all that comes after it.
    others: [
      codeCause,
      settingsCause,
      assetsCause,
      redirectsFile,
      ...changed.filter((name) => /^(?:templates|pages|static)\//.test(name)),
    ].filter((name) => isChanged.has(name)),
  };
}

function causesFor(
  article: string | undefined,
  { articles, others }: { readonly articles: ReadonlySet<string>; readonly others: readonly string[] },
): string[] {
  if (article !== undefined && articles.has(article)) return [article, ...others];
  const named = articles.size <= namedArticles ? articles : [counted(articles.size, "article")];
  const causes = [...others, ...named];
  return causes.length > 0 ? causes : ["the moment of the build, or pictures and data"];
}

/** Paths come from strangers' slugs and tags. */
function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

function addressOf(path: string): string {
  return encodeURI(`/${path.replace(/(^|\/)index\.html$/, "$1")}`);
}
