/** The search index: Pagefind, fed with articles rather than with pages, in parts by time. */
import { digestOfValue, hexDigest, nameDigits } from "../../content/values/digest.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import type { Render } from "../../site/frame/planned-pages.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { PartEntry, PartsFile } from "../index-format.ts";
import { type IndexedPart, indexPart } from "./index-part.ts";
import { Gathering } from "./merging/gathering.ts";
import type { StandingFile } from "./merging/indexed-articles.ts";
import { knownArticles, type StandingIndex } from "./merging/known-articles.ts";
import type { SearchParts } from "./merging/made-parts.ts";
import { batchesInTurn } from "./merging/pagefind-batch.ts";
import { pagefindProcesses } from "./merging/pagefind-processes.ts";
import { pieceSize } from "./merging/part-files.ts";
import { pageRecords, pagesPart } from "./page-records.ts";
import { type SearchPart, searchParts } from "./parts.ts";
import { searchRecords } from "./records.ts";

/** Pagefind cuts texts in these languages itself and counts by its own cuts; here they are cut already. */
const cutByPagefind = new Set(["ja", "th", "zh"]);

/** Where the files of `/pagefind/` go, paths relative to it. */
export type IndexTarget = {
  readonly write: (path: string, content: Uint8Array) => Promise<void> | void;
  /** Leaves a file as it was written before. */
  readonly leave: (path: string) => void;
  /** What was written before, as far as it can be read: articles that were indexed once are taken from there. */
  readonly standing?: StandingIndex | undefined;
};

/**
 * Indexes the articles of a plan. One language for all, so that every article is found from every page.
 *
 * @param known parts made before, whose files can be left
 * @param basis what the parts rest on beside the articles: the template of a record, the code
 * @param isWanted the parts that are made, by name; absent: all of them, and what tells readers of them
 * @param pages the HTML of pages that are no articles, by address: asked for when the articles are on their way
 * @returns the parts of this index, to be known the next time
 * @throws if Pagefind refuses a record or cannot be started; ProcessEnded if its process ends
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
  // Pagefind packs small pieces faster; it has no setting for it, but takes it from the environment of its processes.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = String(pieceSize);
  const { all, close } = await pagefindProcesses();
  const base = digestOfValue([basis, language]);
  const articles = onDemand(() => knownArticles(base, target.standing));
  const indexBatch = batchesInTurn(all, language);
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
        making.push(Promise.resolve({ digest, part: standing }));
        continue;
      }
      const finish = await indexPart(records, language, render, new Gathering(indexBatch, articles()));
      const made = finish().then(async (part) => {
        const { entry, common, keys } = part;
        const paths = await handOver(part, folder, target, isNew);
        return { digest, part: { folder, entry, code: part.code.path, common, base, keys, paths } };
      });
      made.catch(() => undefined);
      making.push(made);
      // Parts of which all is known do not wait for Pagefind: two at a time are held.
      await making.at(-2);
    }
    const made = await Promise.all(making);
    const parts = made.map(({ part }) => part);
    // An empty part does not know its language.
    const { code = "" } = parts.find(({ entry }) => entry.articles > 0) ?? parts[0] ?? {};
    const entries = parts.map(({ folder, entry }): PartEntry => ({ folder, ...entry }));
    const version = hexDigest(JSON.stringify(entries), nameDigits);
    const common = commonWords(parts);
    const file: PartsFile = { version, recencyDays: plan.site.recencyDays, code, common, parts: entries };
    if (isWanted === undefined) await target.write("parts.json", Buffer.from(JSON.stringify(file)));
    return Object.fromEntries(made.map(({ digest, part }) => [digest, part]));
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

type MadePart = { readonly digest: string; readonly part: SearchParts[string] };

/** Words that are common in all parts that are large enough to tell. */
function commonWords(parts: readonly SearchParts[string][]): string[] {
  const [first = [], ...others] = parts.map(({ common }) => common).filter((words) => words.length > 0);
  return first.filter((word) => others.every((words) => words.includes(word)));
}

/** Writes the files of a part, and Pagefind's code with the first. Gives the paths. */
async function handOver(
  { files, code }: IndexedPart,
  folder: string,
  target: IndexTarget,
  isNew: (path: string) => boolean,
): Promise<readonly string[]> {
  const placed = [...files.map(({ path, content }) => ({ path: folder + path, content })), code];
  for (const { path, content } of placed) if (isNew(path)) await place(path, content, target);
  return placed.map(({ path }) => path);
}

async function place(
  path: string,
  content: Uint8Array | StandingFile,
  { write, leave, standing }: IndexTarget,
): Promise<void> {
  if (content instanceof Uint8Array) await write(path, content);
  else if (content.standsAt === path) leave(path);
  else if (standing !== undefined) await write(path, await standing.read(content.standsAt));
}
