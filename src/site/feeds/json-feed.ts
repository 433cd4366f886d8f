/** Feeds as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import type { Feed, FeedEntry } from "./feed.ts";
import type { FeedFormat, FeedFrame } from "./feed-format.ts";

export const jsonFeed: FeedFormat = {
  name: "JSON",
  file: "feed.json",
  type: "application/feed+json",
  contentType: "application/feed+json",
  frame: jsonFeedFrame,
  entry: jsonFeedItem,
};

/** The JSON Feed of a feed, but for its items. */
function jsonFeedFrame(feed: Feed): FeedFrame {
  const head = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.home + jsonFeed.file,
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
  });
  return { start: `${head.slice(0, -"}".length)},"items":[`, between: ",", end: "]}\n" };
}

function jsonFeedItem(entry: FeedEntry, feedLanguage: string, content: string): string {
  const { authors, categories, published, updated } = entry;
  return JSON.stringify({
    id: entry.id,
    url: entry.id,
    external_url: entry.original?.url,
    title: entry.title,
    ...(entry.content.kind === "text" ? { content_text: content } : { content_html: content }),
    summary: entry.summary,
    image: entry.image,
    date_published: published.iso,
    date_modified: updated.epochMs === published.epochMs ? undefined : updated.iso,
    authors: authors.length === 0 ? undefined : authors,
    tags: categories.length === 0 ? undefined : categories.map(({ name }) => name),
    language: entry.language === feedLanguage ? undefined : entry.language,
  });
}
