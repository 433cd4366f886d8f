/** Astro: https://docs.astro.build/. Where a collection is published is code; what its routes are called tells most of it. */

import { githubSlug, sitePath } from "../addresses/url-parts.ts";
import { assignedTexts, firstText, siteUrl } from "../folder/configuration.ts";
import { type ForeignFolder, folderOf } from "../folder/foreign-folder.ts";
import type { FolderSystem, PlacedText } from "../folder/system.ts";
import { textAt } from "../values/values.ts";
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
    const addressOf = ({ file, values }: PlacedText) => {
      const [, collection, path] = collectionPath.exec(file) ?? [];
      if (collection === undefined || path === undefined) {
        const page = file.replace(/^src\/pages\//, "").replace(/\.[^./]+$/, "");
        return `${base}${sitePath(`${page}/`.replace(/(?:^|\/)index\/$/, "/"))}`;
      }
      const parts = path
        .replace(/\/index$/, "")
        .split("/")
        .map(githubSlug);
      const id = textAt(values, "slug") ?? parts.join("/");
      const address = sitePath(
        `${routes.get(collection) ?? routes.get(`${collection}s`) ?? routes.get("blog") ?? routes.get("") ?? collection}/${id}`,
      );
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
        const isDated = dates.some((key) => values[key] !== undefined) || dateInPath(file) !== undefined;
        return isDated || /^(?:posts?|blog|articles?|news)$/.test(collection) ? "article" : "page";
      },
      defaultsOf: () => ({}),
      addressOf,
      termAddresses: (kind, name) => (kind === "tag" ? [`${base}/${tagRoute}/${githubSlug(name)}/`] : []),
      fileAddress: (file) => `${base}/${file.replace(/^public\//, "")}`,
    };
  },
};

/** By the name of the folder that a route with a parameter lies in, `""` for the first: where it is published. */
function routesOf({ files }: ForeignFolder): ReadonlyMap<string, string> {
  const routes = new Map<string, string>();
  for (const file of files) {
    const [, path = ""] =
      /^src\/pages\/((?:[^[\]]+\/)?)\[(?:\.\.\.)?(?:slug|id|post|path|entry)[^\]]*\](?:\/index)?\.astro$/.exec(
        file,
      ) ?? [undefined, undefined];
    if (
      !/^src\/pages\//.test(file) ||
      !/\[(?:\.\.\.)?(?:slug|id|post|path|entry)[^\]]*\](?:\/index)?\.astro$/.test(file)
    )
      continue;
    const dir = path.replace(/\/$/, "");
    const name = folderOf(`${dir}/x`).split("/").at(-1) ?? "";
    if (!routes.has(name)) routes.set(name, dir);
  }
  return routes;
}
