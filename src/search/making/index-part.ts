/** One part of the search index: a function of its records alone. */

import type { HTMLFile, PagefindIndex, PagefindServiceConfig } from "pagefind";
import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/views.ts";
import { byFacet, type DatesFile, endOfStory, type FacetsFile, type PartEntry } from "../index-format.ts";
import { indexedText } from "../index-letters.ts";
import { spacedText } from "../words.ts";
import type { SearchRecord } from "./records.ts";
import { endingsIn } from "./stems.ts";
import { RecordWords } from "./vocabulary.ts";

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

export type IndexedPart = {
  /** Paths relative to the part's folder. */
  readonly files: readonly IndexFile[];
  readonly entry: Omit<PartEntry, "folder">;
};

/** Makes an empty index in Pagefind's process. */
export type NewIndex = (config: PagefindServiceConfig) => Promise<PagefindIndex>;

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
      return { url: record.address, content };
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
    const dates = namedFile("dates", datesOf(records));
    const facets = namedFile("facets", facetsOf(records));
    const vocabulary = namedFile("words", words.known(endingOf));
    return {
      files: [...files, dates, facets, vocabulary],
      entry: {
        articles: records.length,
        dates: dates.path,
        facets: facets.path,
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
  const { address, title, description, keywords, language, metas } = record;
  const asIndexed = (text: string) => indexedText(spacedText(text));
  const context = {
    endOfStory,
    record: {
      language,
      metas: [{ name: "title", value: title }, ...metas],
      story: asIndexed(body),
      title: asIndexed(title),
      description: asIndexed(description),
      keywords: asIndexed(keywords),
      otherSpellings: indexedText(otherSpellings),
    },
  };
  return render(recordTemplate, context, address);
}

/** A file named by its content. */
function namedFile(name: string, value: object): IndexFile {
  const content = Buffer.from(JSON.stringify(value));
  return { path: `${name}.${hexDigest(content, nameDigits)}.json`, content };
}

function datesOf(records: readonly SearchRecord[]): DatesFile {
  return {
    days: records.map(({ day }, place) => (place === 0 ? day : (records[place - 1]?.day ?? day) - day)),
  };
}

/** The facets of records, in their order. Values stand in the order in which they first occur. */
function facetsOf(records: readonly SearchRecord[]): FacetsFile {
  return byFacet((facet) => {
    const places = new Map<string, number>();
    const ofArticles = records.map((record) =>
      record.facets[facet].map((value) => {
        const place = places.get(value) ?? places.size;
        places.set(value, place);
        return place;
      }),
    );
    return { values: [...places.keys()], ofArticles };
  });
}
