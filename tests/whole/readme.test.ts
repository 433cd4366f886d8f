import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frontMatterSchema } from "../../src/content/article/front-matter.ts";
import { foreignFormats } from "../../src/newsroom/import/formats/foreign-formats.ts";
import { commands } from "../../src/publish/disk/project.js";
import { feedFormats } from "../../src/site/feeds/feed-formats.ts";
import { sampleSettings, sampleText } from "../sample.ts";
import { articleText, builtSite, run, siteFolder, writeFiles } from "../site-folder.ts";

const readme = await sampleText("README.md");
const ofSample = await sampleSettings();

/** What a pattern finds in the README: its first group. Throws where it finds nothing. */
function inReadme(pattern: RegExp): string {
  const [, found] = pattern.exec(readme) ?? [];
  if (found === undefined) throw new Error(`README.md has nothing like ${pattern}`);
  return found;
}

describe("the README", () => {
  test("explains every key of front matter, and no other", () => {
    const table = inReadme(/## An article\n[\s\S]*?\|---\|---\|\n((?:\| .*\n)+)/);
    const keys = [...table.matchAll(/^\| `(\w+)` \| /gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(frontMatterSchema.shape).sort());
  });

  test("lists every command", () => {
    const table = inReadme(/\| command \| what it does \|\n\|---\|---\|\n((?:\| .*\n)+)/);
    const missing = Object.keys(commands).filter(
      (script) => !new RegExp(`^\\| \`npm (?:run )?${script}\\b`, "m").test(table),
    );
    expect(missing).toEqual([]);
  });

  test("explains every format of foreign copy in the table of --from, and names every format of feeds", () => {
    expect(foreignFormats.filter(({ name }) => !readme.includes(`\n| \`${name}\` | `))).toEqual([]);
    expect(
      feedFormats.filter(({ name, file }) => !readme.includes(name) || !readme.includes(`\`${file}\``)),
    ).toEqual([]);
  });
});

describe("what a newcomer copies from the README into the sample publication", () => {
  test("is an article that nothing is wrong with, at the address that is named", async () => {
    const file = inReadme(/in the file `(articles\/\S+)`:/);
    const folder = await siteFolder({ ...ofSample, [file]: inReadme(/```yaml\n(---\n[^`]*)```/) });
    const { stdout } = await run("check", "--site", folder);
    expect(stdout).toBe("Checked 1 article: no errors.\n");
    const address = inReadme(/It is at <http:\/\/localhost:8080\/(\S+)>/);
    const page = (await builtSite(folder, { now: "2026-11-24T00:00:00Z" })).get(`${address}index.html`);
    expect(page).toContain(`<title>${inReadme(/```yaml\n---\ntitle: (.*)\n/)}`);
  });

  test("is a publication of one's own after half an hour, with name, logo, menu and About page", async () => {
    const settings = inReadme(/<!-- site\.yaml of the half hour -->\n```yaml\n([^`]*)```/);
    const folder = await siteFolder({
      "site.yaml": settings,
      "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20z"/></svg>',
      "articles/a.md": articleText("Night ferry", "2026-11-20"),
      "pages/about.md": inReadme(/<!-- pages\/about\.md of the half hour -->\n```markdown\n([^`]*)```/),
    });
    expect((await run("check", "--site", folder)).stdout).toBe("Checked 1 article: no errors.\n");
    const files = await builtSite(folder);
    const front = files.get("index.html") ?? "";
    expect(front).toContain("<title>The Harbour Times");
    expect(front).toMatch(/<img src="\/assets\/[^"]+\.svg" alt="The Harbour Times"/);
    const menu = [...front.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)].slice(0, 3);
    expect(menu.map(([, address, label]) => `${label} ${address}`)).toEqual([
      "News /category/news/",
      "Port /category/port/",
      "About /about/",
    ]);
    expect(files.get("about/index.html")).toContain('href="mailto:desk@harbour-times.example"');
  });

  test("is pasted copy that can be imported", async () => {
    const folder = await siteFolder(ofSample);
    await writeFiles(folder, { "copy.txt": inReadme(/```text\n([^`]*)```/) });
    const imported = await run("import", join(folder, "copy.txt"), "--date", "2026-11-20", "--site", folder);
    expect(imported.exitCode).toBe(0);
    const { stdout } = await run("check", "--site", folder);
    expect(stdout).toBe("Checked 1 article: no errors.\n");
  });
});
