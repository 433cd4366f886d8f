/** The search index: Pagefind, fed with articles rather than with pages, in parts by time. */
import { digestOfValue, hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/views.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { PartEntry, PartsFile } from "../index-format.ts";
import { type IndexedPart, indexPart, type NewIndex } from "./index-part.ts";
import type { SearchParts } from "./made-parts.ts";
import { pageRecords, pagesPart } from "./page-records.ts";
import { type SearchPart, searchParts } from "./parts.ts";
import { searchRecords } from "./records.ts";

/** What a part of the index is made of: Pagefind writes ready-made interfaces too, and Dateline has its own. */
const partFile = /^(?:pagefind-entry\.json|.*\.pf_\w+|(?:dates|facets|words)\.\w+\.json)$/;

/** What all parts share. It comes with every part that Pagefind makes. */
const sharedFile = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*\.pagefind)$/;

/** Pagefind cuts texts in these languages itself and counts by its own cuts; here they are cut already. */
const cutByPagefind = new Set(["ja", "th", "zh"]);

/**
 * How many places of words a piece of the index holds, of which a reader's search loads one for each word and part.
 * Pagefind's 20,000 were chosen for a whole site; in parts, half of it makes a first search 50 KB cheaper. Pagefind
 * has no setting for it, but takes it from the environment of its process.
 */
const pieceSize = "10000";

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
  try {
    for await (const { name, records } of partsOf(plan, pages)) {
      const folder = name === "" ? "" : `${name}/`;
      const digest = digestOfValue([basis, language, name, records]);
      const standing = known[digest];
      if (standing !== undefined) {
        for (const path of standing.paths) target.leave(path);
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
        paths: await handOver(part, folder, target),
      }));
      made.catch(() => undefined);
      making.push(made);
    }
    const parts = await Promise.all(making);
    const entries = parts.map(({ folder, entry }): PartEntry => ({ folder, ...entry }));
    const version = hexDigest(JSON.stringify(entries), nameDigits);
    const file: PartsFile = { version, recencyDays: plan.site.recencyDays, parts: entries };
    await target.write("parts.json", Buffer.from(JSON.stringify(file)));
    return Object.fromEntries(parts.map(({ digest, paths, entry }) => [digest, { paths, entry }]));
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

/** Writes what is of use of a part. Gives the paths. */
async function handOver(
  { files }: IndexedPart,
  folder: string,
  { write }: IndexTarget,
): Promise<readonly string[]> {
  const own = files.filter(({ path }) => partFile.test(path) || (folder === "" && sharedFile.test(path)));
  for (const { path, content } of own) await write(folder + path, content);
  return own.map(({ path }) => folder + path);
}
