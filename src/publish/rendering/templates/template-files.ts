/** The text of every template: Dateline's own, and those of a site folder in the place of the same name. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { isAbsence } from "../../../content/diagnostics/system-reasons.ts";
import { templatesFolder } from "../../disk/project.js";

/** By name, such as `partials/footer.njk`; sorted. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** The folders of a site's templates: of two with one name, that of the later folder is used. */
export function templateFolders(siteFolder: string): readonly string[] {
  return [...new Set([templatesFolder, resolve(siteFolder, "templates")])];
}

/** Reads the templates of some folders, of which any may be absent. */
export function readTemplates(folders: readonly string[]): TemplateTexts {
  const files = new Map(folders.flatMap((folder) => namesIn(folder).map((name) => [name, folder] as const)));
  return new Map(
    [...files].sort(byName).map(([name, folder]) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".njk"))
      .map((name) => name.split(sep).join("/"));
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
