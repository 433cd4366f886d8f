/** Feeds: RSS 0.9 to 2.0, Atom and JSON Feed. */
import { readFile, stat } from "node:fs/promises";
import { parseFeed } from "feedsmith";
import { type Diagnostic, errorAt, type Place } from "../../../../content/diagnostics/diagnostic.ts";
import { xmlText } from "../../../../content/markup/xml-text.ts";
import type { ForeignFormat, ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import { isJsonFault, jsonSource } from "../../foreign/reading/json-source.ts";
import { noteOf } from "../../foreign/reading/note-of.ts";
import { plainTextOf } from "../../foreign/reading/plain-text.ts";
import { decodedXml } from "../../foreign/reading/xml-decoding.ts";
import { xmlElements } from "../../foreign/reading/xml-elements.ts";
import { headOf, itemsOf, type ParsedFeed } from "./feed-items.ts";
import { storyOf } from "./feed-stories.ts";

export const feed: ForeignFormat = {
  name: "feed",
  title: "a feed",
  shape: "RSS, Atom or JSON Feed: a file, or the address of one",
  recognizes: ({ head, isFolder, address }) => !isFolder && (address !== undefined || isFeed(head)),
  read,
};

/** Exports of WordPress are RSS as well. Files in UTF-16 have a zero beside each letter. */
function isFeed(head: string): boolean {
  const text = head.replaceAll("\0", "");
  if (/^[\s\uFEFF\uFFFD]*\{/.test(text))
    return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\//.test(text);
  if (text.includes("wordpress.org/export/")) return false;
  return (
    /<(?:rss|channel)[\s>]/i.test(text) ||
    /<(?:\w+:)?feed\s[^>]*(?:w3\.org\/2005\/Atom|purl\.org\/atom)/i.test(text) ||
    /<rdf:RDF\s[^>]*(?:purl\.org\/rss|my\.netscape\.com|channel\.netscape\.com)/i.test(text)
  );
}

/** In bytes: a feed is held as a whole. */
export const largestFeed = 64 * 1024 * 1024;

async function* read(source: ForeignSource, options: ReadingOptions): AsyncGenerator<ForeignEntry> {
  const file = source.name;
  const found = await parsedFeed(source);
  if (found.fault !== undefined) yield { kind: "fault", diagnostic: found.fault, stops: true };
  if (found.parsed === undefined) return;
  const head = headOf(found.parsed);
  const url = webAddress(head.url);
  const self = source.address ?? webAddress(head.self, url);
  yield {
    kind: "site",
    url,
    title: plainTextOf(head.title),
    language: head.language,
    feeds: self === undefined ? [] : [self],
  };
  for (const [index, item] of itemsOf(found.parsed).entries()) {
    const address = webAddress(item.address, self ?? url);
    const place = found.places[index] ?? { file };
    const id = `item ${address ?? item.id ?? index + 1}`;
    const isClosed = options.site.terms.category !== undefined;
    const made = storyOf({ ...item, address }, { id, place, isClosed, language: head.language });
    if (made === undefined) {
      yield noteOf({ id, place }, { code: "no-copy", message: "the feed has no text of it" });
      continue;
    }
    yield made.story;
    for (const part of made.notes) yield noteOf(made.story, part);
  }
  if (head.next !== undefined) {
    const message = `the feed goes on there; import that as well: ${head.next}`;
    yield noteOf({ id: "the rest of the feed", place: { file } }, { code: "other-kind", message });
  }
}

type Found = {
  readonly parsed?: ParsedFeed;
  /** Of its items, in their order; as far as they are known. */
  readonly places: readonly Place[];
  readonly fault?: Diagnostic | undefined;
};

async function parsedFeed({ name: file, path }: ForeignSource): Promise<Found> {
  if ((await stat(path)).size > largestFeed) {
    const message = `the file is larger than ${largestFeed / 1024 / 1024} MB; no feed is`;
    return { places: [], fault: errorAt({ file }, "too-large", message) };
  }
  const text = decoded(await readFile(path));
  if (text === undefined) {
    const message = "the file is not in the encoding that it names; save it as UTF-8";
    return { places: [], fault: errorAt({ file }, "invalid-utf8", message) };
  }
  if (/^\s*[{[]/.test(text)) {
    const source = jsonSource(file, text);
    if (isJsonFault(source)) return { places: [], fault: source };
    return parsedAs(file, source.value, [], undefined);
  }
  const places: Place[] = [];
  for await (const one of xmlElements(file, [text], isItem)) {
    if (!("kind" in one)) places.push(one.place);
    // What entities stand for, or what is nested without end, is read by nobody.
    else if (one.diagnostic.code !== "broken-xml") return { places, fault: one.diagnostic };
    else return parsedAs(file, text, places, one.diagnostic);
  }
  return parsedAs(file, text, places, undefined);
}

function isItem(path: readonly string[]): boolean {
  return path.length <= 3 && /^(?:\w+:)?(?:item|entry)$/i.test(path.at(-1) ?? "");
}

/** @param fault of its XML: feeds that are broken are read as far as that goes */
function parsedAs(
  file: string,
  value: unknown,
  places: readonly Place[],
  fault: Diagnostic | undefined,
): Found {
  try {
    const parsed = parseFeed(value);
    return { parsed, places, fault };
  } catch {
    const message = "this is no feed that can be read: neither RSS, Atom nor JSON Feed";
    return { places, fault: fault ?? errorAt({ file }, "wrong-type", message) };
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return xmlText(decodedXml(bytes));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** An address on the web, whole; undefined of what is none. */
function webAddress(address: string | undefined, base?: string): string | undefined {
  const text = address?.trim() ?? "";
  if (text === "" || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
