import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grouped } from "../src/content/values/grouped.ts";
import { commands, projectFolder } from "../src/publish/disk/project.js";
import { importsOf, sourceFilesBelow } from "./source-imports.ts";

/** Modules that have no test of their own, by the test that shows what they do: both without their folders and endings. */
const testedThrough: Readonly<Record<string, readonly string[]>> = {
  "browser/built-site": [
    "search/client/box/masthead",
    "search/client/box/quick-search",
    "search/client/element",
    "search/client/keys/keyboard",
    "search/client/page/choices",
    "search/client/page/messages",
    "search/client/page/result-item",
    "search/client/page/search",
    "search/client/page/search-page",
    "search/client/page/search-show",
    "search/client/site-root",
    "search/client/worker/browser-index",
    "search/client/worker/messages",
    "search/client/worker/search-worker",
    "search/client/worker/trusted-worker",
    "search/client/worker/worker-search",
  ],
  "browser/desk": ["desk/client/desk"],
  "browser/desk-safety": [
    "desk/client/editor-store",
    "desk/client/saving/kept-saves",
    "desk/client/saving/offer",
    "desk/client/saving/refusals",
    "desk/client/saving/requests",
  ],
  "browser/desk-writing": [
    "desk/client/pasting/pasted-tables",
    "desk/client/pasting/pasting",
    "desk/client/rewritten-texts",
    "desk/client/saving/settling",
  ],
  "browser/search-failing": [
    "search/client/box/newer-scripts",
    "search/client/gone-script",
    "search/client/keys/typing",
    "search/client/page/offers",
    "search/client/page/place",
    "search/client/page/result-list",
    "search/client/retries",
  ],
  "browser/prefetch": ["site/machines/speculation-rules"],
  "browser/preview": ["preview/client/preview"],
  "cli/checking/named-files": [
    "publish/loading/named/known-signatures",
    "publish/loading/named/named-check",
    "publish/loading/named/pictures-named",
    "publish/loading/named/article-faults",
  ],
  "cli/commands/check": [
    "cli/checking/told-fixes",
    "cli/checking/whole-check",
    "cli/terminal/terminal",
    "cli/terminal/watched",
    "newsroom/history/git",
    "newsroom/history/silent-edits",
    "publish/loading/fixing",
  ],
  "cli/commands/init": ["cli/init/site-folder-files", "cli/init/starting-texts"],
  "cli/commands/new": ["cli/terminal/new-files"],
  "cli/terminal/command": ["cli/commands/build"],
  "cli/terminal/preview-command": ["cli/commands/desk", "cli/commands/start"],
  "content/article/reading/article-reading": [
    "content/article/article",
    "content/article/reading/moments",
    "content/article/reading/reading",
  ],
  "content/files/articles-listing": ["content/files/articles-folder"],
  "site/stories/labels": ["content/names/article-kinds"],
  "content/markup/markdown/kept/kept-words": [
    "content/markup/markdown/kept/inline-tokens",
    "content/markup/markdown/kept/kept-definitions",
    "content/markup/markdown/kept/kept-notes",
    "content/markup/markdown/kept/paragraph-tokens",
  ],
  "content/markup/markdown/markdown": ["content/markup/body-html", "content/markup/markdown/dateline-mark"],
  "desk/desk": [
    "desk/desk-key",
    "desk/editor/editor-files",
    "desk/repository-api",
    "desk/saved-content",
    "desk/saving",
  ],
  "newsroom/import/addresses/address-book": [
    "newsroom/import/addresses/standing-after",
    "newsroom/import/foreign/foreign-survey",
  ],
  "newsroom/import/addresses/leads/moved-addresses": [
    "newsroom/import/addresses/leads/leads",
    "newsroom/import/addresses/leads/old-listings",
  ],
  "newsroom/import/archive/importing": [
    "cli/terminal/standing-site",
    "newsroom/import/archive/standing-site",
    "newsroom/import/terms/settings-proposal",
    "newsroom/import/archive/given-sources",
    "newsroom/import/archive/placed-stories",
    "newsroom/import/stories/standing-story",
    "newsroom/import/archive/story-files",
    "newsroom/import/archive/story-files-writing",
    "newsroom/import/archive/survey",
    "newsroom/import/archive/surveyed-site",
    "newsroom/import/foreign/clean-text",
    "newsroom/import/foreign/packed-stories",
    "newsroom/import/stories/checked-story",
    "newsroom/import/stories/filing",
    "newsroom/import/stories/story-markdown",
    "newsroom/import/stories/story-writing",
    "newsroom/import/stories/writing",
    "newsroom/import/stories/written-values",
  ],
  "newsroom/import/formats/agency/newsml/newsml": [
    "newsroom/import/formats/agency/newsml/g2-item",
    "newsroom/import/formats/agency/newsml/nitf-html",
    "newsroom/import/formats/agency/newsml/nitf-item",
    "newsroom/import/formats/agency/newsml/xml-html",
  ],
  "newsroom/import/formats/agency/ninjs/ninjs": [
    "newsroom/import/formats/agency/agency-files",
    "newsroom/import/formats/agency/agency-item",
    "newsroom/import/formats/agency/agency-story",
    "newsroom/import/formats/agency/ninjs/ninjs-items",
    "newsroom/import/formats/agency/ninjs/ninjs-pictures",
    "newsroom/import/formats/agency/ninjs/ninjs-values",
  ],
  "newsroom/import/formats/feed/feed": [
    "newsroom/import/formats/feed/feed-items",
    "newsroom/import/formats/feed/feed-stories",
    "newsroom/import/formats/feed/feed-values",
    "newsroom/import/foreign/reading/plain-text",
  ],
  "newsroom/import/formats/ghost/ghost": [
    "newsroom/import/foreign/reading/note-of",
    "newsroom/import/formats/ghost/ghost-export",
    "newsroom/import/formats/ghost/ghost-stories",
    "newsroom/import/formats/ghost/ghost-tables",
    "newsroom/import/formats/ghost/ghost-terms",
  ],
  "newsroom/import/body/html-to-markdown": [
    "newsroom/import/body/html/addresses",
    "newsroom/import/body/html/elements",
    "newsroom/import/body/html/embeds",
    "newsroom/import/body/html/footnotes",
    "newsroom/import/body/html/pictures",
    "newsroom/import/body/html/players",
    "newsroom/import/body/html/text-style",
    "newsroom/import/body/reading/foreign-tree",
    "newsroom/import/body/reading/limits",
    "newsroom/import/body/reading/losses",
    "newsroom/import/body/shaping/block-shapers",
    "newsroom/import/body/shaping/code",
    "newsroom/import/body/shaping/media-shapers",
    "newsroom/import/body/shaping/shaper",
    "newsroom/import/body/shaping/shaping",
    "newsroom/import/body/shaping/tables",
    "newsroom/import/body/shaping/text-shapers",
    "newsroom/import/body/writing/captions",
    "newsroom/import/body/writing/emphasis",
    "newsroom/import/body/writing/escapes",
    "newsroom/import/body/writing/inline-writing",
    "newsroom/import/body/writing/markdown-tree",
    "newsroom/import/body/writing/mdast-of",
    "newsroom/import/body/writing/pieces",
    "newsroom/import/body/writing/seen-pieces",
  ],
  "newsroom/import/formats/wordpress/body/codes/shortcodes": [
    "newsroom/import/formats/wordpress/body/codes/code-attributes",
    "newsroom/import/formats/wordpress/body/html/html-pieces",
  ],
  "newsroom/import/formats/wordpress/body/html/paragraphs": [
    "newsroom/import/formats/wordpress/body/html/flow",
    "newsroom/import/formats/wordpress/body/html/paragraph-lines",
  ],
  "newsroom/import/formats/wordpress/body/wordpress-body": [
    "newsroom/import/formats/wordpress/body/blocks",
    "newsroom/import/formats/wordpress/body/coded",
    "newsroom/import/formats/wordpress/body/codes/code-use",
    "newsroom/import/formats/wordpress/body/codes/embeds",
    "newsroom/import/formats/wordpress/body/codes/known-codes",
    "newsroom/import/formats/wordpress/body/codes/media-codes",
    "newsroom/import/formats/wordpress/body/footnotes",
    "newsroom/import/formats/wordpress/body/html/block-tree",
    "newsroom/import/formats/wordpress/body/losses",
    "newsroom/import/formats/wordpress/body/pictures",
  ],
  "newsroom/import/formats/wordpress/stories/values": ["newsroom/import/formats/wordpress/wxr/wxr-dates"],
  "newsroom/import/formats/wordpress/wordpress": [
    "newsroom/import/formats/wordpress/stories/addresses",
    "newsroom/import/formats/wordpress/entries",
    "newsroom/import/formats/wordpress/stories/story",
    "newsroom/import/formats/wordpress/summary",
    "newsroom/import/formats/wordpress/terms",
    "newsroom/import/formats/wordpress/wxr/knowledge",
    "newsroom/import/formats/wordpress/wxr/wxr-records",
  ],
  "newsroom/import/report/report-file": [
    "newsroom/import/report/import-counts",
    "newsroom/import/report/summary-text",
  ],
  "newsroom/import/terms/settled-terms": [
    "newsroom/import/terms/kind-of-terms",
    "newsroom/import/terms/term-spelling",
    "newsroom/import/terms/term-uses",
  ],
  "newsroom/import/body/body-converter": ["newsroom/import/body/body-worker"],
  "newsroom/import/formats/foreign-formats": [
    "newsroom/import/foreign/foreign-format",
    "newsroom/import/foreign/foreign-item",
    "newsroom/import/foreign/foreign-source",
    "newsroom/import/foreign/import-notes",
    "newsroom/import/formats/pasted/pasted-format",
  ],
  "newsroom/import/pictures/fetching/kept-downloads": ["newsroom/import/pictures/fetching/download"],
  "newsroom/import/pictures/picture-shelf": ["newsroom/import/pictures/file-finding"],
  "newsroom/import/formats/markdown/keys/story-values": [
    "newsroom/import/formats/markdown/keys/key-meanings",
    "newsroom/import/formats/markdown/keys/names",
    "newsroom/import/formats/markdown/keys/pictures",
    "newsroom/import/formats/markdown/keys/plain-text",
    "newsroom/import/formats/markdown/keys/publication-status",
  ],
  "newsroom/import/formats/markdown/reading/body-text": [
    "newsroom/import/formats/markdown/codes/body-context",
    "newsroom/import/formats/markdown/codes/known-parts",
    "newsroom/import/formats/markdown/codes/links",
    "newsroom/import/formats/markdown/codes/liquid-outputs",
    "newsroom/import/formats/markdown/codes/liquid-tags",
    "newsroom/import/formats/markdown/codes/marks",
    "newsroom/import/formats/markdown/codes/mdx",
    "newsroom/import/formats/markdown/codes/segments",
    "newsroom/import/formats/markdown/codes/shortcodes",
  ],
  "newsroom/import/formats/markdown/systems/jekyll": [
    "newsroom/import/formats/markdown/addresses/url-parts",
    "newsroom/import/formats/markdown/folder/configuration",
    "newsroom/import/formats/markdown/folder/file-kinds",
    "newsroom/import/formats/markdown/folder/foreign-folder",
    "newsroom/import/formats/markdown/folder/system",
    "newsroom/import/formats/markdown/folder-entries",
    "newsroom/import/formats/markdown/markdown-folder",
    "newsroom/import/formats/markdown/reading/archive-terms",
    "newsroom/import/formats/markdown/reading/known-addresses",
    "newsroom/import/formats/markdown/reading/passed-over",
    "newsroom/import/formats/markdown/reading/people",
    "newsroom/import/formats/markdown/reading/placed-texts",
    "newsroom/import/formats/markdown/reading/unknown-keys",
    "newsroom/import/formats/markdown/systems/hexo",
    "newsroom/import/formats/markdown/systems/systems",
  ],
  "newsroom/import/formats/markdown/systems/hugo": [
    "newsroom/import/formats/markdown/folder/hugo-configuration",
    "newsroom/import/formats/markdown/systems/zola",
  ],
  "newsroom/import/formats/markdown/systems/eleventy": [
    "newsroom/import/formats/markdown/systems/astro",
    "newsroom/import/formats/markdown/systems/pelican",
  ],
  "newsroom/import/formats/markdown/values/front-matter-parts": [
    "newsroom/import/formats/markdown/values/plain-headers",
    "newsroom/import/formats/markdown/values/toml-values",
    "newsroom/import/formats/markdown/values/values",
    "newsroom/import/formats/markdown/values/yaml-values",
  ],
  "newsroom/review/house-style": ["newsroom/review/unready-links"],
  "newsroom/schedule/publish-when-due": ["cli/commands/due", "netlify/functions/publish-when-due"],
  "preview/preview": ["preview/desk-list", "preview/server"],
  "publish/loading/articles/article-memory": ["publish/loading/articles/kept-articles"],
  "publish/loading/publication": ["publish/loading/articles/reading", "publish/loading/site-reading"],
  "publish/disk/project": ["publish/disk/bundling"],
  "publish/output/change-writer": [
    "publish/disk/write-now",
    "publish/disk/writer",
    "publish/output/standing/copied-file",
    "publish/threads/batches",
  ],
  "publish/output/obstacles": ["publish/output/standing/standing"],
  "publish/output/standing/looking": [
    "publish/output/standing/recorded-files",
    "publish/output/standing/look-worker",
  ],
  "preview/preview-site": ["preview/preview-assets"],
  "publish/rendering/assets/assets": ["publish/rendering/assets/named-file"],
  "publish/rendering/assets/styles": [
    "publish/rendering/assets/source-texts",
    "publish/rendering/assets/style-urls",
  ],
  "publish/rendering/templates/templates": [
    "publish/rendering/templates/made-code",
    "publish/rendering/templates/template-code",
    "publish/rendering/templates/template-fault",
  ],
  "publish/threads/crew": [
    "publish/threads/packed-reading",
    "publish/threads/thread-limits",
    "publish/threads/worker",
  ],
  "search/making/search-index": [
    "search/making/facets",
    "search/making/index-part",
    "search/making/merging/indexed-articles",
    "search/making/merging/known-articles",
    "search/making/merging/made-parts",
    "search/making/merging/pagefind-batch",
    "search/making/merging/part-files",
    "search/making/merging/standing-part",
  ],
  "search/opened/narrowing": ["search/opened/article-list"],
  "search/word-cases": ["search/answering/unknown-words"],
  "search/opened/kept-index": [
    "search/opened/opened-index",
    "search/opened/pagefind/once",
    "search/opened/pagefind/part",
    "search/opened/pagefind/parts-search",
  ],
  "search/relevance": [
    "search/answering/engine",
    "search/answering/finding",
    "search/opened/pagefind/code",
    "search/opened/pagefind/terms",
  ],
  "search/opened/pagefind/files/piece-file": ["search/opened/pagefind/files/places"],
  "publish/media/card-drawers": ["publish/media/card-worker"],
  "search/making/words/compound-words": ["search/making/words/word-numbers"],
  "site/feeds/atom": ["site/feeds/feed"],
  "site/frame/page-views": ["site/frame/views"],
  "site/frame/structured-data": ["site/frame/planning"],
  "site/pages/article/article-pages": ["site/pages/article/story-names"],
  "site/pages/series/series-pages": ["site/pages/series/series-parts", "site/pages/series/series-place"],
  "site/redirects/rule-conflicts": ["site/redirects/placed-rules", "site/redirects/rule-targets"],
  "site/redirects/rules-text": ["site/redirects/rule"],
  "site/settings/term-lists": ["site/settings/term-schemas"],
  "site/machines/headers": ["site/look/script-policy"],
  "site/plan/plan": ["site/frame/planned-pages", "site/pages/lost-pages", "site/plan/article-links"],
  "whole/addresses": [
    "cli/terminal/told-addresses",
    "publish/loading/redirects-reading",
    "site/redirects/planned-rules",
  ],
  "whole/cards": ["publish/media/card-drawing", "publish/media/card-fonts", "publish/media/media"],
  "whole/corrections": ["site/pages/corrections-pages"],
  "whole/desk": ["site/settings/desk-settings"],
  "whole/feeds": ["site/pages/feeds-page", "site/plan/planned-feeds"],
  "whole/front-page": ["site/pages/front-page"],
  "whole/eleventy": [
    "cli/eleventy/dateline",
    "cli/eleventy/own-pages",
    "cli/eleventy/taken-names",
    "cli/eleventy/whole-site",
    "publish/rendering/eleventy/additions",
    "publish/rendering/eleventy/configuration",
    "publish/rendering/eleventy/configuration-file",
    "publish/rendering/eleventy/job",
    "publish/rendering/eleventy/native",
    "publish/rendering/eleventy/run",
    "publish/rendering/page-context",
    "publish/loading/own-page-files",
    "publish/rendering/templates/template-files",
    "publish/site/begun",
    "publish/site/project/found-pages",
    "publish/site/project/inspection",
    "publish/site/project/known-project",
    "publish/site/project/own-page-faults",
    "site/pages/own-page",
  ],
  "whole/package": ["cli/commands/eleventy", "cli/eleventy/plugin", "cli/init/manifest"],
  "whole/parts": [
    "publish/changes/parts/ready-parts",
    "publish/changes/parts/share",
    "publish/changes/parts/year-folder",
  ],
  "whole/pictures": [
    "publish/pictures/picture-encoding",
    "publish/pictures/picture-reading",
    "publish/pictures/sharp",
  ],
  "whole/push": [
    "publish/changes/basis",
    "publish/changes/known-parts",
    "publish/output/published",
    "publish/site/build-site",
    "publish/site/build-options",
    "publish/site/ground",
    "publish/site/making",
    "publish/site/production",
    "publish/site/verify",
  ],
  "whole/look": ["publish/pictures/icons", "publish/pictures/site-pictures"],
  "whole/search-engines": ["publish/pictures/named-picture"],
  "whole/small-site": ["site/pages/listing-pages", "site/plan/site-files", "site/settings/texts"],
};

const nameOf = (path: string) => path.replace(/^[^/]*\/|(?:\.test)?\.[jt]s$/g, "");
const modules = (await sourceFilesBelow("src")).filter((path) => !path.endsWith(".d.ts")).map(nameOf);
const testFolder = await sourceFilesBelow("tests");
const tests = testFolder.filter((path) => path.endsWith(".test.ts")).map(nameOf);
/** What only tests use, and has a test itself. */
const ofTests = testFolder.filter((path) => !path.endsWith(".test.ts")).map(nameOf);

describe("every module", () => {
  test("has its test at its own path, or one that it is tested through", () => {
    const listed = Object.values(testedThrough).flat();
    expect(modules.length).toBeGreaterThan(200);
    expect(modules.filter((name) => !tests.includes(name) && !listed.includes(name))).toEqual([]);
    expect(
      listed.filter((name, index) => tests.includes(name) || listed.indexOf(name) !== index),
      "listed twice, or with a test of their own",
    ).toEqual([]);
    expect(
      listed.filter((name) => !modules.includes(name)),
      "listed and gone",
    ).toEqual([]);
  });

  test("that is tested through another's test is reached by its imports or a command it runs, unless a browser, a thread or Eleventy starts it", async () => {
    const imports = grouped([...(await importsOf("src")), ...(await importsOf("tests"))], ({ file }) => file);
    const reachedFrom = async (test: string): Promise<Set<string>> => {
      const file = `tests/${test}.test.ts`;
      const text = await readFile(join(projectFolder, file), "utf8");
      const run = Object.entries(commands).filter(([command]) => text.includes(`"${command}"`));
      const reached = new Set([file, ...run.map(([, { module }]) => module)]);
      for (const one of reached) for (const { target } of imports.get(one) ?? []) reached.add(target);
      return new Set([...reached].filter((one) => one.startsWith("src/")).map(nameOf));
    };
    const started = /\/client\/|worker$|^cli\/eleventy\/plugin$/;
    const far: string[] = [];
    for (const [test, names] of Object.entries(testedThrough)) {
      const reached = await reachedFrom(test);
      const missed = names.filter((name) => !started.test(name) && !reached.has(name));
      far.push(...missed.map((name) => `${name} by ${test}`));
    }
    expect(far).toEqual([]);
  });
});

describe("every test", () => {
  /** Tests of what is no module: whole sites, browsers, the benchmark, and the project itself. */
  const isOfWhole = (name: string) => /^(?:whole|browser|bench)\/|^[^/]*$/.test(name);

  test("is of a module at its own path, or of what stands beside it for tests alone", () => {
    expect(
      tests.filter((name) => !isOfWhole(name) && !modules.includes(name) && !ofTests.includes(name)),
    ).toEqual([]);
  });

  test("that modules are tested through is there", () => {
    expect(Object.keys(testedThrough).filter((name) => !tests.includes(name))).toEqual([]);
  });
});
