/** The search index: Pagefind, fed with articles rather than with pages, in parts by time. */
import { digestOfValue, hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/planned-pages.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { PartEntry, PartsFile } from "../index-format.ts";
import { type IndexedPart, indexPart, type NewIndex } from "./index-part.ts";
import type { SearchParts } from "./made-parts.ts";
import { pageRecords, pagesPart } from "./page-records.ts";
import { type SearchPart, searchParts } from "./parts.ts";
import { searchRecords } from "./records.ts";

/** Pagefind cuts texts in these languages itself and counts by its own cuts; here they are cut already. */
const cutByPagefind = new Set(["ja", "th", "zh"]);

/**
 * How many places of words a piece of the index holds, of which a reader's search loads one for each word and part.
 * Pagefind's 20,000 were chosen for a whole site; in parts, a sixteenth of it makes a first search much cheaper. Pagefind
 * has no setting for it, but takes it from the environment of its process.
 */
const pieceSize = "1250";

/** Where the files of `/pagefind/` go, paths relative to it. */
export type IndexTarget = {
  readonly write: (path: string, content: Uint8Array) => Promise<void> | void;
  /** Leaves a file as it was written before. */
  readonly leave: (path: string) => void;
};

/**
 * Indexes the articles of a plan. One language for all, so that every article is found from every page.
 *
 * @param known parts made before, whose files can be left
 * @param basis what the parts rest on beside the articles: the template of a record, the code
 * @param isWanted the parts that are made, by name; absent: all of them, and what tells readers of them
 * @param pages the HTML of pages that are no articles, by address: asked for when the articles are on their way
 * @returns the parts of this index, to be known the next time
 * @throws if Pagefind refuses a record or cannot be started
 */
export async function indexArticles(
  plan: Plan,
  render: Render,
  target: IndexTarget,
  known: SearchParts = {},
  basis = "",
  pages: () => Promise<ReadonlyMap<string, string>> = async () => new Map(),
  isWanted?: (part: string) => boolean,
): Promise<SearchParts> {
  const [siteLanguage = "en"] = plan.site.language.split("-");
  const language = cutByPagefind.has(siteLanguage) ? "en" : siteLanguage;
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = pieceSize;
  const { close, createIndex } = await import("pagefind");
  const newIndex: NewIndex = async (config) => {
    const { index, errors } = await createIndex(config);
    if (index === undefined) throw new Error(`Pagefind cannot be started: ${errors.join("; ")}`);
    return index;
  };
  const making: Promise<MadePart>[] = [];
  const told = new Set<string>();
  /** Pagefind's code comes with every part. */
  const isNew = (path: string) => told.size < told.add(path).size;
  try {
    for await (const { name, records } of partsOf(plan, pages)) {
      if (isWanted?.(name) === false) continue;
      const folder = name === "" ? "" : `${name}/`;
      const digest = digestOfValue([basis, language, name, records]);
      const standing = known[digest];
      if (standing !== undefined) {
        for (const path of standing.paths.filter(isNew)) target.leave(path);
        making.push(Promise.resolve({ digest, folder, ...standing }));
        continue;
      }
      const finish = await indexPart(records, language, render, newIndex);
      // Pagefind holds a part whole until it is made: it has one at a time, and the records of the next.
      await making.at(-1);
      const made = finish().then(async (part) => ({
        digest,
        folder,
        entry: part.entry,
        code: part.code.path,
        common: part.common,
        paths: await handOver(part, folder, target, isNew),
      }));
      made.catch(() => undefined);
      making.push(made);
    }
    const parts = await Promise.all(making);
    // An empty part does not know its language.
    const { code = "" } = parts.find(({ entry }) => entry.articles > 0) ?? parts[0] ?? {};
    const entries = parts.map(({ folder, entry }): PartEntry => ({ folder, ...entry }));
    const version = hexDigest(JSON.stringify(entries), nameDigits);
    const common = commonWords(parts);
    const file: PartsFile = { version, recencyDays: plan.site.recencyDays, code, common, parts: entries };
    if (isWanted === undefined) await target.write("parts.json", Buffer.from(JSON.stringify(file)));
    return Object.fromEntries(
      parts.map(({ digest, paths, code, common, entry }) => [digest, { paths, code, common, entry }]),
    );
  } finally {
    await close();
    // Nothing is written any more when this has ended, whatever has failed.
    await Promise.allSettled(making);
  }
}

/** Pages that are no articles are a part of their own, which changes with none of the others. */
async function* partsOf(
  plan: Plan,
  pages: () => Promise<ReadonlyMap<string, string>>,
): AsyncGenerator<SearchPart> {
  yield* searchParts(searchRecords(plan));
  const records = pageRecords(plan, await pages());
  if (records.length > 0) yield { name: pagesPart, records };
}

type MadePart = SearchParts[string] & { readonly digest: string; readonly folder: string };

/** Words that are common in all parts that are large enough to tell. */
function commonWords(parts: readonly MadePart[]): string[] {
  const [first = [], ...others] = parts.map(({ common }) => common).filter((words) => words.length > 0);
  return first.filter((word) => others.every((words) => words.includes(word)));
}

/** Writes the files of a part, and Pagefind's code with the first. Gives the paths. */
async function handOver(
  { files, code }: IndexedPart,
  folder: string,
  { write }: IndexTarget,
  isNew: (path: string) => boolean,
): Promise<readonly string[]> {
  const placed = [...files.map(({ path, content }) => ({ path: folder + path, content })), code];
  for (const { path, content } of placed) if (isNew(path)) await write(path, content);
  return placed.map(({ path }) => path);
}
