/** Folders of Markdown with no configuration that is known, and those of Docusaurus and Gatsby, whose sites are code. */

import { jekyllSlug, sitePath } from "../addresses/url-parts.ts";
import { assignedTexts, basePathOf, firstText, siteUrl } from "../folder/configuration.ts";
import { baseOf, type ForeignFolder, folderOf } from "../folder/foreign-folder.ts";
import type { FolderSystem, OpenedSystem, PlacedText } from "../folder/system.ts";
import { textAt, type Values } from "../values/values.ts";
import { dateInPath } from "../values/written-moments.ts";

const codeConfig = ["docusaurus", "gatsby"].flatMap((name) =>
  ["js", "ts", "mjs", "cjs"].flatMap((ending) => [`${name}.config.${ending}`, `${name}-config.${ending}`]),
);
/** Files that tell developers of the folder, not readers of the site. */
const ofProject =
  /(?:^|\/)(?:readme|license|licence|contributing|changelog|code[-_]of[-_]conduct|security|claude|agents|todo|pull_request_template)(?:\.[^/]*)?\.(?:md|markdown|mdx)$/i;

export const plainFolder: FolderSystem = {
  name: "a folder of Markdown",
  recognizes: ({ files }) =>
    files.some((file) => /\.(?:md|markdown|mdx)$/i.test(file) && !ofProject.test(file)),
  open: openPlain,
};

function openPlain(folder: ForeignFolder): OpenedSystem {
  const isDocusaurus = folder.files.some((file) => file.startsWith("docusaurus.config."));
  const isGatsby = folder.files.some((file) => file.startsWith("gatsby-config."));
  const settings = assignedTexts(firstText(folder, codeConfig.filter(folder.has)));
  const url = siteUrl(settings.get("url") ?? settings.get("siteUrl"));
  const base = isDocusaurus ? basePathOf(`https://x${settings.get("baseUrl") ?? "/"}`) : basePathOf(url);
  const addressOf = (text: PlacedText): string | undefined => {
    const own = textAt(text.values, "permalink") ?? textAt(text.values, "url");
    if (own !== undefined) return /^[a-z]+:\/\//i.test(own) ? own : `${base}${sitePath(own)}`;
    const slug = textAt(text.values, "slug");
    if (isDocusaurus) return `${base}${docusaurusPath(text, slug)}`;
    if (!isGatsby) return undefined;
    const path = text.file
      .replace(/^content\/(?:blog|posts)\//, "")
      .replace(/\.[^./]+$/, "")
      .replace(/(?:^|\/)index$/, "");
    return sitePath(`${slug ?? path}/`);
  };
  return {
    name: isDocusaurus ? "Docusaurus" : isGatsby ? "Gatsby" : "a folder of Markdown",
    site: {
      url: isDocusaurus && url !== undefined ? siteUrl(`${url.slice(0, -1)}${base}`) : url,
      title: settings.get("title"),
      feeds: isDocusaurus ? [`${base}/blog/rss.xml`, `${base}/blog/atom.xml`] : isGatsby ? ["/rss.xml"] : [],
    },
    config: {},
    faults: [],
    codes: isDocusaurus ? ["mdx", "callouts"] : ["mdx", "callouts", "wiki", "liquid", "hugo"],
    roleOf: (file, values) => {
      if (ofProject.test(file) || /(?:^|\/)_(?:layouts|includes|templates?)\//.test(file)) return "other";
      if (/(?:^|\/)_?drafts?\//i.test(file)) return "draft";
      if (/(?:^|\/)_index\.md$/.test(file)) return "listing";
      if (/\.html?$/i.test(file) && values === undefined) return "other";
      if (isDocusaurus) return file.startsWith("blog/") ? "article" : "page";
      return /(?:^|\/)_?pages?\//.test(file) || isPageLayout(values) ? "page" : "article";
    },
    defaultsOf: () => ({}),
    addressOf,
    termAddresses: (kind, name) =>
      isDocusaurus && kind === "tag" ? [`${base}/blog/tags/${jekyllSlug(name)}/`] : [],
    fileAddress: (file) => `${base}/${file.replace(/^static\//, "")}`,
  };
}

function isPageLayout(values: Values | undefined): boolean {
  return values !== undefined && ["layout", "type"].some((key) => textAt(values, key) === "page");
}

/** https://docusaurus.io/docs/blog#blog-post-date */
function docusaurusPath({ file, moment, role }: PlacedText, slug: string | undefined): string {
  const path = file.replace(/\.[^./]+$/, "").replace(/\/index$/, "");
  if (role === "page") {
    if (slug?.startsWith("/")) return `/docs${slug}`;
    return sitePath(slug === undefined ? path.replace(/^src\/pages\//, "") : `${folderOf(path)}/${slug}`);
  }
  if (slug !== undefined) return sitePath(`/blog/${slug}`);
  const name = baseOf(`${path}.x`);
  const [date = "", rest = name] =
    dateInPath(`${path}.x`) === undefined
      ? []
      : [moment?.iso.slice(0, 10).replaceAll("-", "/"), name.replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, "")];
  return sitePath(`/blog/${date}/${rest}`);
}
