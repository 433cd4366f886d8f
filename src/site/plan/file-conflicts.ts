/** Files of the site folder that would be published where something else stands. */
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { decoded, foldersAbove, outputFileOf } from "../../content/values/address.ts";
import { isRedirect, type Rule } from "../redirects/rule.ts";

/** The folder of files that are published as they are. */
export const staticFolder = "static";

/** One of them. */
export type PlacedFile = {
  /** In the output folder. */
  readonly path: string;
  /** Relative to the site folder. */
  readonly file: string;
};

/** What stands at an address, in words: `the page of articles/a.md`. */
export type Occupied = { readonly address: string; readonly by: string };

/** Old addresses at which a file would hide that they lead on. */
export function occupiedByRules(rules: readonly Rule[]): Occupied[] {
  return rules.filter(isRedirect).flatMap(({ from, to }) => {
    if (from.isPrefix || from.query.length > 0) return [];
    return [{ address: decoded(from.path), by: `an old address that leads to ${to}` }];
  });
}

/** What is written whatever the articles are, or whose names are known only when the site is built. */
const ownFolders = /^(?:assets|desk|media|pagefind)(?:\/|$)/;
const ownFiles =
  /^(?:\.dateline-files|\.well-known\/next-publish\.json|_headers|_redirects|410\.html|favicon\.ico|robots\.txt|speculation-rules\.json|(?:news-)?sitemap(?:-[^/]*)?\.xml)$/;

/** Whether Dateline itself writes a file at a path of the output, or may: in its folders, a build alone knows. */
export function mayBeMade(path: string): boolean {
  return ownFiles.test(path) || (ownFolders.test(path) && /\/./.test(path));
}

/**
 * An error for each file that would stand where a page, a feed or a file of Dateline's own stands, or that needs a folder
 * where one of these is a file. Paths that differ only by letter case are one: some file systems and CDNs think so.
 *
 * @param occupied asked for where there are files at all
 */
export function fileConflicts(
  files: readonly PlacedFile[],
  occupied: () => Iterable<Occupied>,
): Diagnostic[] {
  if (files.length === 0) return [];
  const owners = new Map<string, string>();
  const folders = new Map<string, string>();
  const occupy = (path: string, owner: string): void => {
    const key = path.toLowerCase();
    if (!owners.has(key)) owners.set(key, owner);
    for (const folder of foldersAbove(key)) if (!folders.has(folder)) folders.set(folder, owner);
  };
  for (const { address, by } of occupied()) occupy(outputFileOf(address), by);
  return files.flatMap(({ path, file }) => {
    const key = path.toLowerCase();
    const inTheWay =
      ownFiles.test(key) || ownFolders.test(key)
        ? "a file of Dateline's own"
        : (owners.get(key) ??
          folders.get(key) ??
          foldersAbove(key)
            .map((folder) => owners.get(folder))
            .find(Boolean));
    if (inTheWay !== undefined) return [errorAt({ file }, "same-address", messageOf(path, inTheWay))];
    occupy(path, file);
    return [];
  });
}

function messageOf(path: string, inTheWay: string): string {
  if (path.toLowerCase() === "favicon.ico")
    return `the file would stand at /${path}, where Dateline puts the site's icon; name yours under "icon" in site.yaml`;
  return `the file would stand at /${path}, in the way of ${inTheWay}; rename one of them, or move it`;
}
