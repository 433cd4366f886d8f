/** Addresses as the rest of the web writes them. */

/** The whole web address of an address on the site, percent-encoded. */
export function webAddressOf(address: string, siteUrl: string): string {
  return siteUrl + encodeURI(address);
}
