/** The files of the feeds. */
import { withAbsoluteAddresses } from "../content/absolute-addresses.ts";
import { decoded, outputFileOf } from "../content/address.ts";
import { xmlText } from "../content/xml-text.ts";
import { type FeedFormat, feedFormats } from "../site/feed-formats.ts";
import type { Feed, FeedEntry } from "../site/feeds.ts";
import type { Plan } from "../site/plan.ts";
import { atomEntry, atomFrame } from "./atom.ts";
import { type FeedFrame, framed } from "./feed-frame.ts";
import { jsonFeedFrame, jsonFeedItem } from "./json-feed.ts";
import type { Templates } from "./templates.ts";
import { untilLastUse } from "./until-last-use.ts";

const contentTemplate = "partials/feed-content.njk";

type ByFormat<Value> = { readonly [Name in FeedFormat["name"]]: Value };

const frames: ByFormat<(feed: Feed) => FeedFrame> = { Atom: atomFrame, JSON: jsonFeedFrame };

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
 */
export function feedFiles({ feeds, site }: Plan, templates: Templates): FeedFile[] {
  const textsOf = untilLastUse(
    feedFormats.flatMap(() => feeds.flatMap(({ entries }) => entries)),
    (entry) => entryTexts(entry, site.language, templates),
  );
  return feeds.flatMap((feed) =>
    feedFormats.map(({ name, file }) => ({
      path: outputFileOf(feed.address + file),
      feed,
      text: () =>
        framed(
          frames[name](feed),
          feed.entries.map((entry) => textsOf(entry)[name]),
        ),
    })),
  );
}

function entryTexts(entry: FeedEntry, language: string, templates: Templates): ByFormat<Uint8Array> {
  const content = contentOf(entry, templates);
  return {
    Atom: Buffer.from(atomEntry(entry, language, content)),
    JSON: Buffer.from(jsonFeedItem(entry, language, content)),
  };
}

function contentOf({ id, content }: FeedEntry, templates: Templates): string {
  if (content.kind === "text") return content.text;
  const html = templates.render(contentTemplate, { view: content.view }, decoded(new URL(id).pathname));
  return xmlText(withAbsoluteAddresses(html, id)).trim();
}
