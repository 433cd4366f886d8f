/** Links of old texts: to where the pages are found now that they meant. */
import { decoded } from "../../../content/values/address.ts";
import { unsharedText } from "../foreign/clean-text.ts";
import type { Lead } from "./leads/leads.ts";
import { keyOf, type OldSite } from "./placing/old-site.ts";

export type LinkOptions = {
  readonly old: OldSite;
  readonly leads: Iterable<Lead>;
  /** The pages and files that have an address of their own on the site. */
  readonly isThere: (address: string) => boolean;
};

/** Parts of a page that systems make themselves, and that no page here has. */
const foreignFragment = /^#(?:comments?|respond|comment-\d+|more-\d+|disqus_thread|content|top|main)?$/i;

/** What systems put behind the address of a story: other forms of it, its own older parts, and names of its file. */
const variants = /(?:amp|feed|trackback|embed|\d{1,3})\/?$|index\.(?:html?|php)$/;

/**
 * Makes the function that gives the address a link leads to now. A link to another site stays as it is, and so does one to a
 * page of the old site that the archive does not know; of the former, parts of the page stay what they were.
 */
export function linkRewriter({ old, leads, isThere }: LinkOptions): (address: string) => string {
  const exact = new Map<string, string>();
  const wide = new Map<string, string>();
  for (const { from, to } of leads) {
    const key = keyOf(from);
    if (key === undefined || to === undefined) continue;
    const lower = key.toLowerCase();
    if (from.endsWith("*")) wide.set(lower.slice(0, -1), to);
    else exact.set(unsharedText(lower), to);
  }
  const known = (within: string): string | undefined => {
    const key = keyOf(within)?.toLowerCase();
    if (key === undefined) return undefined;
    const slashed = key.includes("?") ? key : key.endsWith("/") ? key.slice(0, -1) : `${key}/`;
    const address = decoded(within).normalize("NFC");
    const own = [address, `${address}/`].find(isThere);
    return exact.get(key) ?? exact.get(slashed) ?? own;
  };
  const find = (within: string): string | undefined => {
    const [path = ""] = within.split("?");
    const bare = path.replace(variants, "");
    const parts = path === "/" ? [] : [path, ...(bare === path || bare === "/" ? [] : [bare])];
    return (
      known(within) ??
      // Without parameters that count visits, and the like.
      parts.map(known).find((to) => to !== undefined) ??
      parts.map((part) => folderOf(part, wide)).find((to) => to !== undefined)
    );
  };
  return (link) => {
    const within = old.within(link);
    if (within === undefined) return link;
    const found = find(within);
    if (found === undefined) return link;
    const [, fragment = ""] = link.split(/(?=#)/, 2);
    return encodeURI(found) + (foreignFragment.test(fragment) ? "" : fragment);
  };
}

/** Where the narrowest of the leads for many leads a path. */
function folderOf(path: string, wide: ReadonlyMap<string, string>): string | undefined {
  const key = keyOf(path)?.toLowerCase() ?? "";
  for (let end = key.lastIndexOf("/"); end >= 0; end = key.lastIndexOf("/", end - 1)) {
    const to = wide.get(key.slice(0, end + 1));
    if (to !== undefined) return to;
    if (end === 0) break;
  }
  return undefined;
}
