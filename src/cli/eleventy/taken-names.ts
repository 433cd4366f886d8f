/** Data of a project under a name that is Dateline's in templates, which would show no other under it. */
import { existsSync, readdirSync } from "node:fs";
import { parse } from "node:path";
import type { TemplateConfig } from "@11ty/eleventy";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { pathFrom } from "../../content/files/paths.ts";
import { configurationFile } from "../../publish/rendering/eleventy/configuration-file.ts";
import { ownNames } from "../../publish/rendering/page-context.ts";

/**
 * An error for each such name in the configuration and in the folder of global data.
 *
 * @param dataFolder relative to the site folder, which is the working folder
 */
export function takenNames(config: TemplateConfig, dataFolder: string): Diagnostic[] {
  const { globalData, nunjucksGlobals, dataExtensions } = config.getConfig();
  const inCode = new Set([
    // https://www.11ty.dev/docs/data-global-custom/: "site.name" is the name of a part.
    ...Object.keys(globalData).map((name) => /^[^.[]*/.exec(name)?.[0] ?? ""),
    ...Object.keys(nunjucksGlobals),
  ]);
  const file = pathFrom(process.cwd(), configurationFile("."));
  const read = new Set([
    ".json",
    ".js",
    ".mjs",
    ".cjs",
    ...[...dataExtensions.keys()].map((end) => `.${end}`),
  ]);
  const entries = existsSync(dataFolder) ? readdirSync(dataFolder, { withFileTypes: true }) : [];
  return [
    ...[...inCode].filter(isTaken).map((name) => taken(file, name)),
    ...entries.flatMap((entry) => {
      const { name, ext } = parse(entry.name);
      if (entry.isDirectory())
        return isTaken(entry.name) ? taken(`${dataFolder}/${entry.name}`, entry.name) : [];
      return read.has(ext) && isTaken(name) ? taken(`${dataFolder}/${entry.name}`, name) : [];
    }),
  ];
}

function isTaken(name: string): boolean {
  return ownNames.has(name);
}

function taken(file: string, name: string): Diagnostic {
  const message = `"${name}" is what Dateline's templates have of their own; give your data another name, such as "my${name.charAt(0).toUpperCase()}${name.slice(1)}"`;
  return errorAt({ file }, "taken-name", message);
}
