// @ts-check
/**
 * Dateline's own files: where they are, which version they are, and the JavaScript made of them. Plain JavaScript
 * itself, since it runs before any TypeScript can.
 */
import { createHash, randomUUID } from "node:crypto";
import { constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { access, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The root of the repository, with a slash at its end, whatever folder a command is run in. */
export const projectFolder = fileURLToPath(new URL("../../../", import.meta.url));

export const templatesFolder = join(projectFolder, "templates");

/** The commands of those who publish: each by its name, with the module it begins with and what it does. */
export const commands = {
  build: {
    module: "src/cli/commands/build.ts",
    does: "writes the site, of a site that was built before only what changed",
  },
  check: {
    module: "src/cli/commands/check.ts",
    does: "tells everything that is wrong, and puts right what is safe",
  },
  desk: { module: "src/cli/commands/desk.ts", does: "shows the preview, and the desk beside it" },
  due: { module: "src/cli/commands/due.ts", does: "tells whether a published site has to be built again" },
  eleventy: {
    module: "src/cli/commands/eleventy.ts",
    does: "is Eleventy's own command line, and makes the same site afresh",
  },
  import: { module: "src/cli/commands/import.ts", does: "turns foreign copy into article files" },
  init: {
    module: "src/cli/commands/init.ts",
    does: "makes a site folder that needs no more than this package",
  },
  new: { module: "src/cli/commands/new.ts", does: "writes a new article file" },
  start: {
    module: "src/cli/commands/start.ts",
    does: "shows the site on this machine, and follows every save",
  },
};

/**
 * What the JavaScript is made of: modules by the name of what becomes of them.
 *
 * @type {Record<string, string>}
 */
const entryPoints = {
  ...Object.fromEntries(Object.entries(commands).map(([name, { module }]) => [name, module])),
  worker: "src/publish/threads/worker.ts",
  "look-worker": "src/publish/output/standing/look-worker.ts",
  "card-worker": "src/publish/media/card-worker.ts",
  "body-worker": "src/newsroom/import/body/body-worker.ts",
  "bundled-codes": "src/publish/rendering/templates/bundled-codes.ts",
  plugin: "src/cli/eleventy/dateline.ts",
};

/** Dateline as a plugin of Eleventy: what those import who add it. */
export const pluginModule = join(projectFolder, "src/cli/eleventy/plugin.js");

/**
 * What tells the versions of all packages: of the repository, and where Dateline is a package itself, as npm, Yarn and pnpm keep it
 * beside what they have installed.
 */
const packageLists = [
  "package-lock.json",
  "../.package-lock.json",
  "../.yarn-integrity",
  "../.yarn-state.yml",
  "../../../lock.yaml",
];

/** JavaScript of other versions is of use to processes that still run. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** @type {Promise<string> | undefined} */
let version;

/** @type {Promise<URL | undefined> | undefined} */
let bundled;

/**
 * A digest of everything but content, templates and styles that decides what a page says; that of the process's start.
 *
 * @returns {Promise<string>}
 */
export function codeVersion() {
  version ??= readCodeVersion();
  return version;
}

/**
 * The folder of Dateline's code as JavaScript: a file for each command and each kind of worker, and `plugin.js`. It is made
 * once for each version and place.
 *
 * @returns {Promise<URL | undefined>} with a slash at its end; undefined where it cannot be made or read, because
 *   the code is at fault, or `node_modules` may not be written to, or belongs to another user who keeps it closed
 */
export function bundledCode() {
  bundled ??= bundleCode().catch(() => undefined);
  return bundled;
}

/**
 * Loads a module that the JavaScript is made of.
 *
 * @param {string} name a command's, or `plugin`
 * @returns {Promise<any>} what it exports
 */
export async function loadModule(name) {
  const code = await bundledCode();
  if (code !== undefined) return import(new URL(`${name}.js`, code).href);
  const { register } = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(join(projectFolder, entryPoints[name] ?? name)).href);
}

async function readCodeVersion() {
  const files = [...modulesBelow("src"), ".eleventy.ts", "package.json", ...packageLists].sort();
  // Not by promises: for small files they cost more than the reading, and each command begins with it.
  const texts = files.map((file) => {
    const path = join(projectFolder, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  });
  const { icu = "", tz = "" } = process.versions;
  return digestOf(icu, tz, ...files.flatMap((file, index) => [file, texts[index] ?? ""]));
}

/**
 * Node's own way through folders takes three times as long.
 *
 * @param {string} folder
 * @returns {string[]} relative to the project
 */
function modulesBelow(folder) {
  return readdirSync(join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return modulesBelow(path);
    return /\.[jt]s$/.test(entry.name) ? [path] : [];
  });
}

/** @param {string[]} texts */
function digestOf(...texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex").slice(0, 32);
}

async function bundleCode() {
  const parent = join(projectFolder, "node_modules/.cache/dateline/code");
  // Copies of a project may share their packages.
  const folder = join(parent, digestOf(await codeVersion(), projectFolder));
  if (!existsSync(folder)) {
    await mkdir(parent, { recursive: true });
    const unfinished = join(parent, `unfinished-${randomUUID()}`);
    // Not by mkdtemp: what one user has installed, others must be able to run.
    await mkdir(unfinished);
    try {
      const { bundleInto } = await import("./bundling.js");
      await bundleInto(unfinished, { projectFolder, entryPoints, projectModule: import.meta.url });
      // Another process may have been faster.
      await rename(unfinished, folder).catch((error) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    await removeOld(parent);
  }
  await access(join(folder, "build.js"), constants.R_OK);
  return pathToFileURL(`${folder}/`);
}

/** @param {string} parent */
async function removeOld(parent) {
  for (const name of await readdir(parent)) {
    const { mtimeMs } = await stat(join(parent, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs <= keptMs) continue;
    // What another user has made stays where it is.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
