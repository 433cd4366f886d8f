/**
 * Random histories of a site folder, each published push by push and compared with a build from nothing. A script of
 * its own, since Eleventy loads its configuration as commands do: `node --import tsx tests/whole/histories.ts 300`.
 */
import { deepStrictEqual } from "node:assert/strict";
import { cp, mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { publishedDesk } from "../../src/desk/editor/editor-files.ts";
import { filePathsBelow } from "../../src/publish/disk/file-moving.ts";
import { buildSite } from "../../src/publish/site/build-site.ts";
import { articleText, filesBelow, writeFiles } from "../site-folder.ts";

const [count = "300", seed] = process.argv.slice(2);

type Article = {
  readonly date: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly series: string | undefined;
  readonly words: string;
};

/** What a site folder holds: articles by name of file, other files by path, and settings. */
type State = {
  readonly files: Readonly<Record<string, string>>;
  readonly articles: Readonly<Record<string, Article>>;
  readonly title: string;
  readonly pageSize: number;
  /** The lines of redirects.txt. */
  readonly redirects: readonly string[];
  readonly redirectPages: boolean;
  /** The path below which the site lies. */
  readonly basePath: string;
};

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const article = fc.record({
  date: fc.constantFrom(
    "2024-12-31",
    "2025-01-01",
    "2025-06-01 08:00",
    "2025-06-01 09:00",
    "2026-03-01",
    "2027-01-01",
  ),
  category: fc.constantFrom("Asia", "Sport"),
  tags: fc.subarray(["ferry", "경제", "trade"]),
  series: fc.constantFrom("Port", "Strait", undefined),
  words: fc.constantFrom("One.", "Two.", "See [b](/2025/06/b/)."),
});

type Step = (state: State, earlier: readonly State[]) => State;
const withArticle =
  (name: string, changes: Partial<Article>): Step =>
  (state) => {
    const before = state.articles[name];
    return before === undefined ? state : withArticles(state, { [name]: { ...before, ...changes } });
  };
const withArticles = (state: State, articles: State["articles"]): State => ({
  ...state,
  articles: { ...state.articles, ...articles },
});
const without = (state: State, name: string): State => ({
  ...state,
  articles: Object.fromEntries(Object.entries(state.articles).filter(([other]) => other !== name)),
});

/** Pages that are no articles, a template of the site folder's own, and configurations that both may print something of. */
const pageTexts = [
  "---\ntitle: About\n---\n{{ motto }} {{ collections.all | size }}",
  "---\ntitle: About us\ndescription: Who we are.\n---\n[b](/2025/06/b/)",
  "---\ntitle: Draft\ndraft: true\n---\nText.",
  undefined,
];
const footers = ["<footer>{{ motto or site.title }}</footer>\n", "<footer>The end.</footer>\n", undefined];
const configurations = [
  ...[
    'eleventy.addGlobalData("motto", "News & views");',
    'eleventy.addGlobalData("motto", "All of it"); eleventy.addTransform("same", (html: string) => html);',
  ].map(
    (lines) =>
      `import dateline from "dateline";\nexport default (eleventy: import("@11ty/eleventy").UserConfig) => { eleventy.addPlugin(dateline); ${lines} };\n`,
  ),
  undefined,
];

const name = fc.constantFrom(...names);
/** With one, site.yaml names it, a colour, and a script whose origin the policy opens for. */
const logos = ['<svg viewBox="0 0 20 10"/>', '<svg viewBox="0 0 30 10"/>', undefined];
const lookLines =
  'logo: logo.svg\naccent: "#0b6e4f"\nscripts: [{src: https://count.example/a.js, connect: [https://count.example]}]\n';

/** An edit of the site folder, as a newsroom would make it between two pushes. */
const edit: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, article).map(
    ([to, value]): Step =>
      (state) =>
        withArticles(state, { [to]: value }),
  ),
  name.map(
    (gone): Step =>
      (state) =>
        without(state, gone),
  ),
  fc.tuple(name, name).map(
    ([from, to]): Step =>
      (state) => {
        const moved = state.articles[from];
        return moved === undefined ? state : withArticles(without(state, from), { [to]: moved });
      },
  ),
  fc.tuple(name, article).map(([of, { words }]) => withArticle(of, { words })),
  fc.tuple(name, article).map(([of, { tags, category }]) => withArticle(of, { tags, category })),
  fc.tuple(name, article).map(([of, { series }]) => withArticle(of, { series })),
  fc.tuple(name, article).map(([of, { date }]) => withArticle(of, { date })),
  fc
    .oneof(
      fc.tuple(
        fc.constantFrom("static/ads.txt", "static/2025/06/map.html", "styles/a.css"),
        fc.constantFrom("one {}", "two { color: red }", undefined),
      ),
      fc.tuple(fc.constant("logo.svg"), fc.constantFrom(...logos)),
      fc.tuple(fc.constantFrom("pages/about.md", "pages/legal/terms.md"), fc.constantFrom(...pageTexts)),
      fc.tuple(fc.constant("templates/partials/footer.njk"), fc.constantFrom(...footers)),
      fc.tuple(fc.constant(".eleventy.ts"), fc.constantFrom(...configurations)),
    )
    .map(
      ([path, text]): Step =>
        ({ files: { [path]: _, ...others }, ...state }) => ({
          ...state,
          files: text === undefined ? others : { ...others, [path]: text },
        }),
    ),
  fc.constantFrom("The Paper", "The <Other> Paper").map(
    (title): Step =>
      (state) => ({ ...state, title }),
  ),
  fc.constantFrom(1, 2, 3).map(
    (pageSize): Step =>
      (state) => ({ ...state, pageSize }),
  ),
  fc
    .subarray([
      "/old/ /latest/",
      "/old.html/more /latest/",
      "/old.html /tags/",
      "/category/world/ /category/asia/",
      "/?p=1 /tags/",
      "/forum/* 410",
    ])
    .map(
      (redirects): Step =>
        (state) => ({ ...state, redirects }),
    ),
  fc.constantFrom("", "/news").map(
    (basePath): Step =>
      (state) => ({ ...state, basePath }),
  ),
  fc.boolean().map(
    (redirectPages): Step =>
      (state) => ({ ...state, redirectPages }),
  ),
  fc.nat().map(
    (past): Step =>
      (state, earlier) =>
        earlier[past % Math.max(1, earlier.length)] ?? state,
  ),
);

/** What may befall cache and output between two builds: killed runs and CI's caches leave such things. */
const mishaps = [
  "none",
  "built with what is not out",
  "a file lost",
  "a file cut short",
  "cache lost",
  "cache cut short",
  "cache of long ago",
  "output of long ago",
] as const;

const history = fc.record({
  start: fc.dictionary(name, article, { maxKeys: 6, noNullPrototype: true }),
  steps: fc.array(fc.tuple(edit, fc.constantFrom(...mishaps), fc.nat()), { minLength: 1, maxLength: 3 }),
});

const build = (folder: string, output: string, fresh: boolean, drafts = false) =>
  buildSite({
    deskOf: publishedDesk,
    siteFolder: folder,
    outputFolder: join(folder, output),
    nowMs: Date.parse("2026-11-24"),
    drafts,
    search: false,
    fresh,
  });

async function lay(
  folder: string,
  { articles, files, title, pageSize, redirects, redirectPages, basePath }: State,
): Promise<void> {
  for (const name of ["articles", "pages", "static", "styles", "templates", ".eleventy.ts", "logo.svg"])
    await rm(join(folder, name), { recursive: true, force: true });
  const articleFiles = Object.entries(articles).map(([file, { date, category, tags, series, words }]) => [
    `articles/${file}.md`,
    articleText(
      `Story ${file}`,
      date,
      [
        `categories: [${category}]`,
        `tags: [${tags.join(", ")}]`,
        ...(series === undefined ? [] : [`series: ${series}`]),
      ],
      words,
    ),
  ]);
  await writeFiles(folder, {
    "site.yaml": `title: ${title}\nurl: https://small.example${basePath}\npageSize: ${pageSize}\nredirectPages: ${redirectPages}\ncards: false\ncategories: [{name: Asia}, {name: Sport, aliases: [Games]}]\n${files["logo.svg"] === undefined ? "" : lookLines}`,
    "redirects.txt": redirects.join("\n"),
    "articles/.keep": "",
    ...files,
    ...Object.fromEntries(articleFiles),
  });
}

/** A file of a cache: the record of a build, or the articles that were read. */
async function oneOf(cache: string, which: number): Promise<string> {
  const files = (await readdir(cache)).sort();
  return join(cache, files[which % files.length] ?? "");
}

async function befall(folder: string, mishap: (typeof mishaps)[number], which: number): Promise<void> {
  const output = join(folder, "_site");
  const paths = filePathsBelow(output).filter((path) => path !== "_headers");
  const file = join(output, paths[which % paths.length] ?? "");
  const cache = await oneOf(join(folder, ".cache"), which);
  if (mishap === "built with what is not out") await build(folder, "_site", false, true);
  if (mishap === "a file lost") await rm(file);
  if (mishap === "a file cut short") await truncate(file, which % 100);
  if (mishap === "cache lost") await rm(join(folder, ".cache"), { recursive: true });
  if (mishap === "cache cut short") await truncate(cache, which % 2000);
  if (mishap === "cache of long ago") {
    const old = await oneOf(join(folder, "long-ago-cache"), which);
    await cp(old, join(folder, ".cache", basename(old)));
  }
  if (mishap === "output of long ago") {
    await rm(output, { recursive: true });
    await cp(join(folder, "long-ago"), output, { recursive: true });
  }
}

await fc.assert(
  fc.asyncProperty(history, async ({ start, steps }) => {
    const folder = await mkdtemp(join(tmpdir(), "dateline-history-"));
    try {
      let state: State = {
        articles: start,
        files: {},
        title: "The Paper",
        pageSize: 2,
        redirects: [],
        redirectPages: false,
        basePath: "",
      };
      const earlier = [state];
      await lay(folder, state);
      await build(folder, "_site", false);
      await cp(join(folder, "_site"), join(folder, "long-ago"), {
        recursive: true,
        preserveTimestamps: true,
      });
      await cp(join(folder, ".cache"), join(folder, "long-ago-cache"), { recursive: true });
      for (const [step, mishap, which] of steps) {
        state = step(state, earlier);
        earlier.push(state);
        await lay(folder, state);
        await befall(folder, mishap, which);
        const { diagnostics } = await build(folder, "_site", false);
        deepStrictEqual(
          diagnostics.filter(({ severity }) => severity === "error"),
          [],
        );
      }
      await build(folder, "fresh", true);
      deepStrictEqual(await filesBelow(join(folder, "_site")), await filesBelow(join(folder, "fresh")));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }),
  { numRuns: Number(count), ...(seed === undefined ? {} : { seed: Number(seed) }) },
);
process.stdout.write(`${count} histories held.\n`);
