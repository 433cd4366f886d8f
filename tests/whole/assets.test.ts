import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, run, siteFolder } from "../site-folder.ts";

test("styles, scripts and fonts are named by their content, and every page and style sheet names those that are there", async () => {
  const folder = await siteFolder({});
  expect(await run("build", "--site", folder, "--no-search")).toMatchObject({ exitCode: 0, stderr: "" });
  const files = await filesBelow(join(folder, "_site"));
  const assets = [...files].filter(([path]) => path.startsWith("assets/"));
  // Scripts are named by esbuild, which also takes what they import into the name.
  for (const [path, bytes] of assets.filter(([path]) => !path.endsWith(".js"))) {
    const digest = createHash("sha256").update(Buffer.from(bytes, "latin1")).digest("hex");
    expect(/\.([0-9a-f]+)\.\w+$/.exec(path)?.[1], path).toBe(digest.slice(0, 10));
  }
  const inPages = [...files.values()].flatMap((text) => text.match(/(?<=["(]\/)assets\/[^")]*/g) ?? []);
  // Beside the style sheet.
  const inStyles = [...files.values()].flatMap((text) => text.match(/(?<=url\()[\w.-]+(?=\))/g) ?? []);
  // What Pagefind's WebAssembly takes from its surroundings has the name of a script, but is none.
  const inScripts = [...files.values()]
    .flatMap((text) => text.match(/(?<=["']\.\/)[\w.-]+\.js(?=["'])/g) ?? [])
    .filter((name) => name !== "pagefind_web_bg.js");
  const named = [...inPages, ...[...inStyles, ...inScripts].map((name) => `assets/${name}`)];
  expect(new Set(named)).toEqual(new Set(assets.map(([path]) => path)));
});
