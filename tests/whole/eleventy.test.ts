import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import { describe, expect, test } from "vitest";
import dateline from "../../src/cli/eleventy/dateline.ts";
import { pluginModule, projectFolder } from "../../src/publish/disk/project.js";
import { ownListName } from "../../src/publish/output/own-files.ts";
import { articleText, builtSite, filesBelow, siteFolder, writeFiles } from "../site-folder.ts";

/** A configuration of a site folder, with what is added after Dateline. */
const configuration = (...added: readonly string[]) =>
  [
    'import type { UserConfig } from "@11ty/eleventy";',
    `import dateline from ${JSON.stringify(pluginModule)};`,
    'import { shout } from "./lib/shout.ts";',
    "export default function (eleventy: UserConfig) {",
    "  eleventy.addPlugin(dateline);",
    '  eleventy.addFilter("shout", shout);',
    ...added,
    "}\n",
  ].join("\n");

/** A page of Dateline's that a site folder has in its own way. */
const lostPage = (body: string) =>
  `{% extends "layouts/base.njk" %}\n{% block content %}\n${body}\n{% endblock %}\n`;

const added = [
  '  eleventy.addAsyncFilter("later", async (text: string) => text + ", later");',
  '  eleventy.addShortcode("here", function () { return "<b>" + this.page.url + "</b>"; });',
  '  eleventy.addPairedShortcode("box", (inside: string, name: string) => "<p class=" + name + ">" + inside + "</p>");',
  '  eleventy.addGlobalData("motto", () => "News & views");',
  '  eleventy.addPassthroughCopy({ extra: "extra" });',
];

const project = {
  "articles/alpha.md": articleText("Alpha", "2026-11-20", ["tags: [boats]"]),
  "articles/beta.md": articleText("Beta", "2026-11-21"),
  ".eleventy.ts": configuration(...added),
  "lib/shout.ts":
    'export const shout = (text: string) => text.toUpperCase() + "! " + import.meta.url.endsWith("/lib/shout.ts");\n',
  "_data/colours.json": '{"red": "#f00"}',
  "extra/terms.txt": "Terms.\n",
  "templates/pages/not-found.njk": lostPage(
    '{{ "lost" | shout }} {{ "x" | later }} {{ motto }} {{ colours.red }} {% here %}{% box "a" %}{% for n in [1, 2] %}{{ n }}{% endfor %}{% endbox %}',
  ),
};

/** Runs Eleventy's own command line in a folder. */
function eleventyIn(
  folder: string,
  ...flags: string[]
): Promise<{ exitCode: number | null; output: string }> {
  const loader = fileURLToPath(import.meta.resolve("tsx"));
  const command = join(projectFolder, "node_modules/@11ty/eleventy/cmd.cjs");
  const child = spawn(process.execPath, ["--import", loader, command, "--config=.eleventy.ts", ...flags], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on("close", (exitCode) => resolve({ exitCode, output })));
}

describe("what a project adds to Eleventy", () => {
  test("acts in Dateline's templates, and its files are published; Eleventy's own command line and one that looks at each page make the same", async () => {
    const folder = await siteFolder(project);
    const site = await builtSite(folder, { now: new Date().toISOString() });
    const lost = site.get("404.html");
    expect(lost).toContain("LOST! true x, later News &amp; views #f00 <b>/404.html</b><p class=a>12</p>");
    expect(site.get("extra/terms.txt")).toBe("Terms.\n");
    expect(site.get(ownListName)).toContain('"extra/terms.txt"');

    // With the search index, which this build was made without, the command line has more.
    const run = await eleventyIn(folder, "--output=_plain");
    expect(run).toMatchObject({ exitCode: 0 });
    const plain = await filesBelow(join(folder, "_plain"));
    const shared = (files: ReadonlyMap<string, string>) =>
      [...files].filter(([path]) => !path.startsWith("pagefind/") && path !== ownListName);
    expect(shared(plain)).toEqual(shared(await filesBelow(join(folder, "_site"))));
    expect([...plain.keys()].some((path) => path.startsWith("pagefind/"))).toBe(true);

    await writeFiles(folder, {
      ".eleventy.ts": configuration(...added, '  eleventy.addTransform("same", (html: string) => html);'),
    });
    expect(await builtSite(folder, { now: new Date().toISOString() })).toEqual(site);
  });

  test("is there for Eleventy's programmatic interface, which gives the pages as they are written", async () => {
    const folder = await siteFolder(project);
    const before = process.cwd();
    process.chdir(folder);
    try {
      const eleventy = () =>
        new Eleventy(undefined, "_out", {
          configPath: "",
          quietMode: true,
          config: (configuration) => {
            configuration.addPlugin(dateline);
            configuration.addFilter("shout", (text: string) => text.toUpperCase());
            configuration.addFilter("later", (text: string) => text);
            configuration.addShortcode("here", () => "here");
            configuration.addPairedShortcode("box", (inside: string) => inside);
            configuration.addGlobalData("motto", "News");
          },
        });
      await eleventy().write();
      const written = await filesBelow(join(folder, "_out"));
      expect(written.get("404.html")).toContain("LOST x News #f00 here12");
      const given = await eleventy().toJSON();
      const pages = new Map(given.map(({ url, content }) => [url, content]));
      expect(Buffer.from(pages.get("/2026/11/alpha/") ?? "").toString("latin1")).toBe(
        written.get("2026/11/alpha/index.html"),
      );
      expect(pages.size).toBe([...written.keys()].filter((path) => path.endsWith(".html")).length);
    } finally {
      process.chdir(before);
    }
  });
});
