/** The sample's articles as three other papers would publish them: by site.yaml, static/ and styles/ alone. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { publishedDesk } from "../../src/desk/editor/editor-files.ts";
import { projectFolder } from "../../src/publish/disk/project.js";
import { buildSite } from "../../src/publish/site/build-site.ts";

export const looks = ["northlight", "lantern", "tide"] as const;

/** Builds one of them below a folder. @returns its output */
export async function buildLook(name: (typeof looks)[number], folder: string): Promise<string> {
  const site = join(folder, name);
  await cp(join(projectFolder, "tests/looks", name), site, { recursive: true });
  await cp(join(projectFolder, "articles"), join(site, "articles"), { recursive: true });
  const { diagnostics, isPublished } = await buildSite({
    deskOf: publishedDesk,
    siteFolder: site,
    outputFolder: join(site, "_site"),
    nowMs: Date.parse("2026-11-24T00:00Z"),
    drafts: false,
    search: false,
  });
  if (!isPublished) throw new Error(JSON.stringify(diagnostics));
  return join(site, "_site");
}
