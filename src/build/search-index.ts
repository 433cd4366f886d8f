/** The search index: Pagefind, fed with articles rather than with pages, in parts by time. */
import { digestOfValue, hexDigest, nameDigits } from "../content/digest.ts";
import type { PartEntry, PartsFile } from "../content/search-parts.ts";
import type { Plan } from "../site/plan.ts";
import { searchParts } from "../site/search-parts.ts";
import { searchRecords } from "../site/search-records.ts";
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

/** The files of `/pagefind/`, paths relative to it, and which of them belong to which part. */
export type SearchIndex = {
  readonly files: readonly IndexFile[];
  readonly parts: readonly {
    readonly digest: string;
    readonly paths: readonly string[];
    readonly entry: IndexedPart["entry"];
  }[];
};

/**
 * Indexes the articles of a plan. One language for all, so that every article is found from every page.
 *
 * @param known parts made before; those that were of use this time are left in it, with the new ones
 * @param basis what the parts rest on beside the articles: the template of a record, the code
 * @throws if Pagefind refuses a record or cannot be started
 */
export async function indexArticles(
  plan: Plan,
  templates: Templates,
  known: KnownParts = new Map(),
  basis = "",
): Promise<SearchIndex> {
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
  const parts: SearchIndex["parts"][number][] = [];
  try {
    for (const { name, records } of searchParts(searchRecords(plan))) {
      const digest = digestOfValue([basis, language, records]);
      const earlier = before.get(digest);
      const isWhole = name !== "" || earlier?.files.some(({ path }) => sharedFile.test(path)) === true;
      const part =
        earlier !== undefined && isWhole ? earlier : await indexPart(records, language, templates, newIndex);
      known.set(digest, part);
      const folder = name === "" ? "" : `${name}/`;
      entries.push({ folder, ...part.entry });
      const ownFiles = part.files
        .filter(({ path }) => partFile.test(path) || (name === "" && sharedFile.test(path)))
        .map(({ path, content }) => ({ path: `${folder}${path}`, content }));
      files.push(...ownFiles);
      parts.push({ digest, paths: ownFiles.map(({ path }) => path), entry: part.entry });
    }
  } finally {
    await close();
  }
  return { files: [...files, partsFile(entries, plan)], parts };
}

function partsFile(parts: readonly PartEntry[], plan: Plan): IndexFile {
  const version = hexDigest(JSON.stringify(parts), nameDigits);
  const value: PartsFile = { version, recencyDays: plan.site.recencyDays, parts };
  return { path: "parts.json", content: Buffer.from(JSON.stringify(value)) };
}
