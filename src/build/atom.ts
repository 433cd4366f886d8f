/** Feeds as Atom: https://www.rfc-editor.org/rfc/rfc4287 */
import XMLBuilder from "fast-xml-builder";
import type { Feed, FeedEntry, FeedPerson } from "../site/feeds.ts";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/**
 * The Atom document of a feed. Its date is that of its latest change; a feed without entries has never changed,
 * so that it has the earliest date there is for machines.
 *
 * @param htmlOf the content of the entry of an article
 */
export function atomText(feed: Feed, htmlOf: (entry: FeedEntry) => string): string {
  return `${builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "utf-8" },
    feed: {
      "@_xmlns": "http://www.w3.org/2005/Atom",
      "@_xml:lang": feed.language,
      id: feed.home,
      title: feed.title,
      ...(feed.description !== undefined && { subtitle: feed.description }),
      updated: latestChange(feed.entries),
      link: [
        { "@_rel": "self", "@_type": "application/atom+xml", "@_href": `${feed.home}feed.xml` },
        { "@_rel": "alternate", "@_type": "text/html", "@_href": feed.home },
      ],
      author: personElement(feed.author),
      entry: feed.entries.map((entry) => entryElement(entry, feed, htmlOf)),
    },
  })}\n`;
}

function entryElement(entry: FeedEntry, feed: Feed, htmlOf: (entry: FeedEntry) => string): object {
  const { original, content } = entry;
  return {
    ...(entry.language !== feed.language && { "@_xml:lang": entry.language }),
    id: entry.id,
    title: entry.title,
    published: entry.published.iso,
    updated: entry.updated.iso,
    link: [
      { "@_rel": "alternate", "@_type": "text/html", "@_href": entry.id },
      ...(original === undefined
        ? []
        : [{ "@_rel": "via", "@_href": original.url, "@_title": original.name }]),
    ],
    author: entry.authors.map(personElement),
    category: entry.categories.map(({ scheme, slug, name }) => ({
      "@_scheme": scheme,
      "@_term": slug,
      "@_label": name,
    })),
    ...(entry.source !== undefined && { source: sourceElement(entry.source) }),
    ...(entry.summary !== undefined && { summary: entry.summary }),
    content: content.kind === "text" ? content.text : { "@_type": "html", "#text": htmlOf(entry) },
  };
}

/** What is known of where the entry comes from (RFC 4287 §4.2.11): the agency, not a feed of its own. */
function sourceElement({ name, url }: NonNullable<FeedEntry["source"]>): object {
  return {
    title: name,
    ...(url !== undefined && { link: { "@_rel": "alternate", "@_href": url } }),
  };
}

function personElement({ name, url }: FeedPerson): object {
  return { name, uri: url };
}

function latestChange(entries: readonly FeedEntry[]): string {
  const [first, ...others] = entries.map(({ updated }) => updated);
  if (first === undefined) return "1970-01-01T00:00:00Z";
  return others.reduce((latest, moment) => (moment.epochMs > latest.epochMs ? moment : latest), first).iso;
}
