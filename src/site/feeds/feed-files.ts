/** The files of the feeds. */
import { withAbsoluteAddresses } from "../../content/markup/absolute-addresses.ts";
import { xmlText } from "../../content/markup/xml-text.ts";
import { decoded, outputFileOf } from "../../content/values/address.ts";
import type { Render } from "../frame/planned-pages.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { framed } from "./feed-format.ts";
import { feedFormats } from "./feed-formats.ts";
import { untilLastUse } from "./until-last-use.ts";

const contentTemplate = "partials/feed-content.njk";

export type FeedFile = {
  /** In the output folder. */
  readonly path: string;
  readonly feed: Feed;
  /** As UTF-8. */
  readonly text: () => Uint8Array;
};

/**
 * The files of the feeds. A feed costs nothing until its text is made. An entry is written once in each format,
 * however many feeds it stands in, and kept until the last of them is made: all entries together would take several
 * times as much memory as those that are still to come.
 *
 * @param language of the feeds
 */
export function feedFiles(feeds: readonly Feed[], language: string, render: Render): FeedFile[] {
  const textsOf = untilLastUse(
    feedFormats.flatMap(() => feeds.flatMap(({ entries }) => entries)),
    (entry) => entryTexts(entry, language, render),
  );
  return feeds.flatMap((feed) =>
    feedFormats.map(({ file, frame }, format) => ({
      path: outputFileOf(feed.address + file),
      feed,
      text: () =>
        framed(
          frame(feed),
          feed.entries.flatMap((entry) => textsOf(entry)[format] ?? []),
        ),
    })),
  );
}

/** In the output folder, in each format. @param address of the feed */
export function feedPaths(address: string): string[] {
  return feedFormats.map(({ file }) => outputFileOf(address + file));
}

/** An entry as UTF-8, in each format. */
function entryTexts(entry: FeedEntry, language: string, render: Render): Uint8Array[] {
  const content = feedContent(entry, render);
  return feedFormats.map((format) => Buffer.from(format.entry(entry, language, content)));
}

/** What an entry holds: HTML, or the text that it is. @throws TemplateFault */
export function feedContent({ id, content }: FeedEntry, render: Render): string {
  if (content.kind === "text") return content.text;
  const html = render(contentTemplate, { view: content.view }, decoded(new URL(id).pathname));
  return xmlText(withAbsoluteAddresses(html, id)).trim();
}
