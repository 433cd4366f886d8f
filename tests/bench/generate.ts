/** Articles for the benchmark: invented from a seed, always the same, with words and tags as unequal as in life. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";

export type GeneratedFile = { readonly path: string; readonly text: string };

const vocabularySize = 8000;
const articlesPerDay = 8;
/** When benchmarks build: after the last of however many articles, so that all are published. */
export const benchmarkNow = "2100-01-01";

export const firstYear = 2016;
const firstDay = DateTime.fromISO(`${firstYear}-01-01T00:30`, { zone: "utc" });

/**
 * Two kinds of archive, as what is measured on one alone comes to fit it: "plain" articles are written as Dateline's own are, "dense"
 * ones have more terms, authors, quotations and links, and the front matter that other tools write.
 */
export const corpora = ["plain", "dense"] as const;
export type Corpus = (typeof corpora)[number];

export type GenerationOptions = {
  readonly corpus?: Corpus | undefined;
  /** Whether articles have cards, as they do unless site.yaml says otherwise. */
  readonly cards?: boolean | undefined;
  /** So many years are filled evenly, by articles of a sentence; absent: a few a day, of some hundred words. */
  readonly years?: number | undefined;
};

/** From the fewest to the most of an article. */
type Range = readonly [least: number, most: number];

const shapes = {
  plain: {
    categoryCount: 12,
    tagCount: 300,
    authorCount: 20,
    categories: [1, 3],
    tags: [2, 5],
    authors: [1, 1],
  },
  dense: {
    categoryCount: 40,
    tagCount: 2000,
    authorCount: 40,
    categories: [4, 4],
    tags: [6, 6],
    authors: [1, 3],
  },
} as const satisfies Record<Corpus, Readonly<Record<string, number | Range>>>;

/** The files of a site folder with so many articles. The same number gives the same files, a greater one more of them. */
export function* generatedSite(
  articleCount: number,
  { corpus = "plain", cards = true, years }: GenerationOptions = {},
): Generator<GeneratedFile> {
  const minutesApart = (24 * 60) / (years === undefined ? articlesPerDay : articleCount / (years * 365));
  const shape = shapes[corpus];
  const random = seededRandom(20_161_101);
  const vocabulary = Array.from({ length: vocabularySize }, () => inventedWord(random));
  const word = zipfPicker(vocabulary, random);
  const categories = Array.from(
    { length: shape.categoryCount },
    (_, index) => `Desk ${capital(word())} ${index + 1}`,
  );
  const tags = Array.from({ length: shape.tagCount }, (_, index) => `${word()} ${index + 1}`);
  const authors = Array.from({ length: shape.authorCount }, (_, index) => `Writer ${index + 1}`);
  const category = zipfPicker(categories, random);
  const tag = zipfPicker(tags, random);
  const countIn = ([least, most]: Range) => least + Math.floor(random() * (most - least + 1));
  yield { path: "site.yaml", text: siteText(categories, cards) };
  for (let index = 0; index < articleCount; index += 1) {
    const date = firstDay.plus({ minutes: Math.floor(index * minutesApart) });
    const values: ArticleValues = {
      title: capital(words(word, 6 + Math.floor(random() * 5))),
      date,
      categories: distinct(category, countIn(shape.categories)),
      tags: distinct(tag, countIn(shape.tags)),
      dateline: words(word, 1).toUpperCase(),
      authors: distinct(() => authors[Math.floor(random() * authors.length)] ?? "", countIn(shape.authors)),
      source: `Agency ${1 + Math.floor(random() * 6)}`,
    };
    const bodyOf = corpus === "plain" ? bodyText : denseBodyText;
    const body = years === undefined ? bodyOf(word, random) : `${sentence(word, 30)}\n`;
    const text = `---\n${corpus === "plain" ? plainFrontMatter(values) : denseFrontMatter(values)}\n---\n${body}`;
    const path = `articles/${date.toFormat("yyyy/MM")}/story-${String(index + 1).padStart(6, "0")}.md`;
    yield { path, text };
  }
}

type ArticleValues = {
  readonly title: string;
  readonly date: DateTime;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly dateline: string;
  readonly authors: readonly string[];
  readonly source: string;
};

function plainFrontMatter({
  title,
  date,
  categories,
  tags,
  dateline,
  authors,
  source,
}: ArticleValues): string {
  return [
    `title: ${title}`,
    `date: ${date.toFormat("yyyy-MM-dd HH:mm:ss")}`,
    `categories: [${categories.join(", ")}]`,
    `tags: [${tags.join(", ")}]`,
    `dateline: ${dateline}`,
    `authors: [${authors.join(", ")}]`,
    `source: ${source}`,
  ].join("\n");
}

/** Titles in quotation marks, whole dates, lists in lines of their own. */
function denseFrontMatter({
  title,
  date,
  categories,
  tags,
  dateline,
  authors,
  source,
}: ArticleValues): string {
  const list = (key: string, values: readonly string[]) => [
    `${key}:`,
    ...values.map((value) => `  - "${value}"`),
  ];
  return [
    `title: "${title}: \\"${title.split(" ")[0]}\\""`,
    `date: ${date.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'")}`,
    ...list("categories", categories),
    ...list("tags", tags),
    `dateline: "${dateline}"`,
    ...list("authors", authors),
    `source: "${source}"`,
  ].join("\n");
}

/** Writes a generated site into a folder. */
export async function writeGeneratedSite(
  folder: string,
  articleCount: number,
  options: GenerationOptions = {},
): Promise<void> {
  await mkdir(join(folder, "articles"), { recursive: true });
  for (const file of generatedSite(articleCount, options)) await writeGenerated(folder, file);
}

/** Writes the article that comes next after so many, which is the newest of all. */
export async function writeNextArticle(
  folder: string,
  articleCount: number,
  options: GenerationOptions = {},
): Promise<void> {
  let newest: GeneratedFile | undefined;
  for (const file of generatedSite(articleCount + 1, options)) newest = file;
  if (newest !== undefined) await writeGenerated(folder, newest);
}

async function writeGenerated(folder: string, { path, text }: GeneratedFile): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function siteText(categories: readonly string[], cards: boolean): string {
  return [
    "title: The Benchmark",
    "url: https://benchmark.example",
    "pageSize: 20",
    ...(cards ? [] : ["cards: false"]),
    "categories:",
    ...categories.map((name) => `  - name: ${name}`),
    "",
  ].join("\n");
}

function bodyText(word: () => string, random: () => number): string {
  const blocks: string[] = [];
  let wordsLeft = 350 + Math.floor(random() * 250);
  while (wordsLeft > 0) {
    const size = 35 + Math.floor(random() * 40);
    wordsLeft -= size;
    const kind = random();
    if (blocks.length > 0 && kind < 0.08) blocks.push(`## ${capital(words(word, 4))}`);
    else if (blocks.length > 0 && kind < 0.14) {
      blocks.push(Array.from({ length: 4 }, () => `- ${words(word, 6)}`).join("\n"));
    } else if (blocks.length > 0 && kind < 0.2) blocks.push(`> ${sentence(word, 18)}`);
    const link = kind > 0.8 ? ` It was [${words(word, 3)}](https://elsewhere.example/${word()}).` : "";
    const strong = kind > 0.6 ? ` That is **${words(word, 2)}**.` : "";
    blocks.push(
      `${sentence(word, Math.ceil(size / 2))} ${sentence(word, Math.floor(size / 2))}${strong}${link}`,
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

/** Quotations in paragraphs and between them, and a link or two in most. */
function denseBodyText(word: () => string, random: () => number): string {
  const blocks: string[] = [];
  let wordsLeft = 250 + Math.floor(random() * 500);
  while (wordsLeft > 0) {
    const size = 20 + Math.floor(random() * 50);
    wordsLeft -= size;
    const half = Math.ceil(size / 2);
    const linkTo = () => `[${words(word, 2)}](https://elsewhere.example/${word()}/${word()})`;
    blocks.push(
      `“${sentence(word, half)}” ${capital(words(word, 2))} told ${linkTo()}, *${words(word, half)}* and ${linkTo()}.`,
    );
    if (random() < 0.3) blocks.push(`> ${sentence(word, 20)}\n>\n> ${sentence(word, 12)}`);
    if (random() < 0.1)
      blocks.push(`1. ${words(word, 8)}\n2. ${words(word, 8)} ${linkTo()}\n3. ${words(word, 8)}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function sentence(word: () => string, count: number): string {
  return `${capital(words(word, count))}.`;
}

function words(word: () => string, count: number): string {
  return Array.from({ length: count }, word).join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function distinct(pick: () => string, count: number): string[] {
  const picked = new Set<string>();
  for (let attempts = 0; picked.size < count && attempts < 50; attempts += 1) picked.add(pick());
  return [...picked];
}

/** Picks by Zipf's law: the nth value about 1/n as often as the first. */
function zipfPicker<Value>(values: readonly Value[], random: () => number): () => Value {
  const sums: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= values.length; rank += 1) {
    total += 1 / rank;
    sums.push(total);
  }
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const value = values[low];
    if (value === undefined) throw new RangeError("there is nothing to pick from");
    return value;
  };
}

function inventedWord(random: () => number): string {
  const onsets = "b c d f g h k l m n p r s t v w st tr pl br".split(" ");
  const vowels = "a e i o u ai ea ou".split(" ");
  const syllables = 1 + Math.floor(random() * 3);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return (
    Array.from({ length: syllables }, () => pick(onsets) + pick(vowels)).join("") + pick(["", "n", "r", "s"])
  );
}

/** Mulberry32: small, fast, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
