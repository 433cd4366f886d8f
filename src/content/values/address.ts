/** Site addresses: the paths pages live at, such as `/2026/11/harbour-tunnel-opens/`. */
import { slugLimitBytes } from "./slug.ts";

/** Stands for the origin of the site where its name does not matter. */
export const anySite = "https://site.invalid";

/** First segments that Dateline's own pages and files live under. */
const reservedSegments: ReadonlySet<string> = new Set([
  "archive",
  "assets",
  "author",
  "categories",
  "category",
  "corrections",
  "desk",
  "feed.json",
  "feed.xml",
  "feeds",
  "latest",
  "media",
  "pagefind",
  "search",
  "series",
  "source",
  "tag",
  "tags",
]);

/** Files of Dateline's own at the root of the site, beside the pages. */
const reservedFile = /^_|^4(04|10)\.html$|^(favicon\.ico|robots\.txt|(news-)?sitemap(-.*)?\.xml)$/;

/** The first segment of addresses that only the preview serves. */
export const previewSegment = "_preview";

/** With the file's name a page is stored under, it fits into a key of object storage, which may have 1,024 bytes. */
const addressLimitBytes = 1000;

/** Nothing can be wrong with one of this form: asked of every article of a site, all else takes ten times as long. */
const usualAddress = /^(?:\/[\w~-][\w.~-]{0,199})+\/$/;

/**
 * What is wrong with an address an author wrote, in words, or undefined if nothing is.
 * An address starts with a slash, ends with a slash or `.html`, and leaves no room for `..`, queries or escapes.
 */
export function addressFault(address: string): string | undefined {
  if (address.length <= addressLimitBytes && usualAddress.test(address)) return undefined;
  if (!address.startsWith("/")) return "must start with a slash";
  if (!address.endsWith("/") && !address.endsWith(".html")) return 'must end with a slash or ".html"';
  if (!/^[\p{L}\p{M}\p{N}\-._~/]+$/u.test(address)) {
    return "may hold only letters, digits, hyphens, dots, underscores, tildes and slashes";
  }
  if (Buffer.byteLength(address) > addressLimitBytes)
    return `may not be longer than ${addressLimitBytes} bytes`;
  if (address !== address.normalize("NFC")) return "must be in Unicode normal form C";
  const segments = address.split("/").slice(1, -1);
  const names = address.endsWith("/") ? segments : [...segments, address.slice(address.lastIndexOf("/") + 1)];
  if (names.some((name) => name === "" || name.startsWith("."))) {
    return 'may not hold empty parts, "." or "..", or parts that start with a dot';
  }
  if (names.some((name) => Buffer.byteLength(name) > slugLimitBytes)) {
    return `may not hold a part longer than ${slugLimitBytes} bytes`;
  }
  return undefined;
}

/** Whether the address belongs to a page or file of Dateline's own, so that no article may take it. */
export function isReservedAddress(address: string): boolean {
  const first = address.split("/")[1] ?? "";
  return first === "" || reservedSegments.has(first.toLowerCase()) || reservedFile.test(first.toLowerCase());
}

/** The file of the output folder that an address is served from: `/a/` is `a/index.html`. */
export function outputFileOf(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

/** The last part of an address's path, as it is written: `ferry.jpg` of `/uploads/ferry.jpg?w=300`; empty where it has none. */
export function fileNameIn(address: string): string {
  const path = address.replace(/[?#].*$/s, "");
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A text without slashes at its end; looked for in time with its length. */
export function withoutEndSlashes(text: string): string {
  return text.replace(/(?<!\/)\/+$/, "");
}

/** A path without percent-encoding; as it is where that is broken. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The folders above a path in the output folder: of `a/b/c` they are `a/b` and `a`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    folders.push(path.slice(0, end));
  return folders;
}
