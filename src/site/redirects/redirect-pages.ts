/** Pages that lead on, for hosts that read no `_redirects`: one for each old address that can be a file. */
import { escapeAttribute, escapeText } from "entities";
import { decoded, foldersAbove, outputFileOf } from "../../content/values/address.ts";
import { isRedirect, type Rule } from "./rule.ts";

/**
 * The pages by path in the output folder. What has a query, stands for many, or is gone has none; nor has what some file
 * systems take for a file of the site, a folder of it, or what lies below a file.
 *
 * @param paths the site's own files
 * @param mayBeMade whether Dateline may write another file of its own at a path
 * @param siteUrl where addresses of the site lead to
 */
export function redirectPages(
  rules: readonly Rule[],
  paths: readonly string[],
  mayBeMade: (path: string) => boolean,
  siteUrl: string,
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const folders = new Set<string>();
  const take = (path: string) => {
    taken.add(path);
    for (const folder of foldersAbove(path)) folders.add(folder);
  };
  for (const path of paths) take(path.toLowerCase());
  const isFile = (path: string) => taken.has(path) || mayBeMade(path);
  const files = new Map<string, string>();
  for (const rule of rules) {
    const file = isRedirect(rule) ? fileOf(rule) : undefined;
    if (file === undefined || !isRedirect(rule)) continue;
    const path = file.toLowerCase();
    if (folders.has(path) || [path, ...foldersAbove(path)].some(isFile)) continue;
    take(path);
    files.set(file, redirectPage(rule.to.startsWith("/") ? siteUrl + rule.to : rule.to));
  }
  return files;
}

/** Servers look for the page of `/old.php` in the folder of that name, as for that of `/old` and `/old/`. */
function fileOf({ from }: Rule): string | undefined {
  const path = decoded(from.path);
  if (from.isPrefix || from.query.length > 0 || !isFileName(path)) return undefined;
  return outputFileOf(/\/$|\.html?$/.test(path) ? path : `${path}/`);
}

const nameLimitBytes = 255;

/** Whether every part of a path can be the name of a file or a folder on all systems. */
function isFileName(path: string): boolean {
  const names = path.replace(/^\/|\/$/g, "").split("/");
  return names.every(
    (name) =>
      name !== "" && !/^\.|[. ]$|[\p{Cc}<>:"|?*\\%]/u.test(name) && Buffer.byteLength(name) <= nameLimitBytes,
  );
}

/** https://developers.google.com/search/docs/crawling-indexing/301-redirects#metarefresh. @param to a whole web address */
function redirectPage(to: string): string {
  return [
    "<!doctype html>",
    '<meta charset="utf-8">',
    `<title>${escapeText(decoded(to))}</title>`,
    `<meta http-equiv="refresh" content="0; url=${escapeAttribute(to)}">`,
    `<link rel="canonical" href="${escapeAttribute(to)}">`,
    '<meta name="robots" content="noindex">',
    `<p><a href="${escapeAttribute(to)}">${escapeText(decoded(to))}</a></p>`,
    "",
  ].join("\n");
}
