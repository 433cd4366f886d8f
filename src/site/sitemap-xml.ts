/** Sitemaps as XML, cut into parts that are no larger than search engines take (https://www.sitemaps.org/protocol.html). */
import XMLBuilder from "fast-xml-builder";
import type { Moment } from "../content/moment.ts";
import { xmlText } from "../content/xml-text.ts";

export type SitemapEntry = {
  /** Whole web address, percent-encoded. */
  readonly address: string;
  readonly modified?: Moment | undefined;
};

export type SitemapLimits = {
  /** Of one file. */
  readonly addresses: number;
  /** Of one file, uncompressed. */
  readonly bytes: number;
};

export const sitemapLimits: SitemapLimits = { addresses: 50_000, bytes: 52_428_800 };

/** An address must be shorter than this. */
const addressLimit = 2048;

export type SitemapPart = { readonly text: string; readonly modified: Moment | undefined };

export const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

const attributes = { ignoreAttributes: false, attributeNamePrefix: "@", format: true, indentBy: "" };
const elements = new XMLBuilder(attributes);
/** For what already is XML. */
const envelopes = new XMLBuilder({ ...attributes, processEntities: false });

/** What stands around the entries of a part. */
const envelopeBytes = Buffer.byteLength(urlSet("<url/>")) - "<url/>".length;

/** An element with its children, as XML. Children are named by key; texts are escaped. */
export function xmlElement(name: string, children: object): string {
  return elements.build({ [name]: children });
}

/** A whole document around elements that are XML already. */
export function xmlDocument(
  root: string,
  namespaces: Readonly<Record<string, string>>,
  content: string,
): string {
  return envelopes.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    [root]: { ...namespaces, "#text": content },
  });
}

/**
 * The entries in their order, as few files as the limits allow. Entries added at the end change the last part alone.
 * An address that is too long for sitemaps is left out.
 */
export function sitemapParts(
  entries: readonly SitemapEntry[],
  limits: SitemapLimits = sitemapLimits,
): SitemapPart[] {
  const parts: SitemapPart[] = [];
  let texts: string[] = [];
  let bytes = envelopeBytes;
  let modified: Moment | undefined;
  const close = () => {
    if (texts.length > 0) parts.push({ text: urlSet(texts.join("")), modified });
    texts = [];
    bytes = envelopeBytes;
    modified = undefined;
  };
  for (const entry of entries) {
    if (entry.address.length >= addressLimit) continue;
    const text = xmlElement("url", { loc: xmlText(entry.address), lastmod: entry.modified?.iso });
    const textBytes = Buffer.byteLength(text);
    if (texts.length === limits.addresses || bytes + textBytes > limits.bytes) close();
    texts.push(text);
    bytes += textBytes;
    modified = later(modified, entry.modified);
  }
  close();
  return parts;
}

/** The index of parts that are published at whole web addresses. */
export function sitemapIndex(parts: readonly SitemapEntry[]): string {
  const texts = parts.map((part) =>
    xmlElement("sitemap", { loc: xmlText(part.address), lastmod: part.modified?.iso }),
  );
  return xmlDocument("sitemapindex", { "@xmlns": sitemapNamespace }, texts.join(""));
}

function urlSet(content: string): string {
  return xmlDocument("urlset", { "@xmlns": sitemapNamespace }, content);
}

function later(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.epochMs > a.epochMs ? b : a;
}
