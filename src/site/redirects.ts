/** `_redirects`: where the CDN sends readers who come by an old or a future address. */

export type Redirect = { readonly from: string; readonly to: string; readonly status: 301 | 302 };

/**
 * The text of `_redirects`: a rule a line, sorted, percent-encoded.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function redirectsText(redirects: readonly Redirect[]): string {
  return redirects
    .map((redirect) => `${encodeURI(redirect.from)} ${encodeURI(redirect.to)} ${redirect.status}\n`)
    .sort()
    .join("");
}

/** Reads what `redirectsText` wrote: addresses decoded, in the order of the text. */
export function readRedirects(text: string): Redirect[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [from = "", to = "", status = ""] = line.split(" ");
      return { from: decodeURI(from), to: decodeURI(to), status: status === "301" ? 301 : 302 };
    });
}
