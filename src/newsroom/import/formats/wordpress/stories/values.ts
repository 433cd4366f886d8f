/** Values of a story that plugins of WordPress keep: texts for search engines, languages, sources, pictures. */
import { canonicalLanguage } from "../../../../../content/values/language.ts";
import type { ForeignPicture, ForeignStory } from "../../../foreign/foreign-item.ts";
import type { NoteCode } from "../../../foreign/import-notes.ts";
import { plainText } from "../../../foreign/reading/plain-text.ts";
import type { Knowledge } from "../wxr/knowledge.ts";
import type { WxrItem } from "../wxr/wxr-records.ts";

/** Tells of a value that is not as it was. */
export type Tell = (code: NoteCode, message: string) => void;

/** Of Yoast, Rank Math, All in One SEO (two generations), SEOPress and The SEO Framework. */
const searchDescriptions = [
  "_yoast_wpseo_metadesc",
  "rank_math_description",
  "_aioseo_description",
  "_aioseop_description",
  "_seopress_titles_desc",
  "_genesis_description",
] as const;
const searchTitles = [
  "_yoast_wpseo_title",
  "rank_math_title",
  "_aioseo_title",
  "_aioseop_title",
  "_seopress_titles_title",
  "_genesis_title",
] as const;

/** The excerpt, which readers know, else what was written for search engines. */
export function descriptionOf(item: WxrItem, tell: Tell): string | undefined {
  const excerpt = plainText(item.field("excerpt:encoded"));
  const forSearch = ownText(item, searchDescriptions);
  const title = ownText(item, searchTitles);
  if (title !== undefined && title !== plainText(item.field("title"))) {
    tell("unusable-value", `the title for search engines has no place here; it was "${title}"`);
  }
  if (excerpt === "") return forSearch;
  if (forSearch !== undefined && forSearch !== excerpt) {
    tell("unusable-value", `the excerpt is its description; the one for search engines was "${forSearch}"`);
  }
  return excerpt;
}

/** What somebody wrote; a text with variables such as `%%title%%` or `#post_title` is the plugin's own pattern. */
function ownText(item: WxrItem, keys: readonly string[]): string | undefined {
  const texts = keys.map((key) => plainText(item.meta.get(key)?.[0] ?? ""));
  return texts.find(
    (text) => text !== "" && !/%%?[a-z_]+%%?|#(?:post|site|separator|author)_\w+/i.test(text),
  );
}

/** The language of a story where a plugin names one: Polylang by a term, WPML by a field. Undefined where it is the site's. */
export function languageOfItem(item: WxrItem, siteLanguage: string): string | undefined {
  const term = item.terms.find(({ domain }) => domain === "language");
  const written = (term?.slug ?? item.meta.get("_wpml_import_language_code")?.[0] ?? "").replace(/_/g, "-");
  const language = canonicalLanguage(written);
  return language === undefined || language === siteLanguage ? undefined : language;
}

/** Where a story was taken from: of FeedWordPress and of Distributor. */
export function sourceOf(item: WxrItem): ForeignStory["source"] {
  const meta = (...keys: string[]) =>
    keys.map((key) => item.meta.get(key)?.[0]?.trim()).find((value) => value);
  const name = plainText(meta("syndication_source", "dt_original_site_name") ?? "");
  const url = meta("syndication_permalink", "dt_original_post_url");
  if (name === "") return undefined;
  return { name, ...(url !== undefined && /^https?:\/\//i.test(url) && { url }) };
}

/** The fields of which something is made here, or in the byline, the addresses, the text. */
export const knownFields: ReadonlySet<string> = new Set([
  ...searchDescriptions,
  ...searchTitles,
  "dt_original_post_id",
  "dt_original_post_url",
  "dt_original_site_name",
  "fifu_image_alt",
  "fifu_image_url",
  "footnotes",
  "newspack_corrections_active",
  "newspack_corrections_ids",
  "newspack_corrections_location",
  "syndication_permalink",
  "syndication_source",
]);

/** The picture above the text: a file of the archive, or one elsewhere that Featured Image from URL names. */
export function featuredImage(
  item: WxrItem,
  { attachments }: Knowledge,
  tell: Tell,
): ForeignPicture | undefined {
  const id = item.meta.get("_thumbnail_id")?.[0]?.trim() ?? "";
  const elsewhere = item.meta.get("fifu_image_url")?.[0]?.trim() ?? "";
  if (elsewhere !== "") {
    return { src: elsewhere, alt: plainText(item.meta.get("fifu_image_alt")?.[0] ?? "") || undefined };
  }
  if (!/^[1-9]\d*$/.test(id)) return undefined;
  const file = attachments.get(id);
  if (file === undefined) {
    const message = `its picture is the file with the number ${id}, which is not in the archive; export all content, or name the picture in the article`;
    tell("missing-picture", message);
    return undefined;
  }
  const { src, alt, caption, credit } = file;
  return { src, alt: alt || undefined, caption: caption || undefined, credit: credit || undefined };
}

/** Its categories, the one first that plugins call the primary. */
export function categoriesOf(item: WxrItem, { categoryNames }: Knowledge): string[] {
  const named = item.terms.filter(({ domain }) => domain === "category");
  // WXR 1.0 names each term once more, without a domain.
  const terms = named.length > 0 ? named : item.terms.filter(({ domain }) => domain === "");
  const keys = ["_yoast_wpseo_primary_category", "rank_math_primary_category", "_primary_category"];
  const primary = keys
    .map((key) => categoryNames.get(item.meta.get(key)?.[0] ?? ""))
    .find((one) => one !== undefined);
  return distinct(terms).sort((a, b) => Number(b === primary) - Number(a === primary));
}

export function tagsOf(item: WxrItem): string[] {
  return distinct(item.terms.filter(({ domain }) => domain === "post_tag" || domain === "tag"));
}

function distinct(terms: readonly { readonly name: string }[]): string[] {
  return [...new Set(terms.map(({ name }) => plainText(name)).filter((name) => name !== ""))];
}
