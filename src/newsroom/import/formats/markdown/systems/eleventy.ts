/** Eleventy: https://www.11ty.dev/docs/ */

import { asciiSlug, replacedAll, sitePath, strftime } from "../addresses/url-parts.ts";
import { assignedTexts, configuration, firstText, merged, siteUrl } from "../folder/configuration.ts";
import { baseOf, type ForeignFolder, folderOf } from "../folder/foreign-folder.ts";
import type { FolderSystem, OpenedSystem, PlacedText } from "../folder/system.ts";
import { listOf, textAt, textOf, truthOf, type Values, valueAt } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

const configFiles = ["js", "mjs", "cjs", "ts"].flatMap((ending) => [
  `eleventy.config.${ending}`,
  `.eleventy.${ending}`,
]);
const dataNames = ["site", "metadata", "meta", "config"];
const listingSign = /\{[{%][^{}%\n]{0,300}\bcollections[.[]/;
const postFolder = /(?:^|\/)(?:_?posts?|blog|articles?|news|writing|notes|journal)\//;

export const eleventy: FolderSystem = {
  name: "Eleventy",
  recognizes: ({ has }) => configFiles.some(has),
  open: openEleventy,
};

function openEleventy(folder: ForeignFolder): OpenedSystem {
  const input = inputOf(firstText(folder, configFiles));
  const dataFolder = input === "" ? "_data" : `${input}/_data`;
  const { values: data, faults } = configuration(
    folder,
    dataNames.map((name) => `${dataFolder}/${name}.json`),
  );
  const code = assignedTexts(
    firstText(
      folder,
      dataNames.flatMap((name) => [`${dataFolder}/${name}.js`, `${dataFolder}/${name}.cjs`]),
    ),
  );
  const url = siteUrl(textAt(data, "url") ?? code.get("url") ?? code.get("baseUrl"));
  const inInput = (file: string) =>
    input !== "" && file.startsWith(`${input}/`) ? file.slice(input.length + 1) : file;

  const known = new Map<string, Values>();
  /** Data files of a folder and those around it: https://www.11ty.dev/docs/data-template-dir/ */
  const folderData = (dir: string): Values => {
    const made = known.get(dir);
    if (made !== undefined) return made;
    const name = baseOf(`${dir}.x`);
    const files = [`${dir}/${name}.json`, `${dir}/${name}.11tydata.json`];
    const around = dir === "" ? {} : folderData(folderOf(dir));
    const code = firstText(
      folder,
      ["js", "cjs", "mjs"].map((ending) => `${dir}/${name}.11tydata.${ending}`),
    );
    const values = merged(merged(around, permalinkIn(code)), configuration(folder, files).values);
    known.set(dir, values);
    return values;
  };
  const isPost = (file: string, values: Values) =>
    postFolder.test(inInput(file)) ||
    listOf(merged(folderData(folderOf(file)), values)["tags"]).some((tag) =>
      /^(?:posts?|blog|articles?)$/i.test(textOf(tag) ?? ""),
    ) ||
    !/^(?:undefined|(?:git )?(?:last modified|created))$/i.test(textOf(values["date"]) ?? "undefined");

  const addressOf = (text: PlacedText): string | undefined => {
    const permalink = text.values["permalink"];
    const written = textOf(permalink);
    const path = inInput(text.file).replace(/\.[^./]+$/, "");
    const stem = path.replace(/(^|\/)\d{4}-\d{2}-\d{2}-/g, "$1").replace(/(?:^|\/)index$/, "");
    if (truthOf(permalink) === false) return undefined;
    if (written === undefined) return sitePath(`${stem}/`);
    const filled = filledTemplate(written, text, stem);
    return filled === undefined ? undefined : sitePath(filled);
  };
  return {
    name: "Eleventy",
    site: {
      url,
      title: textAt(data, "title") ?? code.get("title"),
      language: textAt(data, "language") ?? code.get("language"),
      feeds: ["/feed.xml", "/feed/feed.xml"].slice(0, 1),
    },
    config: data,
    faults,
    codes: ["liquid"],
    roleOf: (file, values) => {
      if (/(?:^|\/)_(?:includes|layouts|data|components)\//.test(file)) return "other";
      if (input !== "" && !file.startsWith(`${input}/`)) return "other";
      if (/(?:^|\/)_drafts\//.test(file)) return "draft";
      if (values === undefined)
        return /\.(?:md|markdown)$/.test(file) && postFolder.test(file) ? "article" : "other";
      const text = folder.textOf(file);
      // A story may show how lists are made.
      const isDated = dateInPath(file) !== undefined || /\d{4}/.test(textOf(values["date"]) ?? "");
      const isListing =
        values["pagination"] !== undefined ||
        (!isDated && typeof text === "string" && listingSign.test(text));
      if (isListing || values["eleventyExcludeFromCollections"] === true) return "listing";
      return isPost(file, values) || dateInPath(file) !== undefined ? "article" : "page";
    },
    defaultsOf: (file) => {
      const { tags, ...values } = folderData(folderOf(file));
      // Tags of a folder name a collection, not a subject.
      return tags === undefined ? values : { ...values, eleventyCollections: tags };
    },
    addressOf,
    termAddresses: (kind, name) => {
      const slug = asciiSlug(name);
      return kind === "tag" && slug !== undefined ? [`/tags/${slug}/`] : [];
    },
    fileAddress: (file) => `/${inInput(file).replace(/^(?:public|static)\//, "")}`,
  };
}

/** The folder of the texts, as the configuration names it in so many words. */
function inputOf(code: string): string {
  const named =
    /setInputDirectory\(\s*["'`]([^"'`]+)["'`]/.exec(code)?.[1] ?? assignedTexts(code).get("input");
  return (named ?? "").replace(/^\.\/?|(?<!\/)\/+$/g, "");
}

/** The permalink that a data file of JavaScript gives, where it is one text: "`/web/${page.fileSlug}/`". */
function permalinkIn(code: string): Values {
  const [, written] = /\bpermalink\b[^`"']{0,120}[`"']([^`"'\n]{1,200})[`"']/.exec(code) ?? [];
  if (written === undefined) return {};
  return { permalink: written.replace(/\$\{\s*(?:data\.)?([\w.]+)\s*\}/g, "{{ $1 }}") };
}

/** A permalink with the few expressions that most have in it; undefined where there are others. */
function filledTemplate(
  permalink: string,
  { title, values, moment }: PlacedText,
  stem: string,
): string | undefined {
  const fileSlug = baseOf(`${stem}.x`);
  return replacedAll(permalink, /\{\{(.{0,300}?)\}\}|\{%.{0,300}?%\}/g, ([, expression]) => {
    if (expression === undefined) return undefined;
    const [name = "", ...filters] = expression
      .replace(/^-|-$/g, "")
      .split("|")
      .map((part) => part.trim());
    const [, format] = /^(?:date|dateFormat)\s*[:(]?\s*["']([^"']+)["']\)?$/.exec(filters[0] ?? "") ?? [];
    if (/^(?:page\.)?date$/.test(name)) return format === undefined ? undefined : strftime(format, moment);
    const value =
      name === "page.fileSlug"
        ? fileSlug
        : name === "page.filePathStem"
          ? `/${stem}`
          : name === "title"
            ? title
            : textOf(valueAt(values, name));
    if (value === undefined) return undefined;
    if (filters.length === 0) return value;
    return filters.every((filter) => /^(?:slugify|slug|lower|downcase|url)$/.test(filter))
      ? asciiSlug(value)
      : undefined;
  });
}
