/** Values within the items of feeds: texts, links and files. */
import type { parseFeed } from "feedsmith";

/** Texts of feeds are HTML unless they say that they are none. */
export type FeedText = { readonly text: string; readonly isPlain: boolean };

export type FeedFile = {
  readonly url: string;
  /** `image/jpeg`; empty where the feed does not say. */
  readonly type: string;
  readonly description?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
};

type RssFeed = Extract<ReturnType<typeof parseFeed<string>>, { format: "rss" }>["feed"];
type Media = RssFeed["media"];

/** Of each group the first file: the others are the same in other sizes. */
export function mediaFiles(media: Media): FeedFile[] {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups ?? []).flatMap(({ contents: [first] = [] }) => first ?? []),
  ];
  return contents.flatMap((content) => {
    const { url, type, medium } = content;
    if (url === undefined) return [];
    return [
      {
        url,
        type: type ?? (medium === undefined ? "" : `${medium}/`),
        description: content.title?.value,
        caption: (content.description ?? media?.description)?.value,
        credit: (content.credits ?? media?.credits ?? [])[0]?.value,
      },
    ];
  });
}

type Link = { readonly href?: string | undefined; readonly rel?: string | undefined };

/** A link without a relation is one to the page itself (RFC 4287, 4.2.7.2). */
export function linkOf(links: readonly Link[] | undefined, relation: string): string | undefined {
  return links?.find(({ rel = "alternate", href }) => rel === relation && href !== undefined)?.href;
}

export function html(text: string | undefined): FeedText | undefined {
  return text === undefined || text.trim() === "" ? undefined : { text, isPlain: false };
}

export function plain(text: string | undefined): FeedText | undefined {
  return text === undefined || text.trim() === "" ? undefined : { text, isPlain: true };
}

/** RFC 4287, 3.1.1 and 4.1.3.3: without a type, a text is plain. */
export function atomText(
  text: { readonly value?: string | undefined; readonly type?: string | undefined } | undefined,
): FeedText | undefined {
  const type = text?.type ?? "text";
  return type === "text" || type === "text/plain" ? plain(text?.value) : html(text?.value);
}
