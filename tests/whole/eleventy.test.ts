import { spawn } from "node:child_process";
import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import { describe, expect, test } from "vitest";
import dateline from "../../src/cli/eleventy/dateline.ts";
import { PreviewSite } from "../../src/preview/preview-site.ts";
import { pluginModule, projectFolder } from "../../src/publish/disk/project.js";
import { ownListName } from "../../src/publish/output/standing/own-files.ts";
import type { PartsFile } from "../../src/search/index-format.ts";
import { writeGeneratedSite } from "../bench/generate.ts";
import {
  articleText,
  builtSite,
  filesBelow,
  now,
  run,
  siteFolder,
  smallSite,
  writeFiles,
} from "../site-folder.ts";

/** A configuration of a site folder, with what is added after Dateline. */
const configuration = (...added: readonly string[]) =>
  [
    'import type { UserConfig } from "@11ty/eleventy";',
    `import dateline from ${JSON.stringify(pluginModule)};`,
    'import { shout } from "./lib/shout.ts";',
    `import navigation from ${JSON.stringify(fileURLToPath(import.meta.resolve("@11ty/eleventy-navigation")))};`,
    "export default function (eleventy: UserConfig) {",
    "  eleventy.addPlugin(dateline);",
    "  eleventy.addPlugin(navigation);",
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
  "pages/about.md":
    '---\ntitle: About <us>\ntags: menu\neleventyNavigation: {key: About}\n---\n{{ motto }} {{ "x" | shout }} {{ "a" | upcase }}',
  "pages/legal/imprint.njk":
    '---\ntitle: Imprint\nlanguage: de\npermalink: /legal/impressum.html\n---\n{% here %} {{ "y" | later }} {{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}',
  "pages/menu.liquid":
    "---\npermalink: /menu.txt\nlayout: false\n---\n{% for page in collections.menu %}{{ page.url }}{% endfor %}",
  "pages/typed.11ty.ts":
    'type Data = { readonly title: string };\nexport const data: Data = { title: "Typed" };\nexport const render = ({ title }: Data): string => `<p>${title} ${"x".repeat(3)}</p>`;\n',
  "pages/draft.html": "---\ntitle: Not yet\ndraft: true\n---\nSoon.",
  "extra/terms.txt": "Terms.\n",
  "templates/pages/not-found.njk": lostPage(
    '{{ "lost" | shout }} {{ "x" | later }} {{ motto }} {{ colours.red }} {% here %}{% box "a" %}{% for n in [1, 2] %}{{ n }}{% endfor %}{% endbox %}',
  ),
};

/** Starts Eleventy's own command line in a folder. */
function startedIn(folder: string, ...flags: readonly string[]) {
  const loader = fileURLToPath(import.meta.resolve("tsx"));
  const command = join(projectFolder, "node_modules/@11ty/eleventy/cmd.cjs");
  return spawn(process.execPath, ["--import", loader, command, "--config=.eleventy.ts", ...flags], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs it until it ends. */
function eleventyIn(
  folder: string,
  ...flags: readonly string[]
): Promise<{ exitCode: number | null; output: string }> {
  const child = startedIn(folder, ...flags);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on("close", (exitCode) => resolve({ exitCode, output })));
}

describe("what a project adds to Eleventy", () => {
  test("acts in Dateline's templates, and its files are published; a transform that looks at each page changes nothing else", async () => {
    const folder = await siteFolder(project);
    const site = await builtSite(folder, { now: new Date().toISOString() });
    const lost = site.get("404.html");
    expect(lost).toContain("LOST! true x, later News &amp; views #f00 <b>/404.html</b><p class=a>12</p>");
    expect(site.get("extra/terms.txt")).toBe("Terms.\n");
    expect(site.get("about/index.html")).toContain("<title>About &lt;us&gt; – The Small Paper</title>");
    expect(site.get("about/index.html")).toContain("<p>News &amp; views X! true A</p>");
    expect(site.get("legal/impressum.html")).toContain('<html lang="de" dir="ltr">');
    expect(site.get("legal/impressum.html")).toContain(
      '<b>/legal/impressum.html</b> y, later <ul><li><a href="/about/">About</a></li></ul>',
    );
    expect(site.get("menu.txt")).toBe("/about/");
    expect([...site.keys()].filter((path) => path.startsWith("draft"))).toEqual([]);
    expect(site.get("sitemap-pages.xml")?.match(/<loc>.*<\/loc>/g)).toEqual([
      "<loc>https://small.example/about/</loc>",
      "<loc>https://small.example/legal/impressum.html</loc>",
      "<loc>https://small.example/typed/</loc>",
    ]);
    expect([...site].filter(([, text]) => /About &lt;us&gt;/.test(text)).map(([path]) => path)).toEqual([
      "about/index.html",
    ]);
    expect(site.get(ownListName)).toContain('"extra/terms.txt"');

    await writeFiles(folder, {
      ".eleventy.ts": configuration(...added, '  eleventy.addTransform("same", (html: string) => html);'),
    });
    expect(await builtSite(folder, { now: new Date().toISOString() })).toEqual(site);

    await writeFiles(folder, {
      ".eleventy.ts": configuration(
        ...added,
        '  eleventy.addPassthroughCopy({ "extra/terms.txt": "feed.xml" });',
      ),
    });
    await expect(builtSite(folder)).rejects.toThrow(
      "extra/terms.txt error same-address: the file would stand at /feed.xml, in the way of a page or file of Dateline's own",
    );
    await writeFiles(folder, { "_data/page.json": '{"url": "/mine/"}' });
    await expect(builtSite(folder)).rejects.toThrow("_data/page.json error taken-name");
  });

  test("comes out the same, byte for byte, from build and from Eleventy's own command line, with a thousand articles beside it", async () => {
    const folder = await siteFolder(project);
    await writeGeneratedSite(folder, 1000, { cards: false });
    await appendFile(join(folder, "site.yaml"), "  - name: News\n");
    const built = await run("build", "--fresh", "--site", folder, "--output", join(folder, "_fresh"));
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await eleventyIn(folder, "--output=_plain")).toMatchObject({ exitCode: 0 });
    const [plain, fresh] = [
      await filesBelow(join(folder, "_plain")),
      await filesBelow(join(folder, "_fresh")),
    ];
    expect([...plain.keys()]).toEqual([...fresh.keys()]);
    expect([...plain].filter(([path, text]) => text !== fresh.get(path)).map(([path]) => path)).toEqual([]);
    const { parts }: PartsFile = JSON.parse(plain.get("pagefind/parts.json") ?? "");
    expect(parts.map(({ folder, articles }) => [folder, articles])).toEqual([
      ["", 2],
      ["2016-01/", 1000],
      ["pages/", 3],
    ]);
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
            for (const name of ["eleventyNavigation", "eleventyNavigationToHtml"]) {
              configuration.addFilter(name, () => "");
            }
          },
        });
      await eleventy().write();
      const written = await filesBelow(join(folder, "_out"));
      expect(written.get("404.html")).toContain("LOST x News #f00 here12");
      const given = await eleventy().toJSON();
      const pages = new Map(
        given.flatMap(({ url, content }) => (url === "/menu.txt" ? [] : [[url, content] as const])),
      );
      expect(Buffer.from(pages.get("/2026/11/alpha/") ?? "").toString("latin1")).toBe(
        written.get("2026/11/alpha/index.html"),
      );
      expect(pages.size).toBe([...written.keys()].filter((path) => path.endsWith(".html")).length);
    } finally {
      process.chdir(before);
    }
  });
});

describe("pages that are no articles", () => {
  test("are checked: all that is wrong is told at once, with file, line and column", async () => {
    const folder = await siteFolder({
      ".eleventy.ts": configuration(
        '  eleventy.addGlobalData("site.name", "Mine");',
        '  eleventy.addGlobalData("sites", ["Mine"]);',
      ),
      "lib/shout.ts": project["lib/shout.ts"],
      "_data/view/mine.json": "{}",
      "_data/page.json": '{"mine": true}',
      "_data/once.txt": "No data.",
      "articles/alpha.md": articleText("Alpha", "2026-11-20", [], "[us](/about/) [them](/abuot/)"),
      "pages/about.md": "---\ntitle: About\nmenu: {key: any}\n---\nText.",
      "pages/fault.njk": '---\ntitle: Fault\nlanguage: Korean\n---\n\n<p>{{ "x" | nofilter }}</p>\n',
      "pages/quote.md": '---\ntitle: "Quote\n---\nText.',
      "pages/tag.liquid": "---\ndescription: A tag.\n---\nText.\n{% nope %}\n",
      "pages/twice.md": "---\ntitle: Twice\npermalink: /2026/11/alpha/\n---\nText.",
      "static/about/index.html": "<p>In the way.</p>",
    });
    const { stdout, exitCode } = await run("check", "--site", folder, "--now", now);
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").filter((line) => /^\S+ (?:error|warning)/.test(line))).toEqual([
      '.eleventy.ts error taken-name: "site" is what Dateline\'s templates have of their own; give your data another name, such as "mySite"',
      '_data/page.json error taken-name: "page" is what Dateline\'s templates have of their own; give your data another name, such as "myPage"',
      '_data/view error taken-name: "view" is what Dateline\'s templates have of their own; give your data another name, such as "myView"',
      'articles/alpha.md:6:22 warning broken-link: the link "/abuot/" leads to no page or file of this site; correct it',
      'pages/fault.njk:3:11 error bad-language: "language" must be a language tag such as en, ko or pt-BR, not "Korean"',
      "pages/fault.njk:6:13 error broken-template: filter not found: nofilter",
      "pages/quote.md:2:8 error unclosed-quote: a quotation mark is opened here and never closed",
      'pages/tag.liquid:2:1 error missing-key: the page has no "title"; add "title: …" to its front matter',
      'pages/tag.liquid:5:1 error broken-template: tag "nope" not found',
      "pages/twice.md error same-address: the file would stand at /2026/11/alpha/index.html, in the way of the page of articles/alpha.md; rename one of them, or move it",
      "static/about/index.html error same-address: the file would stand at /about/index.html, in the way of the page of pages/about.md; rename one of them, or move it",
    ]);
    await expect(builtSite(folder)).rejects.toThrow("unclosed-quote");
  });

  test("may neither lead out of the site nor make a file where Dateline has one, and nothing is written then", async () => {
    const folder = await siteFolder({
      "articles/alpha.md": articleText("Alpha", "2026-11-20"),
      "pages/out.md": "---\ntitle: Out\npermalink: ../escaped/\n---\nText.",
      "pages/list.njk": "---\npermalink: ../../list.txt\nlayout: false\n---\nText.",
    });
    const told = (text: string) => text.split("\n").filter((line) => /^\S+ error/.test(line));
    const leadingOut = [
      'pages/list.njk:2:12 error bad-address: the address ../../list.txt leads out of the site; choose another "permalink"',
      'pages/out.md:3:12 error bad-address: the address /../escaped/ leads out of the site; choose another "permalink"',
    ];
    const flags = ["--site", folder, "--now", now];
    expect(told((await run("check", ...flags)).stdout)).toEqual(leadingOut);
    const paths = async () =>
      [...(await filesBelow(folder)).keys()].filter((path) => !path.startsWith(".cache/"));
    const before = await paths();
    expect(told((await run("build", ...flags)).stderr)).toEqual(leadingOut);
    expect(await paths()).toEqual(before);
    await rm(join(folder, "pages"), { recursive: true });
    await writeFiles(folder, {
      "static/ads.txt": "none",
      "pages/ads.njk": "---\npermalink: /ads.txt\nlayout: false\n---\nText.",
      "pages/robots.njk": "---\npermalink: /robots.txt\nlayout: false\n---\nText.",
      "pages/humans.njk": "---\npermalink: /humans.txt\nlayout: false\n---\nText.",
    });
    expect(told((await run("build", ...flags)).stderr)).toEqual([
      "pages/ads.njk error same-address: the file would stand at /ads.txt, in the way of a page or file of Dateline's own; give it another place",
      "pages/robots.njk error same-address: the file would stand at /robots.txt, in the way of a page or file of Dateline's own; give it another place",
    ]);
    expect((await filesBelow(folder)).has("_site/index.html")).toBe(false);
  });

  test("are no reason for other messages of a build or of a check of one article than of a check of all", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}cards: false\ncategories: [{name: News}]\n`,
      "redirects.txt": "/about-us /about/\n",
      "pages/about.md": "---\ntitle: About\n---\nText.",
      "articles/alpha.md": articleText("Alpha", "2026-11-20", ["categories: [Nowhere]"]),
    });
    const flags = ["--site", folder, "--now", now];
    const { stdout } = await run("check", ...flags);
    expect(stdout).toContain("unknown-category");
    expect(stdout).not.toContain("redirect-to-nowhere");
    expect((await run("build", ...flags)).stderr).not.toContain("redirect-to-nowhere");
    await writeFiles(folder, {
      "articles/alpha.md": articleText("Alpha", "2026-11-20", ["permalink: /about/"]),
    });
    const collision = "in the way of the page of articles/alpha.md";
    expect((await run("check", ...flags)).stdout).toContain(collision);
    expect((await run("check", ...flags, join(folder, "articles/alpha.md"))).stdout).toContain(collision);
  });

  test("in TypeScript are read as modules of any other kind are, even when the folder of the first is gone", async () => {
    const page = (text: string) =>
      `export const data = { title: "T" as string };\nexport const render = () => "${text}";\n`;
    const first = await siteFolder({
      "site.yaml": `${smallSite}cards: false\n`,
      "pages/a.11ty.ts": page("A"),
    });
    expect((await builtSite(first)).get("a/index.html")).toContain("A");
    await rm(first, { recursive: true });
    const module = join(
      await siteFolder({ "new.mts": `export const text: string = "${first}";\n` }),
      "new.mts",
    );
    // As Node itself loads it, and not the tests' runner.
    const loader = "data:text/javascript,export const load = (address) => import(address)";
    const { load } = await import(/* @vite-ignore */ loader);
    expect(await load(pathToFileURL(module).href)).toMatchObject({ text: first });
  });

  test("of several sites are made one site after the other, as they are found from the working folder", async () => {
    const folders = await Promise.all(
      ["One", "Two", "Three"].map((name) =>
        siteFolder({
          "site.yaml": `${smallSite}cards: false\n`,
          "pages/us.md": `---\ntitle: ${name}\n---\n${name}.`,
        }),
      ),
    );
    const before = process.cwd();
    const sites = await Promise.all(folders.map((folder) => builtSite(folder)));
    expect(sites.map((site) => /<p>(.*)\.<\/p>/.exec(site.get("us/index.html") ?? "")?.[1])).toEqual([
      "One",
      "Two",
      "Three",
    ]);
    expect(process.cwd()).toBe(before);
  });

  test("are shown in the preview, drafts marked, and follow what they are made of", async () => {
    const folder = await siteFolder(project);
    const site = new PreviewSite(folder);
    const reload = async (file: string) => {
      await site.reloadContent([{ file, isEdit: true }], site.project.isMadeOf([join(folder, file)]));
    };
    await site.reloadAssets(async () => new Map());
    await site.reloadContent([], true);
    expect(site.diagnostics).toEqual([]);
    const htmlAt = async (address: string) => {
      const found = await site.find(address);
      return found.kind === "page" ? found.html : undefined;
    };
    expect(await htmlAt("/draft/")).toContain('<p class="mark">Draft</p>');
    expect(await htmlAt("/about/")).toContain("News &amp; views X! true A");
    expect(await htmlAt("/missing/")).toContain("LOST! true x, later News &amp; views #f00");

    await writeFiles(folder, { "pages/about.md": "---\ntitle: Us\n---\nNew words." });
    await reload("pages/about.md");
    expect(await htmlAt("/about/")).toContain("New words.");
    await writeFiles(folder, {
      "lib/shout.ts": "export const shout = (text: string) => text + '!';\n",
      ".eleventy.ts": configuration(
        ...added,
        '  eleventy.addTransform("loud", (html: string) => html.replace("Alpha", "ALPHA"));',
      ),
    });
    await reload("lib/shout.ts");
    expect(await htmlAt("/missing/")).toContain("lost! x, later");
    expect(await htmlAt("/2026/11/alpha/")).toContain("ALPHA");
    await writeFiles(folder, { "_data/page.json": '{"url": "/mine/"}' });
    await reload("_data/page.json");
    expect(site.diagnostics).toMatchObject([{ file: "_data/page.json", code: "taken-name" }]);
    expect(await htmlAt("/about/")).toContain("New words.");
  });
});
