/** Astro: https://docs.astro.build/. Where a collection is published is code; what its routes are called tells most of it. */

import { dateParts, filledPattern, githubSlug, sitePath } from "../addresses/url-parts.ts";
import { assignedTexts, firstText, siteUrl } from "../folder/configuration.ts";
import type { ForeignFolder } from "../folder/foreign-folder.ts";
import type { FolderSystem, PlacedText } from "../folder/system.ts";
import { textAt, truthOf } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

const configFiles = ["mjs", "js", "ts", "cjs", "mts"].map((ending) => `astro.config.${ending}`);
const collectionPath = /^(?:src\/)?(?:content|data)\/([^/]+)\/(.+)\.[^./]+$/;
const dates = [
  "date",
  "pubDate",
  "publishDate",
  "pubDatetime",
  "published",
  "publishedAt",
  "publishedDate",
  "created",
];

export const astro: FolderSystem = {
  name: "Astro",
  recognizes: ({ has }) => configFiles.some(has),
  open: (folder) => {
    const settings = assignedTexts(firstText(folder, configFiles));
    const own = siteUrl(settings.get("site"));
    const base = `/${settings.get("base") ?? ""}`.replace(/\/{2,}/g, "/").replace(/\/$/, "");
    const url = own === undefined ? undefined : siteUrl(`${own.slice(0, -1)}${base}`);
    const hasSlash = settings.get("trailingSlash") !== "never";
    const routes = routesOf(folder);
    const addressOf = ({ file, values, moment, role }: PlacedText) => {
      const [, collection, path] = collectionPath.exec(file) ?? [];
      const own = textAt(values, "permalink");
      if (own?.startsWith("/") === true) return `${base}${sitePath(own)}`;
      if (collection === undefined || path === undefined) {
        const page = file.replace(/^src\/pages\//, "").replace(/\.[^./]+$/, "");
        return `${base}${sitePath(`${page}/`.replace(/(?:^|\/)index\/$/, "/"))}`;
      }
      const place =
        routes.get(collection) ??
        routes.get(`${collection}s`) ??
        routes.get("blog") ??
        routes.get("") ??
        collection;
      const isDated = place.includes(":year");
      const parts = path.replace(/\/index$/, "").split("/");
      const named = isDated ? [dateInPath(file)?.name ?? parts.at(-1) ?? ""] : parts;
      const id = textAt(values, "slug") ?? named.map(githubSlug).join("/");
      const address = filledPattern(`${role === "page" && isDated ? "" : place}/${id}`, dateParts(moment));
      if (address === undefined) return undefined;
      return `${base}${address.replace(/\/$/, "")}${hasSlash ? "/" : ""}`;
    };
    const tagRoute = folder.files.some((file) => /^src\/pages\/(?:.*\/)?tags\/\[/.test(file))
      ? "tags"
      : "tag";
    return {
      name: "Astro",
      site: {
        url,
        title: undefined,
        feeds: ["rss.xml", "feed.xml"]
          .filter((name) => folder.files.some((file) => file.startsWith(`src/pages/${name}`)))
          .map((name) => `${base}/${name}`),
      },
      config: {},
      faults: [],
      codes: ["mdx", "callouts"],
      roleOf: (file, values) => {
        const collection = collectionPath.exec(file)?.[1];
        if (collection === undefined)
          return file.startsWith("src/pages/") && values !== undefined ? "page" : "other";
        if (/^(?:authors?|tags?|categor(?:y|ies)|people|team)$/.test(collection) || values === undefined)
          return "other";
        const isDated =
          dates.some((key) => values[key] !== undefined && truthOf(values[key]) === undefined) ||
          dateInPath(file) !== undefined;
        return isDated || /^(?:posts?|blog|articles?|news)$/.test(collection) ? "article" : "page";
      },
      defaultsOf: () => ({}),
      addressOf,
      termAddresses: (kind, name) => (kind === "tag" ? [`${base}/${tagRoute}/${githubSlug(name)}/`] : []),
      fileAddress: (file) => `${base}/${file.replace(/^public\//, "")}`,
    };
  },
};

/** A page made of entries: the folders before its last part, those with a parameter among them. */
const route =
  /^src\/pages\/((?:[^/]+\/)*)\[(?:\.\.\.)?(?:slug|id|post|path|entry|title)[^\]]*\](?:\/index)?\.astro$/;
const dateParameter = /^\[(year|month|day)\]$/;

/** By the name of the last folder that is no parameter, `""` where there is none: the patterns of what is published below it. */
function routesOf({ files }: ForeignFolder): ReadonlyMap<string, string> {
  const routes = new Map<string, string>();
  for (const file of files) {
    const dirs = route.exec(file)?.[1]?.split("/").filter(Boolean);
    if (dirs === undefined || dirs.some((dir) => dir.includes("[") && !dateParameter.test(dir))) continue;
    const pattern = dirs.map((dir) => dir.replace(dateParameter, ":$1")).join("/");
    const name = dirs.filter((dir) => !dir.includes("[")).at(-1) ?? "";
    // What has a date in its address is made of posts.
    if (!routes.has(name) || pattern.includes(":year")) routes.set(name, pattern);
  }
  return routes;
}
