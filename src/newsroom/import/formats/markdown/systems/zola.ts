/** Zola: https://www.getzola.org/documentation/ */

import { asciiSlug, jekyllSlug, sitePath } from "../addresses/url-parts.ts";
import { basePathOf, configuration, siteUrl } from "../folder/configuration.ts";
import { baseOf, folderOf, nameOfFolder } from "../folder/foreign-folder.ts";
import type { FolderSystem, PlacedText } from "../folder/system.ts";
import { isValues, listOf, textAt, textOf, truthOf, type Values } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

const configFiles = ["zola.toml", "config.toml"];

export const zola: FolderSystem = {
  name: "Zola",
  recognizes: (folder) =>
    configFiles.some(folder.has) &&
    folder.files.some((file) => file.startsWith("content/")) &&
    textAt(configuration(folder, configFiles).values, "base_url") !== undefined,
  open: (folder) => {
    const { values: config, faults } = configuration(folder, configFiles);
    const url = siteUrl(textAt(config, "base_url"));
    const base = basePathOf(url);
    const slugOf = slugifierOf(textAt(config, "slugify.paths") ?? "on");
    const termSlugOf = slugifierOf(textAt(config, "slugify.taxonomies") ?? "on");
    const defaultLanguage = textAt(config, "default_language") ?? "en";
    const languages = new Set(Object.keys(isValues(config["languages"]) ? config["languages"] : {}));
    const languageOf = (file: string) => {
      const ending = /\.([A-Za-z-]{2,8})\.md$/.exec(file)?.[1];
      return ending !== undefined && languages.has(ending) ? ending : undefined;
    };

    const addressOf = ({ file, values }: PlacedText) => {
      const language = languageOf(file);
      const prefix = `${base}${language === undefined ? "" : `/${language}`}`;
      const own = textAt(values, "path");
      if (own !== undefined) return `${prefix}${sitePath(own).replace(/\/$/, "")}/`;
      const path = file
        .replace(/^content\//, "")
        .replace(language === undefined ? /\.md$/ : /\.[^.]+\.md$/, "");
      const place = path.replace(/(?:^|\/)index$/, "");
      const name = baseOf(`${place}.md`).replace(/^\d{4}-\d{2}-\d{2}[-_ ]+/, "");
      const slug = textAt(values, "slug") ?? slugOf(name);
      const folders = folderOf(place).split("/").filter(Boolean).map(slugOf);
      if (slug === undefined || folders.includes(undefined)) return undefined;
      return `${prefix}${sitePath([...folders, slug, ""].join("/"))}`;
    };

    const taxonomies = new Set(
      listOf(config["taxonomies"]).map((one) => (isValues(one) ? textAt(one, "name") : textOf(one))),
    );
    const listings = { category: "categories", tag: "tags", author: "authors" };
    const hasFeeds = ["generate_feeds", "generate_feed", "generate_rss"].some(
      (key) => truthOf(config[key]) === true,
    );
    const feedNames = [...listOf(config["feed_filenames"]), ...listOf(config["feed_filename"])].map(textOf);
    return {
      name: "Zola",
      site: {
        url,
        title: textAt(config, "title"),
        language: defaultLanguage,
        feeds: hasFeeds
          ? (feedNames.length > 0 ? feedNames : ["atom.xml"]).map((name) => `${base}/${name}`)
          : [],
      },
      config,
      faults,
      codes: ["tera"],
      roleOf: (file, values) => {
        if (!file.startsWith("content/")) return "other";
        if (/(?:^|\/)_index(?:\.[^/]*)?\.md$/.test(file)) return "listing";
        if (values === undefined) return "other";
        if (truthOf(values["render"]) === false) return "hidden";
        return values["date"] !== undefined || dateInPath(file) !== undefined ? "article" : "page";
      },
      defaultsOf: (file): Values => {
        const language = languageOf(file);
        const [section = "", ...rest] = file.replace(/^content\//, "").split("/");
        const isPost =
          rest.length > 0 &&
          !/^(?:posts?|blog|news|articles?|\d{4}.*)$/.test(section) &&
          rest.join("/") !== "index.md";
        return {
          ...(language && { language }),
          ...(isPost && { section: nameOfFolder(section) }),
        };
      },
      addressOf,
      termAddresses: (kind, name) => {
        const listing = listings[kind];
        const slug = termSlugOf(name);
        return taxonomies.has(listing) && slug !== undefined ? [`${base}/${listing}/${slug}/`] : [];
      },
      fileAddress: (file) => `${base}/${file.replace(/^(?:static|content)\//, "")}`,
    };
  },
};

/** https://www.getzola.org/documentation/getting-started/configuration/#slugification-strategies */
function slugifierOf(strategy: string): (name: string) => string | undefined {
  if (strategy === "on") return asciiSlug;
  if (strategy === "safe") return (name) => name.replace(/[\s/?#[\]@:;"'<>|*\\^`{}%&+,=!$()~]+/g, "-");
  return strategy === "off" ? (name) => name : jekyllSlug;
}
