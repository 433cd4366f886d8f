/** Addresses as the rest of the web writes them. */
import { withoutEndSlashes } from "../../content/values/address.ts";

/** The address of a site as all others begin with it: without a slash at its end. */
export function siteUrlOf(text: string): string {
  const { origin, pathname } = new URL(text);
  return origin + withoutEndSlashes(pathname);
}

/** The path below which a site lies, percent-encoded: `/news` of https://x.example/news, or empty. */
export function basePathOf(siteUrl: string): string {
  return withoutEndSlashes(new URL(siteUrl).pathname);
}

/** The whole web address of an address on the site, percent-encoded. */
export function webAddressOf(address: string, siteUrl: string): string {
  return siteUrl + encodeURI(address);
}
