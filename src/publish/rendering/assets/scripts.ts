/** Scripts: bundled by esbuild, minified, and named by their content. */
import { basename, join, sep } from "node:path";
import { type BuildFailure, type BuildOptions, build, type OutputFile, type Plugin } from "esbuild";
import { type Diagnostic, errorAt } from "../../../content/diagnostics/diagnostic.ts";
import { projectFolder } from "../../disk/project.js";
import { type MadeOf, whileUnchanged } from "./last-bundle.ts";

/** What runs in a browser: where each script begins. */
const clients = {
  search: "src/search/client/page/search.ts",
  masthead: "src/search/client/box/masthead.ts",
  quickSearch: "src/search/client/box/quick-search.ts",
  worker: "src/search/client/worker/search-worker.ts",
  preview: "src/preview/client/preview.ts",
  desk: "src/desk/client/desk.ts",
} as const;

/** What those scripts are made of. */
export const clientFolders = ["src/search", "src/preview/client", "src/desk/client"];

/** Scripts that cannot be bundled: what is wrong, and where. */
export class ScriptFault extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** Scripts that others load by their address, and where they lie beside those: a site may begin below a path. */
const scriptsOfOthers: Readonly<Record<string, string>> = {
  "/desk/editor/index.js": "./editor/index.js",
};

const whereTheyLie: Plugin = {
  name: "where they lie",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\/desk\// }, ({ path }) => ({
      path: scriptsOfOthers[path] ?? path,
      external: true,
    })),
};

const scriptOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  absWorkingDir: projectFolder,
  target: ["chrome111", "firefox113", "safari16.4"],
  plugins: [whereTheyLie],
  write: false,
  logLevel: "silent",
} as const satisfies BuildOptions;

/** A script that stands for itself: the preview's or the desk's. @throws ScriptFault */
export async function bundleScript(name: "preview" | "desk"): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...scriptOptions, entryPoints: [clientFile(name)] }).catch(
    throwFault,
  );
  return contentOf(outputFiles[0]);
}

export type Scripts = {
  /** Addresses. */
  readonly search: string;
  readonly masthead: string;
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
};

/** The scripts of pages, so that what finds articles is loaded by those who search, and at once. @throws ScriptFault */
export const bundleScripts = whileUnchanged(async (): Promise<MadeOf<Scripts>> => {
  const worker = await bundleEntry("worker", { format: "iife" });
  // The worker is started by its name, which changes with what it holds.
  const define = { workerFile: JSON.stringify(basename(worker.address)) };
  const [search, quickSearch] = await Promise.all([
    bundleEntry("search", { define }),
    bundleEntry("quickSearch", { define }),
  ]);
  // So is what finds in the box, which is loaded when somebody types.
  const masthead = await bundleEntry("masthead", {
    define: { quickSearchFile: JSON.stringify(basename(quickSearch.address)) },
  });
  const entries = [worker, search, quickSearch, masthead];
  const files = entries.flatMap((entry) => entry.files);
  return {
    value: { search: search.address, masthead: masthead.address, files },
    files: [...new Set(entries.flatMap(({ sources }) => sources))],
  };
});

type Entry = {
  readonly address: string;
  readonly files: Scripts["files"];
  readonly sources: readonly string[];
};

/** A script and those it loads, named by their content. @throws ScriptFault */
async function bundleEntry(name: keyof typeof clients, options: BuildOptions): Promise<Entry> {
  const { outputFiles = [], metafile } = await build({
    ...scriptOptions,
    entryPoints: [clientFile(name)],
    metafile: true,
    outdir: join(projectFolder, "assets"),
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    ...options,
  }).catch(throwFault);
  const made = Object.entries(metafile?.outputs ?? {});
  const [path] = made.find(([, { entryPoint }]) => entryPoint === clients[name]) ?? [];
  if (path === undefined) throw new Error(`esbuild made no script of ${clients[name]}`);
  const files = outputFiles.map((file) => [`assets/${basename(file.path)}`, contentOf(file)] as const);
  const sources = Object.keys(metafile?.inputs ?? {}).map((source) => join(projectFolder, source));
  return { address: `/${path}`, files, sources };
}

function clientFile(name: keyof typeof clients): string {
  return join(projectFolder, clients[name]);
}

function contentOf(file: OutputFile | undefined): Uint8Array {
  if (file === undefined) throw new Error("esbuild made no script");
  return file.contents;
}

/** @throws ScriptFault for what esbuild says of the code */
function throwFault(error: unknown): never {
  throw isFailure(error) ? new ScriptFault(error.errors.map(diagnosticOf)) : error;
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

/** esbuild counts columns from 0, and names files from the working folder. */
function diagnosticOf({ text, location }: BuildFailure["errors"][number]): Diagnostic {
  if (location === null) return errorAt({ file: "src" }, "broken-asset", text);
  const { file, line, column, lineText } = location;
  const place = { file: file.split(sep).join("/"), line, column: column + 1, sourceLine: lineText };
  return errorAt(place, "broken-asset", text);
}
