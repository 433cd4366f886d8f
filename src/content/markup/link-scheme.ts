/** Where a link of content may lead: to web pages, to the site itself, to a mailbox or to a telephone. */
import { anySite } from "../values/address.ts";

const schemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Whether an address may become a link: one that browsers can follow, without a scheme or with one of four. All others
 * can start programs or run scripts on a reader's machine (`ms-msdt:`, `search-ms:`, `intent:`, `javascript:`).
 */
export function isPlainLink(address: string): boolean {
  // Read as browsers read it, who pass over white space and control characters.
  return URL.canParse(address, anySite) && schemes.has(new URL(address, anySite).protocol);
}
