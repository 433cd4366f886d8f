// @ts-check
/** Making JavaScript of Dateline's own modules. Plain JavaScript itself, as it runs before any TypeScript can. */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Packages that are left where they are: they find files of their own from there, start threads and processes, or have to be the very
 * ones that Eleventy uses.
 */
const unbundled = [
  "@11ty/eleventy",
  "esbuild",
  "lightningcss",
  "nunjucks",
  "pagefind",
  "sharp",
  "tinypool",
  "tsx",
  "wawoff2",
];

/** Packages in CommonJS ask for Node's modules by `require`, which modules do not have. */
const requireForPackages =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

/** Messages that quote a line of the code stay short. */
const longestLine = 120;

/**
 * @typedef {object} Making
 * @property {string} projectFolder
 * @property {Record<string, string>} entryPoints modules by the name of what becomes of them
 * @property {string} projectModule the address of a module that all that is made shares: it knows where it lies, and has read the code already
 */

/**
 * @param {string} folder where it goes
 * @param {Making} making
 */
export async function bundleInto(folder, { projectFolder, entryPoints, projectModule }) {
  await build({
    absWorkingDir: projectFolder,
    entryPoints,
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: unbundled,
    banner: { js: requireForPackages },
    // What is not there need not be read: every command begins with that.
    minifyWhitespace: true,
    lineLimit: longestLine,
    legalComments: "none",
    logLevel: "silent",
    plugins: [sharing(projectModule), withoutLanguages],
  });
  const { writeBundledCodes } = await import(pathToFileURL(join(folder, "bundled-codes.js")).href);
  await writeBundledCodes(folder);
}

/**
 * @param {string} module
 * @returns {import("esbuild").Plugin}
 */
function sharing(module) {
  return {
    name: "project",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/project\.js$/ }, ({ resolveDir, path }) =>
        join(resolveDir, path) === fileURLToPath(module) ? { path: module, external: true } : undefined,
      ),
  };
}

/**
 * Zod brings its messages in fifty languages, of which none is asked for.
 *
 * @type {import("esbuild").Plugin}
 */
const withoutLanguages = {
  name: "languages",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: 'export { default as en } from "./en.js";',
      resolveDir: dirname(path),
    })),
};
