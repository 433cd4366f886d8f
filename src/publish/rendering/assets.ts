/** Styles, fonts and scripts: bundled, minified, and named by their content. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type BuildOptions, build, type OutputFile, type Plugin } from "esbuild";
import { bundleAsync } from "lightningcss";
import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import { projectFolder, templatesFolder } from "../disk/project.js";

export type AssetAddresses = {
  readonly styles: string;
  readonly search: string;
  readonly masthead: string;
  readonly icon: string;
  /** The font file that every page needs for its first words. */
  readonly font: string;
};

export type Assets = {
  readonly addresses: AssetAddresses;
  /** By path in the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

const packages = createRequire(import.meta.url);

type Asset = { readonly path: string; readonly content: Uint8Array };

/** Browsers of the last three years or so, in lightningcss's numbers: major version shifted by 16 bits. */
const browsers = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/**
 * Upright Latin: headlines, and most of what is read. Preloaded, it is there with the style sheet, and no word is
 * set twice; italics and other scripts come where a page has them.
 */
const firstFont = "source-serif-4-latin-wght-normal";

/** Bundles what pages need beside their HTML. */
export async function bundleAssets(): Promise<Assets> {
  const [{ styles, fonts }, scripts, icon, oldIcon] = await Promise.all([
    bundleStyles(),
    bundleScripts(),
    readFile(join(templatesFolder, "assets/icons/icon.svg")),
    readFile(join(templatesFolder, "assets/icons/favicon.ico")),
  ]);
  const font = fonts.find(({ path }) => path.startsWith(`assets/${firstFont}.`));
  if (font === undefined) throw new Error(`the style sheet has no font ${firstFont}`);
  const newIcon = namedByContent("icon.svg", icon);
  // Where browsers look that do not know the other.
  const favicon = { path: "favicon.ico", content: oldIcon };
  return {
    addresses: {
      styles: `/${styles.path}`,
      search: scripts.search,
      masthead: scripts.masthead,
      icon: `/${newIcon.path}`,
      font: `/${font.path}`,
    },
    files: new Map([
      ...[styles, newIcon, favicon, ...fonts].map(({ path, content }) => [path, content] as const),
      ...scripts.files,
    ]),
  };
}

/** What runs in a browser: where each script begins. */
const clients = {
  search: "src/search/client/page/search.ts",
  masthead: "src/search/client/box/masthead.ts",
  preview: "src/preview/client/preview.ts",
  desk: "src/desk/client/desk.ts",
} as const;

/** What those scripts are made of. */
export const clientFolders = ["src/search", "src/preview/client", "src/desk/client"];

/** Scripts that others load by their address, and where they lie beside those: a site may begin below a path. */
const scriptsOfOthers: Readonly<Record<string, string>> = {
  "/pagefind/pagefind.js": "../pagefind/pagefind.js",
  "/desk/editor/index.js": "./editor/index.js",
};

const whereTheyLie: Plugin = {
  name: "where they lie",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\/(?:pagefind|desk)\// }, ({ path }) => ({
      path: scriptsOfOthers[path] ?? path,
      external: true,
    })),
};

const scriptOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome111", "firefox113", "safari16.4"],
  plugins: [whereTheyLie],
  write: false,
  logLevel: "silent",
} as const satisfies BuildOptions;

/** A script that stands for itself: the preview's or the desk's. */
export async function bundleScript(name: "preview" | "desk"): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...scriptOptions, entryPoints: [clientFile(name)] });
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
  const addressOf = (name: keyof typeof clients) => {
    const output = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint === clients[name],
    );
    if (output === undefined) throw new Error(`esbuild made no script of ${clients[name]}`);
    return `/${output[0]}`;
  };
  return {
    search: addressOf("search"),
    masthead: addressOf("masthead"),
    files: outputFiles.map((file) => [`assets/${basename(file.path)}`, contentOf(file)] as const),
  };
}

function clientFile(name: keyof typeof clients): string {
  return join(projectFolder, clients[name]);
}

function contentOf(file: OutputFile | undefined): Uint8Array {
  if (file === undefined) throw new Error("esbuild made no script");
  return file.contents;
}

/** The style sheet, and the font files it names. */
async function bundleStyles(): Promise<{ styles: Asset; fonts: Asset[] }> {
  const { code, dependencies = [] } = await bundleAsync({
    filename: join(templatesFolder, "assets/css/index.css"),
    minify: true,
    targets: browsers,
    analyzeDependencies: { preserveImports: true },
    resolver: {
      read: (file) => readFile(file, "utf8"),
      // What does not start with a dot lies in a package.
      resolve: (path, from) => (path.startsWith(".") ? join(dirname(from), path) : packages.resolve(path)),
    },
  });
  let text = Buffer.from(code).toString("utf8");
  const fonts: Asset[] = [];
  for (const dependency of dependencies) {
    if (dependency.type !== "url") continue;
    const file = join(dirname(dependency.loc.filePath), dependency.url);
    const font = namedByContent(basename(file), await readFile(file));
    fonts.push(font);
    // Beside the style sheet, wherever the site begins.
    text = text.replaceAll(dependency.placeholder, basename(font.path));
  }
  return { styles: namedByContent("site.css", Buffer.from(text)), fonts };
}

/** `assets/site.0123456789.css` */
function namedByContent(name: string, content: Uint8Array): Asset {
  const dot = name.lastIndexOf(".");
  return {
    path: `assets/${name.slice(0, dot)}.${hexDigest(content, nameDigits)}${name.slice(dot)}`,
    content,
  };
}
