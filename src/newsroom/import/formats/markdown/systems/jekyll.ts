/** Jekyll: https://jekyllrb.com/docs/ */

import { dateParts, filledPattern, jekyllSlug, sitePath } from "../addresses/url-parts.ts";
import { configuration, merged, siteUrl } from "../folder/configuration.ts";
import { htmlName } from "../folder/file-kinds.ts";
import type { ForeignFolder } from "../folder/foreign-folder.ts";
import { baseOf, folderOf } from "../folder/foreign-folder.ts";
import type { FileRole, FolderSystem, OpenedSystem, PlacedText } from "../folder/system.ts";
import { isValues, listOf, textAt, textOf, truthOf, type Values, valueAt } from "../values/values.ts";

export const jekyll: FolderSystem = {
  name: "Jekyll",
  recognizes: ({ has, files }) =>
    (["_config.yml", "_config.yaml", "_config.toml"].some(has) &&
      !files.some((file) => file.startsWith("source/_posts/"))) ||
    files.some((file) => /(?:^|\/)_posts\/[^/]*\d{4}-\d/.test(file)),
  open: openJekyll,
};

/** https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

const postPath = /^(?:(.*)\/)?_posts\/(?:.*\/)?(?:\d{2,4}-\d{1,2}-\d{1,2}-)?([^/]*)\.[^./]+$/;
const listingSign = /\{%-?\s*for\s|\bpaginator\b|\bsite\.(?:posts|tags|categories)\b/;

function openJekyll(folder: ForeignFolder): OpenedSystem {
  const { values: config, faults } = configuration(folder, ["_config.toml", "_config.yaml", "_config.yml"]);
  const base = `/${textAt(config, "baseurl") ?? ""}`.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  const root = siteUrl(textAt(config, "url"));
  const url = root === undefined ? undefined : siteUrl(`${root.slice(0, -1)}${base}`);
  const source = (textAt(config, "source") ?? "").replace(/^\.?\/|\/$/g, "");
  const inSource = (file: string) =>
    source !== "" && file.startsWith(`${source}/`) ? file.slice(source.length + 1) : file;
  const pattern = patternOf(textAt(config, "permalink") ?? "date");
  const collections = valueAt(config, "collections");

  const roleOf = (file: string, values: Values | undefined): FileRole => {
    const path = inSource(file);
    if (/(?:^|\/)_drafts\//.test(path)) return "draft";
    if (/(?:^|\/)_posts\//.test(path)) return values === undefined ? "other" : "article";
    const [, collection] = /^_([^/]+)\//.exec(path) ?? [];
    if (collection !== undefined) {
      const settings = isValues(collections) ? collections[collection] : undefined;
      const isShown = isValues(settings) && truthOf(settings["output"]) === true;
      if (!isShown || values === undefined) return isValues(settings) ? "hidden" : "other";
      return values["date"] === undefined ? "page" : "article";
    }
    if (values === undefined) return "other";
    if (/(?:^|\/)(?:404|search|offline)\.(?:html?|md|markdown)$/.test(path)) return "listing";
    const text = folder.textOf(file);
    if (typeof text === "string" && listingSign.test(text)) return "listing";
    return htmlName.test(path) && Object.keys(values).length === 0 ? "other" : "page";
  };

  const addressOf = (text: PlacedText): string | undefined => {
    const own = textAt(text.values, "permalink");
    const path = inSource(text.file);
    const isPost = postPath.exec(path);
    if (isPost === null) {
      const folderPath = folderOf(path);
      const ending = /\/$/.test(pattern) ? "/" : ".html";
      const address = own === undefined ? `/:path/:basename${ending}` : patternOf(own);
      const basename = baseOf(path);
      const parts = {
        path: folderPath.replace(/^_/, ""),
        basename,
        name: basename,
        title: basename,
        output_ext: ".html",
        collection: folderPath.replace(/^_/, "").split("/")[0],
      };
      return below(base, filledPattern(address, parts)?.replace(/\/index\/$/, "/"));
    }
    const [, above = "", name = ""] = isPost;
    const categories = [...new Set([...above.split("/").filter(Boolean), ...text.categories])];
    const parts = {
      ...dateParts(text.moment),
      title: textAt(text.values, "slug") ?? name,
      slug: jekyllSlug(textAt(text.values, "slug") ?? name),
      categories: categories.map((category) => category.toLowerCase()).join("/"),
      slugified_categories: categories.map(jekyllSlug).join("/"),
      output_ext: ".html",
      collection: "posts",
    };
    return below(base, filledPattern(own === undefined ? pattern : patternOf(own), parts));
  };

  const archives = valueAt(config, "jekyll-archives");
  return {
    name: "Jekyll",
    site: {
      url,
      title: textAt(config, "title") ?? textAt(config, "name"),
      language: textAt(config, "lang") ?? textAt(config, "locale"),
      feeds: [...feedsOf(folder, config)].map((feed) => `${base}${feed}`),
    },
    timezone: textAt(config, "timezone"),
    // The clocks of the machine that builds: GitHub's go by UTC.
    addressZone: "UTC",
    config: merged(config, { baseurl: base, url: root?.slice(0, -1) ?? "" }),
    faults,
    codes: ["liquid"],
    tagsBySpaces: true,
    roleOf,
    defaultsOf: (file) => {
      const above = postPath.exec(inSource(file))?.[1];
      return { ...(above && { categories: above.split("/") }), ...defaultsOf(config, inSource(file)) };
    },
    addressOf,
    termAddresses: (kind, name) => {
      if (kind === "author" || !isValues(archives)) return [];
      const address = textAt(archives, `permalinks.${kind}`) ?? `/${kind}/:name/`;
      const filled = filledPattern(address, { name: jekyllSlug(name) });
      return filled === undefined ? [] : [`${base}${filled}`];
    },
    fileAddress: (file) => `${base}/${inSource(file)}`,
  };
}

function patternOf(permalink: string): string {
  return (Object.hasOwn(styles, permalink) ? styles[permalink] : undefined) ?? permalink;
}

function below(base: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : `${base}${sitePath(path)}`;
}

function feedsOf({ has }: ForeignFolder, config: Values): ReadonlySet<string> {
  const feeds = ["feed.xml", "atom.xml", "rss.xml", "feed.json", "feed/index.xml"].filter(has);
  const plugins = [...listOf(config["plugins"]), ...listOf(config["gems"])].map(textOf);
  const ofPlugin = plugins.includes("jekyll-feed") ? [textAt(config, "feed.path") ?? "feed.xml"] : [];
  return new Set(
    [...feeds, ...ofPlugin].map((feed) => `/${feed.replace(/^\//, "").replace(/index\.xml$/, "")}`),
  );
}

/** `defaults` of the configuration: https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
function defaultsOf(config: Values, file: string): Values {
  const type = /(?:^|\/)_drafts\//.test(file)
    ? "drafts"
    : /(?:^|\/)_posts\//.test(file)
      ? "posts"
      : collectionOf(file);
  let made: Values = {};
  const fitting = listOf(config["defaults"])
    .filter(isValues)
    .flatMap((entry) => {
      const path = (textAt(entry, "scope.path") ?? "").replace(/^\/|\/$/g, "");
      const of = textAt(entry, "scope.type");
      const values = entry["values"];
      const fits = path === "" || isBelow(file, path);
      return fits && isValues(values) && (of === undefined || of === type) ? [{ path, of, values }] : [];
    });
  const weight = ({ path, of }: (typeof fitting)[number]) => path.length * 2 + (of === undefined ? 0 : 1);
  for (const { values } of fitting.sort((a, b) => weight(a) - weight(b))) made = merged(made, values);
  return made;
}

function collectionOf(file: string): string {
  return /^_([^/]+)\//.exec(file)?.[1] ?? "pages";
}

/** Whether a file lies at a path or below it; a `*` in the path stands for a part of a name. */
function isBelow(file: string, path: string): boolean {
  const names = file.split("/");
  return path.split("/").every((part, index) => {
    const [before = "", after] = part.split("*");
    const name = names[index] ?? "";
    return after === undefined ? name === part : name.startsWith(before) && name.endsWith(after);
  });
}
