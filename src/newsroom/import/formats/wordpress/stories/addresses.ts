/** The addresses at which WordPress shows things: https://developer.wordpress.org/advanced-administration/wordpress/ */
import { isWebAddress } from "../../../../../content/yaml/schema-parts.ts";
import type { Knowledge } from "../wxr/knowledge.ts";
import { dateOf } from "../wxr/wxr-dates.ts";
import type { WxrItem } from "../wxr/wxr-records.ts";

/** Where readers found an item; undefined where it was never published, or is the front page. @param base without a slash at its end */
export function addressOf(item: WxrItem, base: string): string | undefined {
  const link = item.field("link").trim();
  if (item.field("wp:status") !== "publish" && item.field("wp:post_type") !== "attachment") return undefined;
  return isWebAddress(link) && link.replace(/\/$/, "") !== base ? link : undefined;
}

/**
 * Other addresses that led to an item: by its number, by slugs and days it had before, the one it was made under, and the
 * pages it is cut into.
 */
export function oldAddressesOf(item: WxrItem, base: string): string[] {
  const id = item.field("wp:post_id");
  const address = addressOf(item, base);
  const queries = { page: "page_id", attachment: "attachment_id" } as const;
  const type = item.field("wp:post_type");
  // Nobody but those who wrote it has seen it.
  if (item.field("wp:status") !== "publish" && type !== "attachment") return [];
  const query = type === "page" || type === "attachment" ? queries[type] : "p";
  const byNumber =
    base === "" || id === "" ? [] : [...new Set([query, "p"])].map((key) => `${base}/?${key}=${id}`);
  const former = address === undefined ? [] : formerAddresses(item, address);
  const pages = address === undefined || type === "attachment" ? [] : laterPages(item, address);
  // Of a file, that is the address of the file itself.
  const made = type === "attachment" ? [] : madeUnder(item.field("guid"), base);
  const all = new Set([...byNumber, ...former, ...pages, ...made]);
  if (address !== undefined) all.delete(address);
  return [...all];
}

/** WordPress leads from the slugs and the days that an item had to where it is: `wp_old_slug_redirect`. */
function formerAddresses(item: WxrItem, address: string): string[] {
  const slug = item.field("wp:post_name");
  const slugs = (item.meta.get("_wp_old_slug") ?? []).map((old) => replacedPart(address, slug, old));
  const [year = "", month = "", day = ""] = (dateOf(item) ?? "").slice(0, 10).split("-");
  const dates = (item.meta.get("_wp_old_date") ?? []).map((old) => {
    const [oldYear = "", oldMonth = "", oldDay = ""] = old.split("-");
    return [
      [`/${year}/${month}/${day}/`, `/${oldYear}/${oldMonth}/${oldDay}/`] as const,
      [`/${year}/${month}/`, `/${oldYear}/${oldMonth}/`] as const,
    ]
      .filter(([now]) => address.includes(now))
      .map(([now, then]) => address.replace(now, then))
      .at(0);
  });
  return [...slugs, ...dates].filter((one) => one !== undefined);
}

/** The address with another slug; undefined where the slug is no part of it. */
function replacedPart(address: string, slug: string, other: string): string | undefined {
  const at = slug === "" || other === "" ? -1 : address.toLowerCase().lastIndexOf(`/${slug.toLowerCase()}`);
  const after = address[at + 1 + slug.length];
  if (at === -1 || (after !== undefined && !"/.".includes(after))) return undefined;
  return `${address.slice(0, at + 1)}${other}${address.slice(at + 1 + slug.length)}`;
}

/** A text cut by `<!--nextpage-->` is shown at `/slug/2/` from its second part on. */
function laterPages(item: WxrItem, address: string): string[] {
  if (!address.endsWith("/")) return [];
  const cuts = item.field("content:encoded").split("<!--nextpage-->").length - 1;
  return Array.from({ length: Math.min(cuts, 100) }, (_, index) => `${address}${index + 2}/`);
}

/** What feed readers know an item by: an address of this site, at first. */
function madeUnder(guid: string, base: string): string[] {
  return base !== "" && guid.startsWith(`${base}/`) && isWebAddress(guid) ? [guid] : [];
}

/** The addresses of a term's listing, nested and plain, with what all addresses begin with and without, and by number. */
export function listingAddresses(
  listing: { readonly name: "category" | "tag" | "author"; readonly path: readonly string[] },
  query: string | undefined,
  base: string,
  { front }: Pick<Knowledge, "front">,
): string[] {
  if (base === "") return [];
  const paths = new Set([listing.path.join("/"), listing.path.at(-1) ?? ""]);
  const below = [...paths]
    .filter((path) => path !== "")
    .flatMap((path) =>
      [...new Set([front, ""])].map((before) => `${base}${before}/${listing.name}/${path}/`),
    );
  return query === undefined ? below : [...below, `${base}/?${query}`];
}

/** What stands before every address of a post, without the path that the site itself lies below. */
export function frontBelow(base: string, front: string): string {
  const path = URL.canParse(base) ? new URL(base).pathname.replace(/\/$/, "") : "";
  return `${front}/`.startsWith(`${path}/`) ? front.slice(path.length) : front;
}

/** The feeds of a site: https://wordpress.org/documentation/article/wordpress-feeds/ */
export function feedsOf(base: string): string[] {
  if (base === "") return [];
  const pretty = ["feed", "feed/rss", "feed/rss2", "feed/rdf", "feed/atom", "comments/feed"];
  const plain = ["rss", "rss2", "rdf", "atom"].map((format) => `${base}/?feed=${format}`);
  return [...pretty.map((path) => `${base}/${path}/`), ...plain];
}
