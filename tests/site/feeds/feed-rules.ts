/** What the standards ask of feeds: RFC 4287 for Atom, version 1.1 for JSON Feed. */
import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument, XmlElement } from "libxml2-wasm";
import { z } from "zod";

const namespaces = { atom: "http://www.w3.org/2005/Atom" };
const grammar = RelaxNGValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL("atom.rng", import.meta.url))),
);

export type ReadEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The title of where it comes from. */
  readonly source: string | undefined;
  readonly original: string | undefined;
  readonly published: string;
  readonly updated: string;
  readonly language: string | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly content: string;
};

export type ReadFeed = {
  readonly title: string;
  readonly self: string;
  readonly home: string;
  readonly updated: string;
  readonly entries: readonly ReadEntry[];
};

/**
 * Reads an Atom document as a feed reader would.
 *
 * @throws where it is not well-formed, or not valid by the grammar of RFC 4287 and its rules that no grammar can say
 */
export function readAtom(text: string): ReadFeed {
  const document = XmlDocument.fromString(text);
  grammar.validate(document);
  const { root } = document;
  const entries = elementsAt(root, "atom:entry").map(readEntry);
  const ids = entries.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error("§4.2.6: two entries of the feed have one id");
  return {
    title: textAt(root, "atom:title"),
    self: attributeAt(root, "atom:link[@rel='self']/@href"),
    home: attributeAt(root, "atom:link[@rel='alternate']/@href"),
    updated: textAt(root, "atom:updated"),
    entries,
  };
}

function readEntry(entry: XmlElement): ReadEntry {
  // §4.1.2: one alternate link of a type and language at most; one at least where readers are to follow it.
  const links = elementsAt(entry, "atom:link[@rel='alternate']");
  if (links.length !== 1) throw new Error(`§4.1.2: the entry has ${links.length} alternate links`);
  return {
    id: textAt(entry, "atom:id"),
    title: textAt(entry, "atom:title"),
    url: attributeAt(entry, "atom:link[@rel='alternate']/@href"),
    source: entry.get("atom:source/atom:title", namespaces)?.content,
    original: entry.get("atom:link[@rel='via']/@href", namespaces)?.content,
    published: textAt(entry, "atom:published"),
    updated: textAt(entry, "atom:updated"),
    language: entry.get("@xml:lang")?.content,
    authors: elementsAt(entry, "atom:author/atom:name").map(({ content }) => content),
    categories: entry.find("atom:category/@label", namespaces).map(({ content }) => content),
    content: textAt(entry, "atom:content"),
  };
}

function elementsAt(element: XmlElement, path: string): XmlElement[] {
  return element.find(path, namespaces).filter((node) => node instanceof XmlElement);
}

function textAt(element: XmlElement, path: string): string {
  return element.get(path, namespaces)?.content ?? "";
}

function attributeAt(element: XmlElement, path: string): string {
  return textAt(element, path);
}

const wholeAddress = z.url();
const person = z
  .strictObject({
    name: z.string().min(1).optional(),
    url: wholeAddress.optional(),
    avatar: wholeAddress.optional(),
  })
  .refine((author) => Object.keys(author).length > 0);
const rfc3339 = z.iso.datetime({ offset: true });

/** https://www.jsonfeed.org/version/1.1/ Strict: a key that is not in the specification is a mistake. */
const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: wholeAddress,
  feed_url: wholeAddress,
  description: z.string().optional(),
  language: z.string().optional(),
  authors: z.array(person).optional(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: wholeAddress,
        external_url: wholeAddress.optional(),
        title: z.string().optional(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: z.string().optional(),
        image: wholeAddress.optional(),
        date_published: rfc3339,
        date_modified: rfc3339.optional(),
        authors: z.array(person).optional(),
        tags: z.array(z.string()).optional(),
        language: z.string().optional(),
      })
      .refine((item) => item.content_html !== undefined || item.content_text !== undefined),
  ),
});

/** Reads a JSON Feed as a feed reader would. @throws where it is not one */
export function readJsonFeed(text: string): z.infer<typeof jsonFeedSchema> {
  return jsonFeedSchema.parse(JSON.parse(text));
}
