/** The package.json of a site folder: its commands, and Dateline as the package it depends on. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { commands, projectFolder } from "../../publish/disk/project.js";

const manifestSchema = z.object({
  engines: z.record(z.string(), z.string()).optional(),
  scripts: z.record(z.string(), z.string()).optional(),
  allowScripts: z.record(z.string(), z.boolean()).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

/** The same commands as in Dateline's own repository, so that what is told of `npm run build` holds here, too. */
const scripts = Object.fromEntries(
  Object.keys(commands)
    .filter((name) => name !== "init")
    .map((name) => [name, `dateline ${name}`]),
);

/** @param siteFolder where it will lie */
export async function manifestText(siteFolder: string): Promise<string> {
  const { engines, allowScripts } = await readManifest(projectFolder);
  const manifest = {
    private: true,
    type: "module",
    engines,
    scripts,
    dependencies: { dateline: await dependency(siteFolder) },
    allowScripts,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What the package.json of a site folder is asked for and lacks: names of scripts, and what they run. */
export async function missingScripts(siteFolder: string): Promise<[name: string, line: string][]> {
  const manifest = await readManifest(siteFolder).catch(() => undefined);
  return Object.entries(scripts).filter(([name]) => manifest?.scripts?.[name] === undefined);
}

/**
 * Dateline as the package.json has it that installed the Dateline which runs: by its version, wherever versions of it are to be
 * had. Where none did, it is this folder: then updating is what updates the folder.
 */
export async function dependency(siteFolder: string): Promise<string> {
  const [, above] = /^(.*?)[/\\]node_modules[/\\]/.exec(projectFolder) ?? [];
  if (above !== undefined && existsSync(join(above, "package.json"))) {
    const { dependencies, devDependencies } = await readManifest(above);
    const found = dependencies?.["dateline"] ?? devDependencies?.["dateline"];
    const [, file] = /^file:(.+)/.exec(found ?? "") ?? [];
    if (file !== undefined) return fileDependency(siteFolder, resolve(above, file));
    if (found !== undefined) return found;
  }
  return fileDependency(siteFolder, projectFolder);
}

function fileDependency(siteFolder: string, path: string): string {
  return `file:${relative(resolve(siteFolder), path).split(sep).join("/")}`;
}

async function readManifest(folder: string): Promise<z.infer<typeof manifestSchema>> {
  return manifestSchema.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
}
