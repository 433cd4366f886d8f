import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { pluginModule } from "../../src/publish/disk/project.js";
import { ended, freePort, toldAddress } from "../child-server.ts";
import { articleText, siteFolder, started, writeFiles } from "../site-folder.ts";

/** Eleventy's server, which has no setting for it, listens to this machine alone. */
const here = `data:text/javascript,${encodeURIComponent(`
  import { Server } from "node:net";
  const { listen } = Server.prototype;
  Server.prototype.listen = function (options) { return listen.call(this, { ...options, host: "127.0.0.1" }); };
`)}`;

test("eleventy --serve shows an edit to a page, an article and a template", async () => {
  const folder = await siteFolder({
    ".eleventy.ts": `export { default } from ${JSON.stringify(pluginModule)};\n`,
    "articles/alpha.md": articleText("Alpha", "2026-11-20"),
    "pages/about.md": "---\ntitle: About\n---\nOld words.",
  });
  const flags = ["--serve", `--port=${await freePort()}`];
  const child = spawn(process.execPath, ["--import", here, ...started("eleventy"), ...flags], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => ended(child));
  const origin = (await toldAddress(child)).replace("localhost", "127.0.0.1");
  const textAt = async (address: string) =>
    (await fetch(origin + address, { signal: AbortSignal.timeout(60_000) })).text();

  expect(await textAt("/about/")).toContain("Old words.");
  // Eleventy serves before it watches, and does not say when it begins to: until then, a save is not seen.
  await expect
    .poll(
      async () => {
        await writeFiles(folder, { "pages/about.md": "---\ntitle: About\n---\nNew words." });
        return textAt("/about/");
      },
      { interval: 500 },
    )
    .toContain("New words.");
  await writeFiles(folder, { "articles/alpha.md": articleText("Omega", "2026-11-20") });
  await expect.poll(() => textAt("/latest/")).toContain("Omega");
  await writeFiles(folder, { "templates/partials/footer.njk": "<footer>The end.</footer>\n" });
  await expect.poll(() => textAt("/latest/")).toContain("The end.");
});
