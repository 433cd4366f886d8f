/** Feeds as Atom: https://www.rfc-editor.org/rfc/rfc4287 */
import { type Xml, xml } from "../../content/markup/xml.ts";
import type { Feed, FeedCategory, FeedEntry, FeedPerson } from "./feed.ts";
import type { FeedFormat, FeedFrame } from "./feed-format.ts";

export const atom: FeedFormat = {
  name: "Atom",
  file: "feed.xml",
  type: "application/atom+xml",
  contentType: "application/atom+xml; charset=utf-8",
  frame: atomFrame,
  entry: atomEntry,
};

/**
 * The Atom document of a feed, but for its entries. Its date is that of its latest change; a feed without entries has
 * never changed, so that it has the earliest date there is for machines.
 */
function atomFrame(feed: Feed): FeedFrame {
  const start = xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">${[
    xml`<id>${feed.home}</id>`,
    xml`<title>${feed.title}</title>`,
    feed.description !== undefined && xml`<subtitle>${feed.description}</subtitle>`,
    xml`<updated>${latestChange(feed.entries)}</updated>`,
    xml`<link rel="self" type="${atom.type}" href="${feed.home + atom.file}"/>`,
    xml`<link rel="alternate" type="text/html" href="${feed.home}"/>`,
    authorElement(feed.author),
  ]}`;
  return { start: `<?xml version="1.0" encoding="utf-8"?>${start}`, between: "", end: "</feed>\n" };
}

function atomEntry(entry: FeedEntry, feedLanguage: string, content: string): string {
  const { language, original, source, summary } = entry;
  const otherLanguage = language !== feedLanguage && xml` xml:lang="${language}"`;
  const contentType = entry.content.kind === "article" && xml` type="html"`;
  return xml`<entry${otherLanguage}>${[
    xml`<id>${entry.id}</id>`,
    xml`<title>${entry.title}</title>`,
    xml`<published>${entry.published.iso}</published>`,
    xml`<updated>${entry.updated.iso}</updated>`,
    xml`<link rel="alternate" type="text/html" href="${entry.id}"/>`,
    original && xml`<link rel="via" href="${original.url}" title="${original.name}"/>`,
    entry.authors.map(authorElement),
    entry.categories.map(categoryElement),
    source && sourceElement(source),
    summary !== undefined && xml`<summary>${summary}</summary>`,
    xml`<content${contentType}>${content}</content>`,
  ]}</entry>`.toString();
}

function authorElement({ name, url }: FeedPerson): Xml {
  return xml`<author><name>${name}</name><uri>${url}</uri></author>`;
}

function categoryElement({ scheme, slug, name }: FeedCategory): Xml {
  return xml`<category scheme="${scheme}" term="${slug}" label="${name}"/>`;
}

/** What is known of where the entry comes from (RFC 4287 §4.2.11): the agency, not a feed of its own. */
function sourceElement({ name, url }: NonNullable<FeedEntry["source"]>): Xml {
  const link = url !== undefined && xml`<link rel="alternate" href="${url}"/>`;
  return xml`<source><title>${name}</title>${link}</source>`;
}

function latestChange(entries: readonly FeedEntry[]): string {
  const [first, ...others] = entries.map(({ updated }) => updated);
  if (first === undefined) return "1970-01-01T00:00:00Z";
  return others.reduce((latest, moment) => (moment.epochMs > latest.epochMs ? moment : latest), first).iso;
}
