/** What is shown from elsewhere: a video, a post, a map. The converter of HTML makes a named link of a frame. */
import { decodeHTML, escapeAttribute, escapeText } from "entities";

/** Sites whose addresses WordPress shows as what they lead to: https://wordpress.org/documentation/article/embeds/ */
const providers =
  /(?:^|\.)(?:animoto|bsky|canva|cloudup|crowdsignal|dailymotion|facebook|fb|flickr|imgur|instagram|issuu|kickstarter|mixcloud|pinterest|pocketcasts|poll|reddit|reverbnation|scribd|screencast|slideshare|smugmug|soundcloud|speakerdeck|spotify|tiktok|ted|tumblr|twitter|videopress|vimeo|vine|wolframcloud|wordpress|x|youtu|youtube)\.(?:app|be|co|com|fm|net|org|tv|watch)$/;

/** A frame for an address that WordPress would embed, else a link. @param written as HTML has it, encoded */
export function embeddedLine(written: string): string {
  const address = decodeHTML(written);
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return providers.test(host)
    ? frameOf(address)
    : `<p><a href="${escapeAttribute(address)}">${escapeText(address)}</a></p>`;
}

export function frameOf(address: string, caption = ""): string {
  const frame = `<iframe src="${escapeAttribute(address)}"></iframe>`;
  return caption === ""
    ? `<figure>${frame}</figure>`
    : `<figure>${frame}<figcaption>${caption}</figcaption></figure>`;
}

/** Codes of WordPress.com and of plugins that show something from elsewhere, with the address of an id. */
const addressesOfIds: ReadonlyMap<string, ((id: string) => string) | undefined> = new Map([
  ...["youtube", "youtube_sc", "yt", "embedyt", "su_youtube"].map((name) => [name, youTube] as const),
  ...["vimeo", "su_vimeo"].map((name) => [name, (id: string) => `https://vimeo.com/${id}`] as const),
  ...["tweet", "twitter", "embed_tweet", "embedtweet"].map((name) => [name, tweet] as const),
  ...["dailymotion", "su_dailymotion"].map(
    (name) => [name, (id: string) => `https://www.dailymotion.com/video/${id}`] as const,
  ),
  ...["wpvideo", "videopress"].map(
    (name) => [name, (id: string) => `https://videopress.com/v/${id}`] as const,
  ),
  ...["polldaddy", "crowdsignal"].map((name) => [name, (id: string) => `https://poll.fm/${id}`] as const),
  ["gist", (id) => `https://gist.github.com/${id}`],
  ["scribd", (id) => `https://www.scribd.com/document/${id}`],
  ["ted", (id) => `https://www.ted.com/talks/${id}`],
  ["slideshare", (id) => `https://www.slideshare.net/slideshow/embed_code/${id}`],
  ...[
    "facebook",
    "flickr",
    "googleapps",
    "googlemaps",
    "iframe",
    "instagram",
    "kickstarter",
    "mixcloud",
    "soundcloud",
    "spotify",
    "tiktok",
    "vine",
  ].map((name) => [name, undefined] as const),
]);

/** Codes that show a document of the site's own. */
const documents: ReadonlySet<string> = new Set([
  "embeddoc",
  "gview",
  "pdf",
  "pdf-embedder",
  "pdfviewer",
  "pdfjs-viewer",
]);

export const embedNames: readonly string[] = [...addressesOfIds.keys(), ...documents];

export function isDocumentCode(name: string): boolean {
  return documents.has(name);
}

/** The address that a code shows; undefined where it names none. @param values in the order in which they count */
export function embeddedAddress(name: string, values: readonly string[]): string | undefined {
  const addressOfId = addressesOfIds.get(name);
  for (const value of values.map((one) => one.trim())) {
    if (/^https?:\/\//i.test(value)) return value;
    if (/^\/\//.test(value)) return `https:${value}`;
    if (addressOfId !== undefined && /^[\w./-]+$/.test(value)) return addressOfId(value);
  }
  return undefined;
}

function youTube(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`;
}

function tweet(id: string): string {
  return `https://twitter.com/i/status/${id}`;
}
