/** Styles and scripts: bundled, minified, and named by their content. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleAsync } from "lightningcss";
import { projectFolder, templatesFolder } from "./project.ts";

export type AssetAddresses = {
  readonly styles: string;
  readonly search: string;
  readonly icon: string;
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
  const [styles, search, icon, oldIcon] = await Promise.all([
    bundleStyles(),
    bundleScript("search"),
    readFile(join(templatesFolder, "assets/icons/icon.svg")),
    readFile(join(templatesFolder, "assets/icons/favicon.ico")),
  ]);
  const stylesFile = `assets/site.${digest(styles)}.css`;
  const searchFile = `assets/search.${digest(search)}.js`;
  const iconFile = `assets/icon.${digest(icon)}.svg`;
  return {
    addresses: { styles: `/${stylesFile}`, search: `/${searchFile}`, icon: `/${iconFile}` },
    files: new Map([
      [stylesFile, styles],
      [searchFile, search],
      [iconFile, icon],
      // Where browsers look that do not know the other.
      ["favicon.ico", oldIcon],
    ]),
  };
}

/** A script of `src/client`, bundled. */
export async function bundleScript(name: "search" | "preview" | "desk"): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(projectFolder, `src/client/${name}.ts`)],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome111", "firefox113", "safari16.4"],
    external: ["/pagefind/pagefind.js", "/desk/editor/index.js"],
    write: false,
    logLevel: "silent",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`esbuild made no script of src/client/${name}.ts`);
  return script.contents;
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

/** What names a file by its content. */
export function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}
