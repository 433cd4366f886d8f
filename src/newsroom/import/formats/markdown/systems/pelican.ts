/** Pelican: https://docs.getpelican.com/ */

import { pelicanSlug, replacedAll, sitePath, strftime } from "../addresses/url-parts.ts";
import { assignedTexts, basePathOf, firstText, siteUrl } from "../folder/configuration.ts";
import { baseOf, folderOf } from "../folder/foreign-folder.ts";
import type { FolderSystem, PlacedText } from "../folder/system.ts";
import { listOf, textAt, textOf, type Values } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

export const pelican: FolderSystem = {
  name: "Pelican",
  recognizes: ({ has }) => has("pelicanconf.py"),
  open: (folder) => {
    const code = `${firstText(folder, ["pelicanconf.py"])}\n${firstText(folder, ["publishconf.py"])}`;
    const settings = assignedTexts(code);
    const url = siteUrl(settings.get("SITEURL"));
    const base = basePathOf(url);
    const content = (settings.get("PATH") ?? "content").replace(/^\.?\/|\/$/g, "");
    const inContent = (file: string) =>
      content !== "" && file.startsWith(`${content}/`) ? file.slice(content.length + 1) : file;
    const metadata = fileMetadata(code);
    const usesTitles = (settings.get("SLUGIFY_SOURCE") ?? "title") === "title";
    const usesFolders = !/^USE_FOLDER_AS_CATEGORY\s*=\s*False/m.test(code);

    const addressOf = ({ file, values, title, moment, categories, role }: PlacedText) => {
      const own = textAt(values, "url") ?? textAt(values, "save_as");
      if (own !== undefined) return `${base}${sitePath(own)}`;
      const slug = textAt(values, "slug") ?? pelicanSlug(usesTitles ? title : baseOf(file));
      const pattern =
        role === "page"
          ? (settings.get("PAGE_URL") ?? "pages/{slug}.html")
          : (settings.get("ARTICLE_URL") ?? "{slug}.html");
      const filled = replacedAll(pattern, /\{([a-z_]+)(?::([^}]*))?\}/g, ([, name, format]) => {
        if (name === "slug") return slug;
        if (name === "date") return format === undefined ? undefined : strftime(format, moment);
        if (name === "category")
          return pelicanSlug(categories[0] ?? settings.get("DEFAULT_CATEGORY") ?? "misc");
        if (name === "author")
          return pelicanSlug(textOf(listOf(values["author"])[0]) ?? settings.get("AUTHOR") ?? "");
        return name === "lang" ? (textAt(values, "lang") ?? settings.get("DEFAULT_LANG")) : undefined;
      });
      return filled === undefined ? undefined : `${base}${sitePath(filled)}`;
    };
    const feed = settings.get("FEED_ALL_ATOM") ?? "feeds/all.atom.xml";
    const rss = settings.get("FEED_ALL_RSS") ?? settings.get("FEED_RSS");
    return {
      name: "Pelican",
      site: {
        url,
        title: settings.get("SITENAME"),
        language: settings.get("DEFAULT_LANG"),
        feeds: [feed, settings.get("FEED_ATOM"), rss].flatMap((one) =>
          one === undefined ? [] : [`${base}${sitePath(one)}`],
        ),
      },
      timezone: settings.get("TIMEZONE"),
      config: {},
      faults: [],
      codes: ["pelican", "hexo"],
      roleOf: (file, values) => {
        if (content !== "" && !file.startsWith(`${content}/`)) return "other";
        if (values === undefined) return "other";
        return /^pages\//.test(inContent(file)) ? "page" : "article";
      },
      defaultsOf: (file): Values => {
        const found = metadata?.exec(baseOf(file))?.groups ?? {};
        const dir = folderOf(inContent(file)).split("/").at(-1) ?? "";
        const author = settings.get("AUTHOR");
        const category =
          usesFolders && dir !== "" && dir !== "posts" && dir !== "articles"
            ? dir
            : settings.get("DEFAULT_CATEGORY");
        const date = found["date"] ?? dateInPath(baseOf(file))?.date;
        return {
          ...(author && { author }),
          ...(category && { category }),
          ...(date && { date }),
          ...(found["slug"] && { slug: found["slug"] }),
        };
      },
      addressOf,
      termAddresses: (kind, name) => {
        const slug = pelicanSlug(name);
        const pattern = settings.get(`${kind.toUpperCase()}_URL`) ?? `${kind}/{slug}.html`;
        return slug === undefined ? [] : [`${base}${sitePath(pattern.replace(/\{slug\}/g, slug))}`];
      },
      fileAddress: (file) => `${base}/${inContent(file)}`,
    };
  },
};

/** FILENAME_METADATA, where its pattern means the same in JavaScript and cannot run away. */
function fileMetadata(code: string): RegExp | undefined {
  const [, , pattern] = /^FILENAME_METADATA\s*=\s*r?(["'])(.+)\1\s*$/m.exec(code) ?? [];
  const plain = pattern?.replace(/\(\?P</g, "(?<");
  const isTame =
    /^(?:\(\?<(?:date|slug|title)>(?:\\d(?:\{\d\})?|\.\*|-|\.\+|\[[^\]]*\]\+)+\)|[-_.]|\.\*|\$|\^)+$/;
  return plain !== undefined && isTame.test(plain) && plain.length < 80 ? new RegExp(plain) : undefined;
}
