/** Hugo: https://gohugo.io/documentation/ */

import { dateParts, filledPattern, hugoPart, sitePath } from "../addresses/url-parts.ts";
import { basePathOf, merged, siteUrl } from "../folder/configuration.ts";
import { baseOf, type ForeignFolder, folderOf, nameOfFolder } from "../folder/foreign-folder.ts";
import {
  ancestorsOf,
  cascadesOf,
  configFiles,
  hugoConfiguration,
  languagesOf,
} from "../folder/hugo-configuration.ts";
import type { FileRole, FolderSystem, OpenedSystem, PlacedText } from "../folder/system.ts";
import { isValues, textAt, textOf, truthOf, type Values, valueAt } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

export const hugo: FolderSystem = {
  name: "Hugo",
  recognizes: (folder) =>
    folder.files.some((file) => /^hugo\.(?:toml|ya?ml|json)$|^config\/_default\//.test(file)) ||
    (configFiles.some(folder.has) &&
      ["content", "archetypes", "layouts"].some((name) =>
        folder.files.some((file) => file.startsWith(`${name}/`)),
      ) &&
      !folder.has("_config.yml")),
  open: openHugo,
};

/** Sections whose texts are articles though they name no date. */
const postSection = /^(?:posts?|blogs?|news|articles?|stories|press|_posts)$/;

function openHugo(folder: ForeignFolder): OpenedSystem {
  const { values: config, faults } = hugoConfiguration(folder);
  const url = siteUrl(textAt(config, "baseurl"));
  const base = basePathOf(url);
  const languages = languagesOf(config);
  const defaultLanguage = textAt(config, "defaultcontentlanguage") ?? "en";
  const isPrefixed = truthOf(config["defaultcontentlanguageinsubdir"]) === true;
  const contentFolder = textAt(config, "contentdir") ?? "content";

  /** The path within the content folder, without language and ending, and the language. */
  const contentPath = (file: string): { path: string; language: string } => {
    const own = [...languages].find(([, { folder: dir }]) => dir !== undefined && file.startsWith(`${dir}/`));
    const root = own?.[1].folder ?? contentFolder;
    const path = file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
    const [, stem = "", ending] = /^(.*?)(?:\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?))?\.[^./]+$/.exec(path) ?? [];
    const isLanguage = ending !== undefined && (languages.size === 0 || languages.has(ending.toLowerCase()));
    const kept = isLanguage || ending === undefined ? stem : `${stem}.${ending}`;
    return { path: kept, language: own?.[0] ?? (isLanguage ? ending : defaultLanguage) };
  };
  const prefixOf = (language: string) =>
    base + (language === defaultLanguage && !isPrefixed ? "" : `/${language.toLowerCase()}`);

  const roleOf = (file: string, values: Values | undefined): FileRole => {
    const isContent = [contentFolder, ...[...languages.values()].map((language) => language.folder)].some(
      (dir) => dir !== undefined && file.startsWith(`${dir}/`),
    );
    if (!isContent) return "other";
    const { path } = contentPath(file);
    if (/(?:^|\/)_index$/.test(path)) return "listing";
    if (values === undefined) return "other";
    const isHidden =
      truthOf(values["headless"]) === true ||
      [valueAt(values, "build.render"), valueAt(values, "_build.render")].some(
        (render) => textOf(render) === "never" || render === false,
      );
    if (isHidden) return "hidden";
    const [section = "", ...rest] = path.split("/");
    if (rest.length === 0 || (rest.length === 1 && rest[0] === "index")) return "page";
    const isDated =
      ["date", "publishdate", "pubdate", "published"].some((key) =>
        Object.entries(values).some(
          ([own, value]) => own.toLowerCase() === key && truthOf(value) === undefined,
        ),
      ) || dateInPath(file) !== undefined;
    return isDated || postSection.test(section) ? "article" : "page";
  };

  const addressOf = (text: PlacedText): string | undefined => {
    const { path, language } = contentPath(text.file);
    const prefix = prefixOf(language);
    const own = textAt(text.values, "url");
    if (own !== undefined) {
      const filled = /:[a-z]/.test(own) ? filledPattern(own, partsOf(text, path)) : sitePath(own);
      if (filled === undefined) return undefined;
      return own.startsWith("/") && base !== "" && !own.startsWith(`${base}/`)
        ? `${base}${filled}`
        : own.startsWith("/")
          ? filled
          : `${prefix}${filled}`;
    }
    const pattern = patternOf(config, path.split("/")[0] ?? "");
    const bundle = path.replace(/(?:^|\/)index$/, "");
    const folders = folderOf(bundle).split("/").filter(Boolean).map(hugoPart);
    const last = textAt(text.values, "slug") ?? baseOf(`${bundle}.md`);
    const filled =
      pattern === undefined
        ? sitePath([...folders, hugoPart(last)].join("/"))
        : filledPattern(pattern, partsOf(text, path));
    if (filled === undefined) return undefined;
    const ending = truthOf(config["uglyurls"]) === true ? ".html" : "/";
    return `${prefix}${filled.replace(/\/$/, "")}${filled === "/" ? "/" : /\.[a-z]+$/.test(filled) ? "" : ending}`;
  };

  const taxonomies = { category: "categories", tag: "tags", author: "authors", ...taxonomiesOf(config) };
  const cascades = cascadesOf(folder, config);
  return {
    name: "Hugo",
    site: {
      url,
      title: textAt(config, "title"),
      language: textAt(config, "languagecode") ?? defaultLanguage,
      feeds: [`${base}/index.xml`],
    },
    timezone: textAt(config, "timezone"),
    config: merged(config, { baseurl: base }),
    faults,
    codes: ["hugo"],
    roleOf,
    defaultsOf: (file) => {
      let made: Values = {};
      for (const dir of ancestorsOf(file)) made = merged(made, cascades.get(dir) ?? {});
      const { path, language } = contentPath(file);
      const section = path.split("/")[0] ?? "";
      if (path.includes("/") && !postSection.test(section))
        made = { section: nameOfFolder(section), ...made };
      return language === defaultLanguage ? made : merged(made, { language });
    },
    addressOf,
    termAddresses: (kind, name) => [`${base}/${taxonomies[kind]}/${hugoPart(name)}/`],
    fileAddress: (file) => {
      const inStatic = /^(?:static|assets)\/(.*)$/.exec(file)?.[1];
      if (inStatic !== undefined) return `${base}/${inStatic}`;
      const { path, language } = contentPath(`${file}.x`);
      return file.startsWith(`${contentFolder}/`) || languages.size > 0
        ? `${prefixOf(language)}${sitePath(path)}`
        : `${base}/${file}`;
    },
  };
}

/** https://gohugo.io/content-management/taxonomies/: the names of the listings by what they list. */
function taxonomiesOf(config: Values): Partial<Record<"category" | "tag" | "author", string>> {
  const names = config["taxonomies"];
  if (!isValues(names)) return {};
  const [category, tag, author] = ["category", "tag", "author"].map((name) => textAt(names, name));
  return { ...(category && { category }), ...(tag && { tag }), ...(author && { author }) };
}

function patternOf(config: Values, section: string): string | undefined {
  const patterns = config["permalinks"];
  if (!isValues(patterns)) return undefined;
  return textAt(patterns, `page.${section}`) ?? textAt(patterns, section);
}

function partsOf(
  { values, moment, title, file }: PlacedText,
  path: string,
): Record<string, string | undefined> {
  const bundle = path.replace(/(?:^|\/)index$/, "");
  const name = hugoPart(baseOf(`${bundle}.md`));
  const slug = textAt(values, "slug");
  const folders = folderOf(bundle).split("/").filter(Boolean).map(hugoPart);
  return {
    ...dateParts(moment),
    section: folders[0] ?? "",
    sections: folders.join("/"),
    title: hugoPart(title),
    slug: hugoPart(slug ?? title),
    slugorfilename: slug === undefined ? name : hugoPart(slug),
    slugorcontentbasename: slug === undefined ? name : hugoPart(slug),
    filename: baseOf(file) === "index" ? "index" : name,
    contentbasename: name,
  };
}
