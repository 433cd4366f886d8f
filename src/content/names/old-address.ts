/** Addresses that pages had before, on this site or on the one it took the place of: more than its own pages may have. */

import { anySite } from "../values/address.ts";

/** Which requests are meant, as browsers make them. */
export type OldAddress = {
  /** Percent-encoded, without its query; where it stands for all that begins so, without its `*`. */
  readonly path: string;
  /** Whether it stands for every path that begins so. */
  readonly isPrefix: boolean;
  /** What the query has to hold, decoded, sorted by name; other parameters may stand beside. */
  readonly query: readonly (readonly [name: string, value: string])[];
};

/** So long may a rule of a CDN be that leads from one address to another. */
const limitBytes = 1000;

/** An old address as people write it: `/About.html`, `/?p=123`, `/%EA%B2%BD%EC%A0%9C`, `/blog/*`; or what is wrong with it, in words. */
export function readOldAddress(text: string): OldAddress | string {
  const fault = faultOf(text);
  if (fault !== undefined) return fault;
  const { pathname, searchParams } = new URL(anySite + text);
  const isPrefix = pathname.endsWith("/*");
  return {
    path: encodedPath(isPrefix ? pathname.slice(0, -1) : pathname),
    isPrefix,
    query: sortedQuery(searchParams),
  };
}

export function isOldAddress(reading: OldAddress | string): reading is OldAddress {
  return typeof reading !== "string";
}

function faultOf(text: string): string | undefined {
  if (/^https?:/i.test(text)) return "must start with a slash, without the name of the site before it";
  if (!/^\/(?!\/)/.test(text)) return "must start with a slash, and with one alone";
  if (/\p{Cc}/u.test(text)) return "may hold no tabs and line ends";
  if (text.includes("#")) return "may not hold what begins with #: browsers keep it to themselves";
  if (new URL(anySite + text).href.length - anySite.length > limitBytes) {
    return `may not be longer than ${limitBytes} bytes`;
  }
  const [path = "", query] = text.split(/\?(.*)/s);
  if (/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path))
    return 'may not hold the parts "." and "..": browsers take them out';
  if (/\/:\w/.test(path))
    return "may hold no part that begins with a colon: to CDNs it stands for any; write %3A";
  if (/\*/.test(path.replace(/\/\*$/, "")) || query?.includes("*")) {
    return 'may hold "*" as the last part of its path alone, as in /blog/*';
  }
  return query === "" ? "has nothing behind its question mark; leave that out" : undefined;
}

/**
 * A path as it is compared: percent-encoded as browsers do it, what needs no encoding plain, hexadecimal digits in capitals
 * (RFC 3986, 6.2.2).
 */
export function encodedPath(path: string): string {
  return new URL(anySite + path).pathname.replace(/%[\da-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
  });
}

/** The parameters of a query, sorted by name. Of several with one name the last counts. */
export function sortedQuery(parameters: URLSearchParams): OldAddress["query"] {
  return [...new Map(parameters)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The address as a line of text, by which it is known. */
export function oldAddressText({ path, isPrefix, query }: OldAddress): string {
  const parameters = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  return `${path}${isPrefix ? "*" : ""}${parameters === "" ? "" : `?${parameters}`}`;
}
