/** What a format of feeds is, and how feeds are put together from entries that are written already. */
import type { Feed, FeedEntry } from "./feed.ts";

export type FeedFormat = {
  /** As readers know it. */
  readonly name: string;
  /** Its files' name, beside the listing they are of. */
  readonly file: string;
  /** Media type, as links name it. */
  readonly type: string;
  /** Media type, as servers send it. */
  readonly contentType: string;
  readonly frame: (feed: Feed) => FeedFrame;
  /**
   * An entry, in feeds of a language.
   *
   * @param content HTML, or text where the entry's content is text
   */
  readonly entry: (entry: FeedEntry, feedLanguage: string, content: string) => string;
};

/** What stands around the entries of a feed. */
export type FeedFrame = { readonly start: string; readonly between: string; readonly end: string };

/**
 * The feed, as UTF-8. To join bytes costs a fraction of what it costs to join texts of this size and encode them.
 *
 * @param entries as UTF-8
 */
export function framed({ start, between, end }: FeedFrame, entries: readonly Uint8Array[]): Uint8Array {
  const separator = Buffer.from(between);
  const separated = entries.flatMap((entry, index) => (index === 0 ? [entry] : [separator, entry]));
  return Buffer.concat([Buffer.from(start), ...separated, Buffer.from(end)]);
}
