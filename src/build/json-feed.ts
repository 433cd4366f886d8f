/** Feeds as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import type { Feed, FeedEntry } from "../site/feeds.ts";

/**
 * The JSON Feed of a feed.
 *
 * @param htmlOf the content of the entry of an article
 */
export function jsonFeedText(feed: Feed, htmlOf: (entry: FeedEntry) => string): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: `${feed.home}feed.json`,
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    items: feed.entries.map((entry) => itemOf(entry, feed, htmlOf)),
  })}\n`;
}

function itemOf(entry: FeedEntry, feed: Feed, htmlOf: (entry: FeedEntry) => string): object {
  const { authors, categories, content, published, updated } = entry;
  return {
    id: entry.id,
    url: entry.id,
    external_url: entry.original?.url,
    title: entry.title,
    ...(content.kind === "text" ? { content_text: content.text } : { content_html: htmlOf(entry) }),
    summary: entry.summary,
    image: entry.image,
    date_published: published.iso,
    date_modified: updated.epochMs === published.epochMs ? undefined : updated.iso,
    authors: authors.length === 0 ? undefined : authors,
    tags: categories.length === 0 ? undefined : categories.map(({ name }) => name),
    language: entry.language === feed.language ? undefined : entry.language,
  };
}
