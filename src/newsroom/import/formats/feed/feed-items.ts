/** What the items of feeds hold, whatever the feed is written in. */
import type { parseFeed } from "feedsmith";
import { atomText, type FeedFile, type FeedText, html, linkOf, mediaFiles, plain } from "./feed-values.ts";

export type ParsedFeed = ReturnType<typeof parseFeed<string>>;

export type FeedItem = {
  /** By which the feed knows it. */
  readonly id?: string | undefined;
  readonly title?: FeedText | undefined;
  /** The page that has the whole of it. */
  readonly address?: string | undefined;
  /** The whole text, where the feed has it. */
  readonly content?: FeedText | undefined;
  readonly summary?: FeedText | undefined;
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly categories: readonly string[];
  readonly authors: readonly string[];
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly files: readonly FeedFile[];
  /** What addresses in its text are relative to, where that is said. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
};

export type FeedHead = {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** Its own address. */
  readonly self?: string | undefined;
  /** The address of a feed with those that come after these. */
  readonly next?: string | undefined;
};

type RssItem = NonNullable<Extract<ParsedFeed, { format: "rss" }>["feed"]["items"]>[number];
type AtomEntry = NonNullable<Extract<ParsedFeed, { format: "atom" }>["feed"]["entries"]>[number];
type RdfItem = NonNullable<Extract<ParsedFeed, { format: "rdf" }>["feed"]["items"]>[number];
type JsonItem = NonNullable<Extract<ParsedFeed, { format: "json" }>["feed"]["items"]>[number];

export function itemsOf(parsed: ParsedFeed): readonly FeedItem[] {
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).map((item) => rssItem(item));
    case "atom":
      return (parsed.feed.entries ?? []).map((entry) => atomItem(entry, parsed.feed.xml?.base));
    case "rdf":
      return (parsed.feed.items ?? []).map((item) => rdfItem(item));
    case "json":
      return (parsed.feed.items ?? []).map(jsonItem);
  }
}

export function headOf(parsed: ParsedFeed): FeedHead {
  switch (parsed.format) {
    case "rss":
    case "rdf": {
      const { title, link, dc, atom } = parsed.feed;
      const language = "language" in parsed.feed ? parsed.feed.language : undefined;
      return {
        title,
        url: link,
        language: language ?? dc?.languages?.[0],
        self: linkOf(atom?.links, "self"),
        next: linkOf(atom?.links, "next"),
      };
    }
    case "atom": {
      const { title, links, xml } = parsed.feed;
      return {
        title: title?.value,
        url: linkOf(links, "alternate"),
        language: xml?.lang,
        self: linkOf(links, "self"),
        next: linkOf(links, "next"),
      };
    }
    case "json": {
      const { title, home_page_url: url, language, feed_url: self, next_url: next } = parsed.feed;
      return { title, url, language, self, next };
    }
  }
}

function rssItem(item: RssItem): FeedItem {
  const { guid, dc, dcterms, media, xml, source } = item;
  // A guid is an address unless it says that it is none (RSS 2.0.11).
  const permalink =
    guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? "") ? guid?.value : undefined;
  return {
    id: guid?.value,
    title: html(item.title ?? dc?.titles?.[0]),
    address: item.link ?? permalink ?? linkOf(item.atom?.links, "alternate"),
    content: html(item.content?.encoded),
    summary: html(item.description ?? dc?.descriptions?.[0]),
    date: item.pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? item.atom?.published,
    updated: dcterms?.modified?.[0] ?? item.atom?.updated,
    categories: [...(item.categories ?? []).flatMap(({ name }) => name ?? []), ...(dc?.subjects ?? [])],
    authors: [...(dc?.creators ?? []), ...(item.authors ?? []).flatMap(({ name }) => name ?? [])],
    source: source?.title === undefined ? undefined : { name: source.title, url: source.url },
    files: [
      ...(item.enclosures ?? []).map(({ url = "", type = "" }) => ({ url, type })),
      ...mediaFiles(media),
    ],
    base: xml?.base,
    language: xml?.lang ?? dc?.languages?.[0],
  };
}

function rdfItem({ title, link, description, content, dc, dcterms, media, xml, rdf }: RdfItem): FeedItem {
  return {
    id: rdf?.about,
    title: html(title),
    address: link ?? rdf?.about,
    content: html(content?.encoded),
    summary: html(description ?? dc?.descriptions?.[0]),
    date: dc?.dates?.[0] ?? dcterms?.issued?.[0],
    updated: dcterms?.modified?.[0],
    categories: dc?.subjects ?? [],
    authors: dc?.creators ?? [],
    files: mediaFiles(media),
    base: xml?.base,
    language: xml?.lang ?? dc?.languages?.[0],
  };
}

function atomItem(entry: AtomEntry, baseOfFeed: string | undefined): FeedItem {
  const { id, title, content, summary, links = [], published, updated, source, xml, media } = entry;
  const sourceName = source?.title?.value;
  return {
    id,
    title: atomText(title),
    address: wholeAddress(linkOf(links, "alternate") ?? content?.src, xml?.base ?? baseOfFeed),
    content: content?.src === undefined ? atomText(content) : undefined,
    summary: atomText(summary),
    date: published ?? entry.dc?.dates?.[0] ?? updated,
    updated,
    categories: (entry.categories ?? []).flatMap(({ label, term }) => label ?? term ?? []),
    authors: [...(entry.authors ?? []).flatMap(({ name }) => name ?? []), ...(entry.dc?.creators ?? [])],
    source:
      sourceName === undefined ? undefined : { name: sourceName, url: linkOf(source?.links, "alternate") },
    files: [
      ...links.flatMap(({ rel, href, type = "" }) =>
        rel === "enclosure" && href ? [{ url: href, type }] : [],
      ),
      ...mediaFiles(media),
    ],
    base: content?.xml?.base ?? xml?.base ?? baseOfFeed,
    language: content?.xml?.lang ?? xml?.lang,
  };
}

/** An address as its document has it, made whole by what the document says that it is relative to. */
function wholeAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || base === undefined || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}

function jsonItem(item: JsonItem): FeedItem {
  const { id, title, url, external_url, content_html, content_text, summary, image, banner_image } = item;
  const pictures = [image, banner_image].flatMap((address) => address ?? []).slice(0, 1);
  return {
    id,
    title: plain(title),
    address: url ?? external_url,
    content: html(content_html) ?? plain(content_text),
    summary: plain(summary),
    date: item.date_published,
    updated: item.date_modified,
    categories: item.tags ?? [],
    authors: (item.authors ?? []).flatMap(({ name }) => name ?? []),
    files: [
      ...pictures.map((address) => ({ url: address, type: "image/" })),
      ...(item.attachments ?? []).map(({ url: address = "", mime_type = "" }) => ({
        url: address,
        type: mime_type,
      })),
    ],
    language: item.language,
  };
}
