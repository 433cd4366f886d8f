/** `npm run bench`: the benchmarks by name. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes, readFlags, runCommand, UsageFault } from "../../src/cli/terminal/command.ts";
import { type Corpus, corpora } from "./generate.ts";
import { type Report, reportJson, reportTable } from "./report.ts";

export type BenchmarkOptions = {
  readonly articles: number;
  readonly runs: number;
  readonly search: boolean;
  readonly corpus: Corpus;
  /** With the queries that are held back while the ranking is worked on. */
  readonly held: boolean;
  /** Where everything goes that is made on the way; removed at the end. */
  readonly folder: string;
};

type Benchmark = {
  readonly what: string;
  readonly articles: number;
  readonly runs: number;
  /** One that has tables of its own prints them. */
  readonly load: () => Promise<(options: BenchmarkOptions) => Promise<Report | undefined>>;
};

/** All of them. A new one is a file beside this one and a line here. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  build: {
    what: "a full build, beside Hugo, Eleventy and the floor",
    articles: 10_000,
    runs: 5,
    load: async () => (await import("./build.ts")).benchBuild,
  },
  push: {
    what: "the next build after one article or template has changed",
    articles: 10_000,
    runs: 5,
    load: async () => (await import("./push.ts")).benchPush,
  },
  preview: {
    what: "how long the preview takes to start, and to show an edit in an open browser",
    articles: 10_000,
    runs: 5,
    load: async () => (await import("./preview.ts")).benchPreview,
  },
  search: {
    what: "how well the search answers, and what a first search costs at a fiftieth, a fifth and all of the articles",
    articles: 50_000,
    runs: 1,
    load: async () => (await import("./search.ts")).benchSearch,
  },
  import: {
    what: "an import of a WordPress export beside a build of what came of it (220,000 posts make a file of 1 GB)",
    articles: 10_000,
    runs: 1,
    load: async () => (await import("./import.ts")).benchImport,
  },
  scale: {
    what: "a full build of a tenth, three tenths and all of the articles, and a push at the largest",
    articles: 100_000,
    runs: 1,
    load: async () => (await import("./scale.ts")).benchScale,
  },
  parts: {
    what: "a build in parts by year, one after the other, and merged; a build at once beside it, up to 100,000 articles",
    articles: 100_000,
    runs: 1,
    load: async () => (await import("./parts.ts")).benchParts,
  },
};

const list = Object.entries(benchmarks).map(
  ([name, { what, articles, runs }]) =>
    `  ${name.padEnd(14)} ${what}\n${" ".repeat(17)}(${articles} articles, ${runs === 1 ? "1 run" : `${runs} runs`})\n`,
);

const help = `Usage: npm run bench -- [NAME] [flags]

NAME is one of these; without it, build:

${list.join("")}
  --articles N   another number of generated articles
  --runs N       another number of runs, of each contender in turns (not search, parts)
  --search       with the search index (build, push, scale, parts), as Dateline comes; Hugo is then followed by Pagefind
  --corpus NAME  of which kind the articles are: ${corpora.join(" or ")} (build, push, scale, parts; default: plain)
  --held         with the queries held back, for a ranking that is finished (search)
  --json         the figures and every run as JSON (build, push, scale, parts)
`;

await runCommand(help, async () => {
  const flags = {
    articles: { type: "string" },
    runs: { type: "string" },
    search: { type: "boolean", default: false },
    corpus: { type: "string", default: "plain" },
    held: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = readFlags(flags, true);
  const [name = "build", ...others] = positionals;
  const benchmark = benchmarks[name];
  if (benchmark === undefined || others.length > 0) {
    throw new UsageFault(`"${positionals.join(" ")}" is not one of ${Object.keys(benchmarks).join(", ")}`);
  }
  const corpus = corpora.find((one) => one === values.corpus);
  if (corpus === undefined)
    throw new UsageFault(`--corpus "${values.corpus}" is not one of ${corpora.join(", ")}`);
  const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  try {
    const run = await benchmark.load();
    const report = await run({
      articles: wholeNumber("articles", values.articles) ?? benchmark.articles,
      runs: wholeNumber("runs", values.runs) ?? benchmark.runs,
      search: values.search,
      corpus,
      held: values.held,
      folder,
    });
    if (report !== undefined) process.stdout.write(values.json ? reportJson(report) : reportTable(report));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return exitCodes.fine;
});

function wholeNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageFault(`--${flag} "${text}" is not a whole number above 0`);
  return Number(text);
}
