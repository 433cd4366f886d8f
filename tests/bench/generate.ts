/** Articles for the benchmark: invented from a seed, always the same, with words and tags as unequal as in life. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";

export type GeneratedFile = { readonly path: string; readonly text: string };

const categoryCount = 12;
const tagCount = 300;
const vocabularySize = 8000;
const articlesPerDay = 8;
/** When benchmarks build: after the last of however many articles, so that all are published. */
export const benchmarkNow = "2100-01-01";

const firstDay = DateTime.fromISO("2016-01-01T00:30", { zone: "utc" });

/** The files of a site folder with so many articles. The same number gives the same files, a greater one more of them. */
export function* generatedSite(articleCount: number): Generator<GeneratedFile> {
  const random = seededRandom(20_161_101);
  const vocabulary = Array.from({ length: vocabularySize }, () => inventedWord(random));
  const word = zipfPicker(vocabulary, random);
  const categories = Array.from(
    { length: categoryCount },
    (_, index) => `Desk ${capital(word())} ${index + 1}`,
  );
  const tags = Array.from({ length: tagCount }, (_, index) => `${word()} ${index + 1}`);
  const category = zipfPicker(categories, random);
  const tag = zipfPicker(tags, random);
  yield { path: "site.yaml", text: siteText(categories) };
  for (let index = 0; index < articleCount; index += 1) {
    const date = firstDay.plus({ minutes: Math.floor((index * 24 * 60) / articlesPerDay) });
    const title = capital(words(word, 6 + Math.floor(random() * 5)));
    const text = [
      "---",
      `title: ${title}`,
      `date: ${date.toFormat("yyyy-MM-dd HH:mm:ss")}`,
      `categories: [${distinct(category, 1 + Math.floor(random() * 3)).join(", ")}]`,
      `tags: [${distinct(tag, 2 + Math.floor(random() * 4)).join(", ")}]`,
      `dateline: ${words(word, 1).toUpperCase()}`,
      `authors: [Writer ${1 + Math.floor(random() * 20)}]`,
      `source: Agency ${1 + Math.floor(random() * 6)}`,
      "---",
      bodyText(word, random),
    ].join("\n");
    const path = `articles/${date.toFormat("yyyy/MM")}/story-${String(index + 1).padStart(6, "0")}.md`;
    yield { path, text };
  }
}

/** Writes a generated site into a folder. */
export async function writeGeneratedSite(folder: string, articleCount: number): Promise<void> {
  await mkdir(join(folder, "articles"), { recursive: true });
  for (const file of generatedSite(articleCount)) await writeGenerated(folder, file);
}

/** Writes the article that comes next after so many, which is the newest of all. */
export async function writeNextArticle(folder: string, articleCount: number): Promise<void> {
  let newest: GeneratedFile | undefined;
  for (const file of generatedSite(articleCount + 1)) newest = file;
  if (newest !== undefined) await writeGenerated(folder, newest);
}

async function writeGenerated(folder: string, { path, text }: GeneratedFile): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function siteText(categories: readonly string[]): string {
  return [
    "title: The Benchmark",
    "url: https://benchmark.example",
    "pageSize: 20",
    // A card for each article is drawn once and then kept: it is no part of what a build costs.
    "cards: false",
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
