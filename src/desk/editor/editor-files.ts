/** The files of the desk: its page, its script, and the editor from its package. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScript } from "../../publish/rendering/assets/scripts.ts";
import type { Site } from "../../site/settings/site.ts";
import { publishedDeskSettings } from "./desk-config.ts";

/** A page without a word of its own: the editor fills it. */
const page = [
  "<!doctype html>",
  '<html lang="en">',
  "<head>",
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<meta name="robots" content="noindex">',
  "<title>The desk</title>",
  '<script type="module" src="desk.js"></script>',
  "</head>",
  "<body></body>",
  "</html>",
  "",
].join("\n");

/** Every file by its path in the output folder, but for the configuration. */
export async function deskFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([
    ["desk/index.html", page],
    ["desk/desk.js", await bundleScript("desk")],
  ]);
  const folder = dirname(fileURLToPath(import.meta.resolve("@sveltia/cms")));
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    // Source maps are four times the size of the editor itself.
    if (!/\.(?:js|wasm|woff2|png|txt)$/.test(path)) continue;
    files.set(`desk/editor/${path.replaceAll("\\", "/")}`, await readFile(join(folder, path)));
  }
  return files;
}

/** What a build publishes of the desk: every file by its path in the output folder; none where site.yaml asks for no desk. */
export async function publishedDesk(site: Site): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const settings = publishedDeskSettings(site);
  if (settings === undefined) return new Map();
  return new Map([...(await deskFiles()), ["desk/config.json", JSON.stringify(settings)]]);
}
