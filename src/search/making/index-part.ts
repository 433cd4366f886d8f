/** One part of the search index: a function of its records alone. */

import type { HTMLFile, PagefindIndex, PagefindServiceConfig } from "pagefind";
import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/planned-pages.ts";
import {
  addressWithMetas,
  type ByFacet,
  byFacet,
  endOfStory,
  facetValueText,
  type PartEntry,
  placesText,
  type WrittenFacet,
} from "../index-format.ts";
import { indexedText } from "../index-letters.ts";
import { type ListFile, listFileOf } from "../opened/pagefind/list-file.ts";
import { unpacked } from "../opened/pagefind/part.ts";
import { spacedText } from "../words.ts";
import type { SearchRecord } from "./records.ts";
import { endingsIn } from "./stems.ts";
import { RecordWords } from "./vocabulary.ts";

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

export type IndexedPart = {
  /** Paths relative to the part's folder. */
  readonly files: readonly IndexFile[];
  /** Pagefind's code, for the language of the part. */
  readonly code: IndexFile;
  readonly entry: Omit<PartEntry, "folder">;
};

/** Makes an empty index in Pagefind's process. */
export type NewIndex = (config: PagefindServiceConfig) => Promise<PagefindIndex>;

/** What readers load of Pagefind's files. It writes scripts and ready-made interfaces, too, and Dateline has its own. */
const pieceFile = /\.pf_(?:index|fragment)$/;

/** What makes of an article the page that Pagefind reads. */
export const recordTemplate = "partials/search-record.njk";

/** How many records are made for Pagefind's process at a time. */
const batchSize = 25;

/** CDNs refuse folders of 20,000 files and more. Above this number, several articles share a file. */
const maxFragments = 15_000;

/**
 * Indexes the records of a part, newest first.
 *
 * @param language ISO 639-1: one for all articles, so that each is found from every page
 * @returns when Pagefind has all records: what makes the files, which takes most of the time and none of ours
 * @throws if Pagefind refuses a record
 */
export async function indexPart(
  records: readonly SearchRecord[],
  language: string,
  render: Render,
  newIndex: NewIndex,
): Promise<() => Promise<IndexedPart>> {
  const index = await newIndex({ forceLanguage: language, maxFragments });
  const endingOf = await endingsIn(language);
  const words = new RecordWords();
  const bodies: string[] = [];
  // How a word is written elsewhere is known when all are read.
  for await (const batch of batchesOf(records)) {
    for (const record of batch) {
      const body = String(record.body);
      bodies.push(body);
      words.add(record, body);
    }
  }
  const additions: Promise<void>[] = [];
  let place = 0;
  for await (const batch of batchesOf(records)) {
    const files = batch.map((record) => {
      const content = recordText(record, words.otherSpellings(place), render, bodies[place]);
      bodies[place] = "";
      place += 1;
      return { url: addressWithMetas(record.address, metasOf(record)), content };
    });
    const addition = addAll(files, index);
    addition.catch(() => undefined);
    additions.push(addition);
  }
  await Promise.all(additions);
  return async () => {
    const { files, errors } = await index.getFiles();
    await index.deleteIndex();
    if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
    const list = namedFile("list", await listIn(files));
    const { place, ...others } = facetsOf(records);
    const facets = namedFile("facets", others);
    const places = place.values.length > 0 ? [namedFile("places", { place })] : [];
    const vocabulary = namedFile("words", words.known(endingOf));
    return {
      files: [...files.filter(({ path }) => pieceFile.test(path)), list, facets, ...places, vocabulary],
      code: codeOf(files, language),
      entry: {
        articles: records.length,
        days: daysOf(records),
        list: list.path,
        facets: facets.path,
        places: places[0]?.path ?? "",
        words: vocabulary.path,
        common: words.common(),
      },
    };
  };
}

/** Records a few at a time: Pagefind, and what else goes on beside, get their turn between them. */
async function* batchesOf(records: readonly SearchRecord[]): AsyncGenerator<readonly SearchRecord[]> {
  for (let start = 0; start < records.length; start += batchSize) {
    yield records.slice(start, start + batchSize);
    await new Promise(setImmediate);
  }
}

async function addAll(batch: readonly HTMLFile[], index: PagefindIndex): Promise<void> {
  const answers = await Promise.all(batch.map((file) => index.addHTMLFile(file)));
  const refused = answers.flatMap((answer) => answer.errors);
  if (refused.length > 0) throw new Error(`Pagefind refused a record: ${refused.join("; ")}`);
}

/** The document that Pagefind is given of an article. `body`: where it is known. @throws TemplateFault */
export function recordText(
  record: SearchRecord,
  otherSpellings: string,
  render: Render,
  body = String(record.body),
): string {
  const { address, title, description, keywords, language } = record;
  const asIndexed = (text: string) => indexedText(spacedText(text));
  const context = {
    endOfStory,
    record: {
      language,
      story: asIndexed(body),
      title: asIndexed(title),
      description: asIndexed(description),
      keywords: asIndexed(keywords),
      otherSpellings: indexedText(otherSpellings),
    },
  };
  return render(recordTemplate, context, address);
}

function metasOf({ title, metas }: SearchRecord): Readonly<Record<string, string>> {
  return Object.fromEntries([["title", title], ...metas.map(({ name, value }) => [name, value])]);
}

/** Pagefind has code for each language it knows the endings of words of, and one for all others. */
function codeOf(files: readonly IndexFile[], language: string): IndexFile {
  const [own, other] = [language, "unknown"].map((name) =>
    files.find(({ path }) => path === `wasm.${name}.pagefind`),
  );
  const file = own ?? other;
  if (file === undefined) throw new Error("Pagefind wrote no code for the browser");
  return { path: `code.${hexDigest(file.content, nameDigits)}.pagefind`, content: file.content };
}

/** Pagefind's list of the part. */
async function listIn(files: readonly IndexFile[]): Promise<ListFile> {
  const file = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (file === undefined) throw new Error("Pagefind wrote no list of articles");
  return listFileOf(await unpacked(Uint8Array.from(file.content)));
}

/** A file named by its content. */
function namedFile(name: string, value: object): IndexFile {
  const content = Buffer.from(JSON.stringify(value));
  return { path: `${name}.${hexDigest(content, nameDigits)}.json`, content };
}

function daysOf(records: readonly SearchRecord[]): number[] {
  return records.map(({ day }, place) => (place === 0 ? day : (records[place - 1]?.day ?? day) - day));
}

/** The facets of records, in their order. The values that most records have come first: their letters are short. */
function facetsOf(records: readonly SearchRecord[]): ByFacet<WrittenFacet> {
  return byFacet((facet) => {
    const counts = new Map<string, number>();
    for (const record of records) {
      for (const value of record.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // Of values that are used alike, the order in which they first occur is kept.
    const values = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    const places = new Map(values.map((value, place) => [value, place]));
    const articles = records.map((record) =>
      record.facets[facet].flatMap((value) => places.get(value) ?? []),
    );
    return { values: values.map(facetValueText), articles: placesText(articles) };
  });
}
