/** Styles and scripts: bundled, minified, and named by their content. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BuildOptions, build, type OutputFile } from "esbuild";
import { bundleAsync } from "lightningcss";
import { projectFolder, templatesFolder } from "./project.ts";

export type AssetAddresses = {
  readonly styles: string;
  readonly search: string;
  readonly masthead: string;
};

export type Assets = {
  readonly addresses: AssetAddresses;
  /** By path in the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Browsers of the last three years or so, in lightningcss's numbers: major version shifted by 16 bits. */
const browsers = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/** Bundles what pages need beside their HTML. */
export async function bundleAssets(): Promise<Assets> {
  const [styles, scripts] = await Promise.all([bundleStyles(), bundleScripts()]);
  const stylesFile = `assets/site.${digest(styles)}.css`;
  return {
    addresses: { styles: `/${stylesFile}`, search: scripts.search, masthead: scripts.masthead },
    files: new Map([[stylesFile, styles], ...scripts.files]),
  };
}

const scriptOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome111", "firefox113", "safari16.4"],
  external: ["/pagefind/pagefind.js"],
  write: false,
  logLevel: "silent",
} as const satisfies BuildOptions;

/** The preview's own script. */
export async function bundlePreviewScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...scriptOptions, entryPoints: [clientFile("preview")] });
  return contentOf(outputFiles[0]);
}

type Scripts = {
  /** Addresses. */
  readonly search: string;
  readonly masthead: string;
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
};

/** The scripts of pages, cut so that what finds articles is loaded by those who search. */
async function bundleScripts(): Promise<Scripts> {
  const { outputFiles, metafile } = await build({
    ...scriptOptions,
    entryPoints: [clientFile("search"), clientFile("masthead")],
    splitting: true,
    metafile: true,
    outdir: join(projectFolder, "assets"),
    absWorkingDir: projectFolder,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
  });
  const addressOf = (name: string) => {
    const output = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint === `src/client/${name}.ts`,
    );
    if (output === undefined) throw new Error(`esbuild made no script of src/client/${name}.ts`);
    return `/${output[0]}`;
  };
  return {
    search: addressOf("search"),
    masthead: addressOf("masthead"),
    files: outputFiles.map((file) => [`assets/${basename(file.path)}`, contentOf(file)] as const),
  };
}

function clientFile(name: string): string {
  return join(projectFolder, `src/client/${name}.ts`);
}

function contentOf(file: OutputFile | undefined): Uint8Array {
  if (file === undefined) throw new Error("esbuild made no script");
  return file.contents;
}

async function bundleStyles(): Promise<Uint8Array> {
  const { code } = await bundleAsync({
    filename: join(templatesFolder, "assets/css/index.css"),
    minify: true,
    targets: browsers,
    resolver: { read: (file) => readFile(file, "utf8") },
  });
  return code;
}

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}
