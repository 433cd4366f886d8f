/** One part of the search index: a function of its records alone. */

import type { HTMLFile, PagefindIndex, PagefindServiceConfig } from "pagefind";
import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/planned-pages.ts";
import { addressWithMetas, endOfStory, type PartEntry } from "../index-format.ts";
import { indexedText } from "../index-letters.ts";
import { spacedText } from "../words.ts";
import { facetsOf } from "./facets.ts";
import { type IndexFile, namedByContent } from "./named-files.ts";
import type { SearchRecord } from "./records.ts";
import { endingsIn } from "./words/stems.ts";
import { RecordWords } from "./words/vocabulary.ts";

export type IndexedPart = {
  /** Paths relative to the part's folder. */
  readonly files: readonly IndexFile[];
  /** Pagefind's code, for the language of the part. */
  readonly code: IndexFile;
  /** Words of a third of its articles and more; of few articles none. */
  readonly common: readonly string[];
  readonly entry: Omit<PartEntry, "folder">;
};

/** Makes an empty index in Pagefind's process. */
export type NewIndex = (config: PagefindServiceConfig) => Promise<PagefindIndex>;

/** What makes of an article the page that Pagefind reads. */
export const recordTemplate = "partials/search-record.njk";

/** So many records are made for Pagefind's process before pages are rendered again: it shall not wait, as it needs most of the time. */
const batchSize = 100;

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
  // Each article has a file of its own. Pagefind answers when it has made the part before, and records are made meanwhile.
  const opening = newIndex({ forceLanguage: language, maxFragments: records.length + 1 });
  opening.catch(() => undefined);
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
    const addition = opening.then((index) => addAll(files, index));
    addition.catch(() => undefined);
    additions.push(addition);
  }
  const index = await opening;
  await Promise.all(additions);
  return async () => {
    const { files, errors } = await index.getFiles();
    await index.deleteIndex();
    if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
    const named = await namedByContent(
      files,
      records.map(({ day }) => day),
    );
    const list = namedFile("list", named.list);
    const { place, ...others } = facetsOf(records);
    const facets = namedFile("facets", others);
    const places = place.values.length > 0 ? [namedFile("places", { place })] : [];
    const vocabulary = namedFile("words", words.known(endingOf));
    return {
      files: [...named.files, list, facets, ...places, vocabulary],
      code: codeOf(files, language),
      common: words.common(),
      entry: {
        articles: records.length,
        list: list.path,
        facets: facets.path,
        places: places[0]?.path ?? "",
        words: vocabulary.path,
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

/** A file named by its content. */
function namedFile(name: string, value: object): IndexFile {
  const content = Buffer.from(JSON.stringify(value));
  return { path: `${name}.${hexDigest(content, nameDigits)}.json`, content };
}
