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
