import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { type Import, importsOf } from "./source-imports.ts";

/** The rooms of `src`, from the ground up: each may import what lies in it or below it. */
const rooms: readonly string[] = [
  "content/diagnostics",
  "content/values",
  "content/names",
  "content/yaml",
  "content/markup",
  "content/markup/markdown/kept",
  "content/markup/markdown",
  "content/article",
  "content/article/reading",
  "content/style",
  "content/files",
  "content/writing",
  "site/look",
  "site/settings",
  "site/stories",
  "site/frame",
  "site/feeds",
  "site/machines",
  "site/redirects",
  "site/pages/indexes",
  "site/pages/series",
  "site/pages/article",
  "site/pages",
  "site/plan",
  "search",
  "search/opened/pagefind/files",
  "search/opened/pagefind",
  "search/opened",
  "search/answering",
  "search/client",
  "search/client/keys",
  "search/client/worker",
  "search/client/box",
  "search/client/page",
  "search/making/words",
  "search/making/merging",
  "search/making",
  "newsroom/review",
  "newsroom/history",
  "newsroom/import/foreign",
  "newsroom/import/foreign/reading",
  "newsroom/import/body/reading",
  "newsroom/import/body/html",
  "newsroom/import/body/shaping",
  "newsroom/import/body/writing",
  "newsroom/import/body",
  "newsroom/import/formats/pasted",
  "newsroom/import/formats/wordpress/wxr",
  "newsroom/import/formats/wordpress/body/html",
  "newsroom/import/formats/wordpress/body/codes",
  "newsroom/import/formats/wordpress/body",
  "newsroom/import/formats/wordpress/stories",
  "newsroom/import/formats/wordpress",
  "newsroom/import/formats/markdown/values",
  "newsroom/import/formats/markdown/addresses",
  "newsroom/import/formats/markdown/folder",
  "newsroom/import/formats/markdown/systems",
  "newsroom/import/formats/markdown/keys",
  "newsroom/import/formats/markdown/codes",
  "newsroom/import/formats/markdown/reading",
  "newsroom/import/formats/markdown",
  "newsroom/import/formats/ghost/body",
  "newsroom/import/formats/ghost",
  "newsroom/import/formats/feed",
  "newsroom/import/formats/agency",
  "newsroom/import/formats/agency/newsml",
  "newsroom/import/formats/agency/ninjs",
  "newsroom/import/formats",
  "newsroom/import/addresses/placing",
  "newsroom/import/addresses/leads",
  "newsroom/import/addresses",
  "newsroom/import/pictures/fetching",
  "newsroom/import/pictures",
  "newsroom/import/terms",
  "newsroom/import/stories",
  "newsroom/import/report",
  "newsroom/import/archive",
  "newsroom/links",
  "newsroom/schedule",
  "publish/disk",
  "publish/threads",
  "publish/rendering/assets",
  "publish/rendering/eleventy",
  "publish/rendering/templates",
  "publish/rendering",
  "publish/pictures",
  "publish/media",
  "publish/output/standing",
  "publish/output",
  "publish/changes",
  "publish/changes/parts",
  "publish/loading/articles",
  "publish/loading",
  "publish/loading/named",
  "publish/site/project",
  "publish/site/trial",
  "publish/site",
  "netlify/functions",
  "netlify/plugin",
  "preview/client",
  "preview",
  "desk/editor",
  "desk/client/pasting",
  "desk/client/saving",
  "desk/client",
  "desk",
  "cli/eleventy",
  "cli/terminal",
  "cli/checking",
  "cli/init",
  "cli/project",
  "cli/commands",
  "cli",
];

/** Modules of Node that read, write or reach for something outside the program. */
const inputAndOutput = /^node:(?:fs|child_process|http|https|net|worker_threads|process|dgram|tls)\b/;

const imports = await importsOf("src");
const sources = [...new Set(imports.map(({ file }) => file))];
const isOfClient = (file: string) => file.includes("/client/");

describe("the rooms of Dateline", () => {
  test("say in every form of import what they are made of, and this test reads it", () => {
    expect(imports).toContainEqual({
      file: "src/cli/commands/build.ts",
      target: "src/publish/site/build-site.ts",
    });
    expect(imports).toContainEqual({
      file: "src/search/making/merging/pagefind-processes.ts",
      target: "pagefind",
    });
    expect(imports).toContainEqual({
      file: "src/desk/client/desk.ts",
      target: "/desk/editor/index.js",
    });
  });

  test("all have a floor", () => {
    expect(sources.map(roomOf).filter((room) => !rooms.includes(room))).toEqual([]);
  });

  test.for(rooms)("%s imports nothing that is built on it", (room) => {
    const floor = rooms.indexOf(room);
    const own = imports.filter(({ file }) => roomOf(file) === room);
    expect(
      told(own.filter(({ target }) => isOfProject(target) && rooms.indexOf(roomOf(target)) > floor)),
    ).toEqual([]);
  });

  test("have no modules that import each other in a circle", () => {
    expect(circles()).toEqual([]);
  });

  test("of content and site read and write nothing, but for the files of a site folder", () => {
    const files = /^src\/content\/files\/(?:articles-folder|articles-listing|folder-files)\.ts$/;
    const own = imports.filter(({ file }) => /^src\/(?:content|site)\//.test(file) && !files.test(file));
    expect(told(own.filter(({ target }) => inputAndOutput.test(target) || files.test(target)))).toEqual([]);
  });

  test("that run in the reader's browser import nothing of Node, however far their imports lead", () => {
    const reached = new Set(sources.filter(isOfClient));
    for (const file of reached) {
      for (const { target } of importsIn(file)) if (isOfProject(target)) reached.add(target);
    }
    expect(reached).toContain("src/content/values/slug.ts");
    expect(told([...reached].flatMap(importsIn).filter(({ target }) => isBuiltin(target)))).toEqual([]);
  });
});

function told(faults: readonly Import[]): string[] {
  return faults.map(({ file, target }) => `${file} may not import ${target}`);
}

/** `content/values`, of `src/content/values/slug.ts` */
function roomOf(file: string): string {
  return posix.dirname(file).slice("src/".length);
}

function isOfProject(target: string): boolean {
  return target.startsWith("src/");
}

function importsIn(source: string): Import[] {
  return imports.filter(({ file }) => file === source);
}

/** Circles of imports, each as the way round it. */
function circles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (done.has(file) || way.includes(file)) return;
    for (const { target } of importsIn(file)) if (isOfProject(target)) follow(target, [...way, file]);
    done.add(file);
  };
  for (const file of sources) follow(file, []);
  return found;
}
