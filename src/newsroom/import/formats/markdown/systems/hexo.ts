/** Hexo: https://hexo.io/docs/ */

import { dateParts, filledPattern, sitePath } from "../addresses/url-parts.ts";
import { basePathOf, configuration, siteUrl } from "../folder/configuration.ts";
import { baseOf, folderOf } from "../folder/foreign-folder.ts";
import type { FolderSystem, PlacedText } from "../folder/system.ts";
import { textAt } from "../values/values.ts";

export const hexo: FolderSystem = {
  name: "Hexo",
  recognizes: ({ has, files }) =>
    has("_config.yml") && files.some((file) => /^source\/(?:_posts|_drafts)\//.test(file)),
  open: (folder) => {
    const { values: config, faults } = configuration(folder, ["_config.yml"]);
    const url = siteUrl(textAt(config, "url"));
    const base = (textAt(config, "root") ?? basePathOf(url)).replace(/\/$/, "");
    const pattern = textAt(config, "permalink") ?? ":year/:month/:day/:title/";
    const addressOf = ({ file, values, moment, categories, role }: PlacedText) => {
      const own = textAt(values, "permalink");
      if (own !== undefined) return `${base}${sitePath(own)}`;
      if (role === "page" || !/^source\/_posts\//.test(file)) {
        const page = file.replace(/^source\//, "").replace(/\.[^./]+$/, ".html");
        return `${base}${sitePath(page)}`;
      }
      const path = file.replace(/^source\/_posts\//, "").replace(/\.[^./]+$/, "");
      const name = baseOf(file).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "");
      const folders = folderOf(path);
      const parts = {
        ...dateParts(moment),
        title: textAt(values, "slug") ?? (folders === "" ? name : `${folders}/${name}`),
        name,
        post_title: name,
        id: textAt(values, "id"),
        category:
          categories.length === 0
            ? (textAt(config, "default_category") ?? "uncategorized")
            : categories.join("/"),
      };
      const filled = filledPattern(pattern, parts);
      return filled === undefined ? undefined : `${base}${filled}`;
    };
    const folderNames = {
      category: textAt(config, "category_dir") ?? "categories",
      tag: textAt(config, "tag_dir") ?? "tags",
    };
    return {
      name: "Hexo",
      site: {
        url,
        title: textAt(config, "title"),
        language: textAt(config, "language"),
        feeds: [`${base}/${textAt(config, "feed.path") ?? "atom.xml"}`],
      },
      timezone: textAt(config, "timezone"),
      config,
      faults,
      codes: ["hexo"],
      roleOf: (file, values) => {
        if (/^source\/_drafts\//.test(file)) return "draft";
        if (/^source\/_posts\//.test(file)) return "article";
        if (!file.startsWith("source/") || /^source\/_/.test(file) || values === undefined) return "other";
        return /^(?:tags?|categories|category|archives?)$/.test(
          textAt(values, "type") ?? textAt(values, "layout") ?? "",
        )
          ? "listing"
          : "page";
      },
      defaultsOf: () => ({}),
      addressOf,
      termAddresses: (kind, name) =>
        kind === "author" ? [] : [`${base}/${folderNames[kind]}/${name.trim().replace(/\s+/g, "-")}/`],
      fileAddress: (file) => `${base}/${file.replace(/^source\//, "")}`,
    };
  },
};
