/** Sitemaps as XML, cut into parts that are no larger than search engines take (https://www.sitemaps.org/protocol.html). */

import { type Xml, xml } from "../../content/markup/xml.ts";
import { xmlText } from "../../content/markup/xml-text.ts";
import { type Moment, machineDate } from "../../content/values/moment.ts";

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
export const addressLimit = 2048;

export type SitemapPart = { readonly text: string; readonly modified: Moment | undefined };

/** What stands around the entries of a part. */
const envelopeBytes = Buffer.byteLength(sitemapDocument("urlset", [xml``]));

/**
 * A whole document.
 *
 * @param entries each ends with a line break
 * @param namespaces further ones, as attributes
 */
export function sitemapDocument(
  root: "urlset" | "sitemapindex",
  entries: readonly Xml[],
  namespaces?: Xml,
): string {
  const start = xml`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>`;
  const content = entries.length === 0 ? "" : `\n${entries.join("")}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${start}${content}</${root}>\n`;
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
  let elements: Xml[] = [];
  let bytes = envelopeBytes;
  let modified: Moment | undefined;
  const close = () => {
    if (elements.length > 0) parts.push({ text: sitemapDocument("urlset", elements), modified });
    elements = [];
    bytes = envelopeBytes;
    modified = undefined;
  };
  for (const entry of entries) {
    if (entry.address.length >= addressLimit) continue;
    const element = entryElement("url", entry);
    const elementBytes = Buffer.byteLength(element.toString());
    if (elements.length === limits.addresses || bytes + elementBytes > limits.bytes) close();
    elements.push(element);
    bytes += elementBytes;
    modified = later(modified, entry.modified);
  }
  close();
  return parts;
}

/** The index of parts that are published at whole web addresses. */
export function sitemapIndex(parts: readonly SitemapEntry[]): string {
  return sitemapDocument(
    "sitemapindex",
    parts.map((part) => entryElement("sitemap", part)),
  );
}

function entryElement(name: "url" | "sitemap", { address, modified }: SitemapEntry): Xml {
  const lastmod = modified && xml`<lastmod>${machineDate(modified)}</lastmod>\n`;
  return xml`<${name}>\n<loc>${xmlText(address)}</loc>\n${lastmod}</${name}>\n`;
}

function later(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.epochMs > a.epochMs ? b : a;
}
