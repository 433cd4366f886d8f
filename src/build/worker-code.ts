/** The workers' code: TypeScript bundled to one JavaScript file, as worker threads know nothing of TypeScript. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { projectFolder } from "./project.ts";
import { writeWhole } from "./whole-file.ts";

/**
 * Bundles `worker.ts`, packages left where they are, and tells where the file is; undefined where the project's
 * `node_modules` may not be written to.
 */
export async function bundleWorker(): Promise<URL | undefined> {
  const { outputFiles } = await build({
    entryPoints: [join(projectFolder, "src/build/worker.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    logLevel: "silent",
  });
  const [code] = outputFiles;
  if (code === undefined) throw new Error("esbuild made no code of src/build/worker.ts");
  const file = join(projectFolder, "node_modules/.cache/dateline/worker.mjs");
  return writeWhole(file, code.contents).then(
    () => pathToFileURL(file),
    () => undefined,
  );
}
