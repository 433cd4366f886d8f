/** `_redirects`: where the CDN sends readers who come by an old or a future address, and which addresses are gone. */

export type Redirect = { readonly from: string; readonly to: string; readonly status: 301 | 302 };

/** The page that is sent for an address that is gone. */
export const goneAddress = "/410.html";

/** Ends the rule of an address that is gone: where its page is, and the status it is sent with. */
const goneRule = `${goneAddress} 410`;

/**
 * The text of `_redirects`: a rule a line, sorted, percent-encoded.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 *
 * @param gone addresses that answer 410 (RFC 9110, 15.5.11)
 */
export function redirectsText(redirects: readonly Redirect[], gone: readonly string[] = []): string {
  return [
    ...redirects.map(({ from, to, status }) => `${encodeURI(from)} ${encodeURI(to)} ${status}\n`),
    ...gone.map((address) => `${encodeURI(address)} ${goneRule}\n`),
  ]
    .sort()
    .join("");
}

/** Reads the redirects that `redirectsText` wrote: addresses decoded, in the order of the text. */
export function readRedirects(text: string): Redirect[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.endsWith(` ${goneRule}`))
    .map((line) => {
      const [from = "", to = "", status = ""] = line.split(" ");
      return { from: decodeURI(from), to: decodeURI(to), status: status === "301" ? 301 : 302 };
    });
}
