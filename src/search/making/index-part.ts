/** One part of the search index: a function of its records alone. */

import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import type { Render } from "../../site/frame/planned-pages.ts";
import { addressWithMetas, endOfStory, type PartEntry } from "../index-format.ts";
import { indexedText } from "../index-letters.ts";
import { spacedText } from "../words.ts";
import { facetsOf } from "./facets.ts";
import type { Gathering } from "./merging/gathering.ts";
import { type IndexFile, partFiles } from "./merging/part-files.ts";
import type { SearchRecord } from "./records.ts";
import { endingsIn } from "./words/stems.ts";
import { RecordWords } from "./words/vocabulary.ts";

export type IndexedPart = {
  /** Paths relative to the part's folder. */
  readonly files: readonly IndexFile[];
  /** Pagefind's code, for the language of the part: its path below `/pagefind/`. */
  readonly code: IndexFile;
  /** Words of a third of its articles and more; of few articles none. */
  readonly common: readonly string[];
  /** By which its articles are known again, one after the other. */
  readonly keys: string;
  readonly entry: Omit<PartEntry, "folder">;
};

/** What makes of an article the page that Pagefind reads. */
export const recordTemplate = "partials/search-record.njk";

/** So many records are made before pages are rendered again: Pagefind's processes shall not wait, as they need most of the time. */
const recordsAtOnce = 100;

/**
 * Indexes the records of a part, newest first.
 *
 * @param language ISO 639-1: one for all articles, so that each is found from every page
 * @param gathering takes what Pagefind is given of each article
 * @returns when all is given to it: what makes the files, when Pagefind has answered
 */
export async function indexPart(
  records: readonly SearchRecord[],
  language: string,
  render: Render,
  gathering: Gathering,
): Promise<() => Promise<IndexedPart>> {
  const endingOf = await endingsIn(language);
  const words = new RecordWords();
  const bodies: string[] = [];
  // How a word is written elsewhere is known when all are read.
  for await (const some of someAtATime(records)) {
    for (const record of some) {
      const body = String(record.body);
      bodies.push(body);
      words.add(record, body);
    }
  }
  let place = 0;
  for await (const some of someAtATime(records)) {
    for (const record of some) {
      const content = recordText(record, words.otherSpellings(place), render, bodies[place]);
      bodies[place] = "";
      place += 1;
      await gathering.add({ url: addressWithMetas(record.address, metasOf(record)), content }, record.day);
    }
  }
  const gathered = await gathering.end();
  return async () => {
    const { articles, version, code } = await gathered();
    const indexed = await partFiles(articles, version);
    const list = namedFile("list", indexed.list);
    const { place, ...others } = facetsOf(records);
    const facets = namedFile("facets", others);
    const places = place.values.length > 0 ? [namedFile("places", { place })] : [];
    const vocabulary = namedFile("words", words.known(endingOf));
    return {
      files: [...indexed.files, list, facets, ...places, vocabulary],
      code,
      common: words.common(),
      keys: articles.map(({ key }) => key).join(""),
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
async function* someAtATime(records: readonly SearchRecord[]): AsyncGenerator<readonly SearchRecord[]> {
  for (let start = 0; start < records.length; start += recordsAtOnce) {
    yield records.slice(start, start + recordsAtOnce);
    await new Promise(setImmediate);
  }
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

/** A file named by its content. */
function namedFile(name: string, value: object): IndexFile {
  const content = Buffer.from(JSON.stringify(value));
  return { path: `${name}.${hexDigest(content, nameDigits)}.json`, content };
}
