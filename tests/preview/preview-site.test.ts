import { expect, test } from "vitest";
import { PreviewSite } from "../../src/preview/preview-site.ts";
import { siteFolder, writeFiles } from "../site-folder.ts";

test("what is wrong with styles is told like a fault of the content, until it is mended", async () => {
  const folder = await siteFolder({ "styles/a.css": ".a {}\n.b }", "static/sea.jpg": "x" });
  const site = new PreviewSite(folder);
  const reload = () => site.reloadAssets(async () => new Map());
  await Promise.all([site.reloadContent([]), reload()]);
  expect(site.diagnostics).toMatchObject([
    { file: "styles/a.css", line: 2, severity: "error", code: "broken-asset" },
  ]);
  await writeFiles(folder, { "styles/a.css": ".b { background: url(/sea.jpg) }" });
  await reload();
  expect(site.diagnostics).toEqual([]);
});
