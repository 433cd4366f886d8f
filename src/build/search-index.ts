/** The search index: Pagefind, fed with articles rather than with pages, in parts by time. */
import { createHash } from "node:crypto";
import type { PartEntry, PartsFile } from "../content/search-parts.ts";
import type { Plan } from "../site/plan.ts";
import { searchParts } from "../site/search-parts.ts";
import { type SearchRecord, searchRecords } from "../site/search-records.ts";
import { type IndexedPart, type IndexFile, indexPart, type NewIndex } from "./index-part.ts";
import type { Templates } from "./templates.ts";

/** What a part of the index is made of: Pagefind writes ready-made interfaces too, and Dateline has its own. */
const partFile = /^(?:pagefind-entry\.json|.*\.pf_\w+|(?:dates|facets|words)\.\w+\.json)$/;

/** What all parts share. It comes with every part that Pagefind makes. */
const sharedFile = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*\.pagefind)$/;

/** Pagefind cuts texts in these languages itself and counts by its own cuts; here they are cut already. */
const cutByPagefind = new Set(["ja", "th", "zh"]);

/** Parts that are known already, by the digest of what they are made of. */
export type KnownParts = Map<string, IndexedPart>;

/**
 * Indexes the articles of a plan. One language for all, so that every article is found from every page.
 *
 * @param known parts made before; those that were of use this time are left in it, with the new ones
 * @returns the files of `/pagefind/`, paths relative to it
 * @throws if Pagefind refuses a record or cannot be started
 */
export async function indexArticles(
  plan: Plan,
  templates: Templates,
  known: KnownParts = new Map(),
): Promise<IndexFile[]> {
  const [siteLanguage = "en"] = plan.site.language.split("-");
  const language = cutByPagefind.has(siteLanguage) ? "en" : siteLanguage;
  const { close, createIndex } = await import("pagefind");
  const newIndex: NewIndex = async (config) => {
    const { index, errors } = await createIndex(config);
    if (index === undefined) throw new Error(`Pagefind cannot be started: ${errors.join("; ")}`);
    return index;
  };
  const before = new Map(known);
  known.clear();
  const files: IndexFile[] = [];
  const entries: PartEntry[] = [];
  try {
    for (const { name, records } of searchParts(searchRecords(plan))) {
      const digest = digestOf(records);
      const part = before.get(digest) ?? (await indexPart(records, language, templates, newIndex));
      known.set(digest, part);
      const folder = name === "" ? "" : `${name}/`;
      entries.push({ folder, ...part.entry });
      for (const { path, content } of part.files) {
        if (partFile.test(path)) files.push({ path: `${folder}${path}`, content });
        else if (name === "" && sharedFile.test(path)) files.push({ path, content });
      }
    }
  } finally {
    await close();
  }
  return [...files, partsFile(entries, plan)];
}

function digestOf(records: readonly SearchRecord[]): string {
  return createHash("sha256").update(JSON.stringify(records)).digest("hex");
}

function partsFile(parts: readonly PartEntry[], plan: Plan): IndexFile {
  const version = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 10);
  const value: PartsFile = { version, recencyDays: plan.site.recencyDays, parts };
  return { path: "parts.json", content: Buffer.from(JSON.stringify(value)) };
}
