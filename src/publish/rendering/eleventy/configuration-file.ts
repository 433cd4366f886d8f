/** Where the configuration of a project is. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectFolder } from "../../disk/project.js";

/** As people name it: https://www.11ty.dev/docs/config/, and the same in TypeScript. */
const names = [
  ".eleventy.ts",
  "eleventy.config.ts",
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
];

/** A site folder's own configuration, or Dateline's. */
export function configurationFile(siteFolder: string): string {
  return ownConfigurationFile(siteFolder) ?? join(projectFolder, ".eleventy.ts");
}

/** That of the site folder alone. */
export function ownConfigurationFile(siteFolder: string): string | undefined {
  return names.map((name) => resolve(siteFolder, name)).find((file) => existsSync(file));
}
