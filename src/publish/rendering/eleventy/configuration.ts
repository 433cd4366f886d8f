/** The configuration of a project, made to JavaScript that Eleventy loads without further ado. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin, transform } from "esbuild";
import { hexDigest, nameDigits } from "../../../content/values/digest.ts";
import { bundledCode, pluginModule } from "../../disk/project.js";
import { writeWhole } from "../../disk/whole-file.ts";
import { configurationFile } from "./configuration-file.ts";

export type Configuration = {
  /** What Eleventy loads. */
  readonly file: string;
  /** What it is made of: its own file and those that it imports, packages left out. */
  readonly sources: readonly string[];
  /** Removes what was made for it. */
  readonly discard: () => Promise<void>;
};

/**
 * Makes the configuration of a site folder ready. Packages stay where they are, and modules know where they lie, as if Node had
 * loaded them; Dateline's plugin is that of the code that runs.
 */
export async function readyConfiguration(siteFolder: string): Promise<Configuration> {
  const own = configurationFile(siteFolder);
  const code = await bundledCode();
  // Without JavaScript of its own, Dateline runs with a loader that reads TypeScript.
  if (code === undefined || extname(own) === ".cjs") {
    return { file: own, sources: [own], discard: async () => undefined };
  }
  const { outputFiles, metafile } = await build({
    entryPoints: [own],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    metafile: true,
    logLevel: "silent",
    absWorkingDir: dirname(own),
    plugins: [asNodeWould(new URL("plugin.js", code).href)],
  });
  const text = outputFiles[0]?.text ?? "";
  const sources = Object.keys(metafile.inputs).map((source) => resolve(dirname(own), source));
  const file = fileURLToPath(new URL(`configuration-${hexDigest(text, nameDigits)}.mjs`, code));
  try {
    if (!existsSync(file)) await writeWhole(file, text);
    return { file, sources, discard: async () => undefined };
  } catch {
    // What another user has installed may be closed to this one.
    const folder = await mkdtemp(join(tmpdir(), "dateline-configuration-"));
    const here = join(folder, "configuration.mjs");
    await writeFile(here, text);
    return { file: here, sources, discard: () => rm(folder, { recursive: true, force: true }) };
  }
}

/** @param path as it is written @param found where it leads */
function isOfPackage(path: string, found: string): boolean {
  return !/^[./]/.test(path) || found.split(sep).includes("node_modules");
}

/** @param plugin the address of Dateline's plugin */
function asNodeWould(plugin: string): Plugin {
  const isResolving = Symbol("resolving");
  return {
    name: "as-node-would",
    setup({ onResolve, onLoad, resolve: resolvedBy }) {
      onResolve({ filter: /^/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === isResolving || kind === "entry-point") return undefined;
        if (isBuiltin(path)) return { path, external: true };
        if (path === "dateline") return { path: plugin, external: true };
        const found = await resolvedBy(path, { importer, resolveDir, kind, pluginData: isResolving });
        if (found.errors.length > 0) return { errors: found.errors };
        if (found.path === pluginModule) return { path: plugin, external: true };
        if (!isOfPackage(path, found.path)) return { path: found.path };
        const address = kind === "require-call" ? found.path : pathToFileURL(found.path).href;
        return { path: address, external: true };
      });
      onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes("import.meta")) return undefined;
        const { code } = await transform(text, {
          loader: path.endsWith("ts") ? "ts" : "js",
          define: {
            "import.meta.url": JSON.stringify(pathToFileURL(path).href),
            "import.meta.filename": JSON.stringify(path),
            "import.meta.dirname": JSON.stringify(dirname(path)),
          },
        });
        return { contents: code, loader: "js" };
      });
    },
  };
}
