/** Links in the bodies of articles that lead to no page of the site. */
import { decoded, outputFileOf } from "../content/address.ts";
import type { Article } from "../content/article.ts";
import type { StyleFinding } from "../content/house-style.ts";
import type { Redirect } from "./redirects.ts";

/** Stands for the site's own origin, whose name does not matter here. */
const anyOrigin = "https://site.invalid";

/**
 * A finding for each link to a page that is not there. Files such as feeds and pictures are not looked at: what
 * files there will be is known only when the site is built (`npm run check -- --output DIR` looks at them).
 *
 * @param hiddenAddresses of articles that are not shown: links there are told by `unreadyLinks`
 */
export function brokenBodyLinks(
  articles: readonly { readonly article: Article; readonly address: string }[],
  pages: readonly { readonly address: string }[],
  redirects: readonly Redirect[],
  hiddenAddresses: readonly string[],
): StyleFinding[] {
  const linking = articles.filter(({ article }) => article.internalLinks.length > 0);
  if (linking.length === 0) return [];
  const files = new Set([
    ...pages.map((page) => outputFileOf(page.address)),
    ...redirects.map((redirect) => outputFileOf(redirect.from)),
    ...hiddenAddresses.map(outputFileOf),
  ]);
  return linking.flatMap(({ article, address }) =>
    article.internalLinks.flatMap(({ href, place }): StyleFinding[] => {
      const target = targetPath(href, address);
      if (target === undefined || files.has(outputFileOf(target))) return [];
      const withSlash = `${target}/`;
      const advice = files.has(outputFileOf(withSlash)) ? `did you mean "${withSlash}"?` : "correct it";
      const message = `the link "${decoded(href)}" leads to no page of this site; ${advice}`;
      return [{ place, code: "broken-link", message }];
    }),
  );
}

/** The decoded path of a link that can only mean a page; undefined for files. */
export function targetPath(href: string, address: string): string | undefined {
  const { pathname } = new URL(href, anyOrigin + encodeURI(address));
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  if (name.includes(".") && !name.endsWith(".html")) return undefined;
  return decoded(pathname);
}
