/** The files of the feeds. */
import { withAbsoluteAddresses } from "../content/absolute-addresses.ts";
import { outputFileOf } from "../content/address.ts";
import { xmlText } from "../content/xml-text.ts";
import { type FeedFormat, feedFormats } from "../site/feed-formats.ts";
import type { Feed, FeedEntry } from "../site/feeds.ts";
import type { Plan } from "../site/plan.ts";
import { atomText } from "./atom.ts";
import { jsonFeedText } from "./json-feed.ts";
import type { Templates } from "./templates.ts";

const contentTemplate = "partials/feed-content.njk";

type FeedWriter = (feed: Feed, htmlOf: (entry: FeedEntry) => string) => string;

const writers: { readonly [Name in FeedFormat["name"]]: FeedWriter } = {
  Atom: atomText,
  JSON: jsonFeedText,
};

/**
 * What makes each feed's text, by path in the output folder. A feed costs nothing until its text is made, and the
 * content of an article is made once, however many feeds it stands in.
 */
export function feedFiles(plan: Plan, templates: Templates): ReadonlyMap<string, () => string> {
  const contents = new Map<FeedEntry, string>();
  const htmlOf = (entry: FeedEntry): string => {
    let html = contents.get(entry);
    if (html === undefined) {
      html = contentOf(entry, templates);
      contents.set(entry, html);
    }
    return html;
  };
  return new Map(
    plan.feeds.flatMap((feed) =>
      feedFormats.map(({ name, file }): [string, () => string] => [
        outputFileOf(feed.address + file),
        () => writers[name](feed, htmlOf),
      ]),
    ),
  );
}

function contentOf({ id, content }: FeedEntry, templates: Templates): string {
  if (content.kind === "text") return content.text;
  const html = templates.render(contentTemplate, { view: content.view });
  return xmlText(withAbsoluteAddresses(html, id)).trim();
}
