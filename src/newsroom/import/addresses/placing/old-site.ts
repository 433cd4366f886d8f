/** The site that an archive comes from: which addresses are its own, and what names them all alike. */
import { isOldAddress, oldAddressText, readOldAddress } from "../../../../content/names/old-address.ts";
import { anySite } from "../../../../content/values/address.ts";
import { basePathOf } from "../../../../site/settings/web-address.ts";
import type { ForeignSite } from "../../foreign/foreign-item.ts";

export type OldSite = {
  /**
   * An address as the path and query by which rules of the new site know it: `/2019/03/story/`, `/?p=7`. Undefined where it
   * is one of another site, or no address of the web.
   */
  readonly within: (address: string) => string | undefined;
};

/**
 * @param sites what the archive says of itself
 * @param url of the new site: below its path, addresses are the site's own without it
 */
export function oldSiteOf(sites: readonly Pick<ForeignSite, "url">[], url: string): OldSite {
  const hosts = new Set(
    [url, ...sites.flatMap((site) => site.url ?? [])].filter((one) => URL.canParse(one)).map(hostOf),
  );
  const basePath = basePathOf(url);
  return {
    within: (address) => {
      if (!/^(?:https?:\/\/|\/\/|\/|\?)/i.test(address)) return undefined;
      const [bare = ""] = address.trim().split("#");
      if (!URL.canParse(bare, anySite)) return undefined;
      const { pathname, search, origin } = new URL(bare, anySite);
      if (origin !== anySite && !hosts.has(hostOf(new URL(bare, anySite).href))) return undefined;
      const isBelow = `${pathname}/`.startsWith(`${basePath}/`);
      const path = `/${isBelow ? pathname.slice(basePath.length) : pathname}`.replace(/^\/+/, "/");
      return path + (search === "?" ? "" : search);
    },
  };
}

/** The name of a host as it counts here: that of `http://www.x.example:80` is that of `https://x.example`. */
export function hostOf(address: string): string {
  return new URL(address).hostname.toLowerCase().replace(/^www\./, "");
}

/** What an address within the site is known by, however it is encoded: undefined where no rule can have it. */
export function keyOf(within: string): string | undefined {
  const reading = readOldAddress(within);
  return isOldAddress(reading) ? oldAddressText(reading) : undefined;
}
