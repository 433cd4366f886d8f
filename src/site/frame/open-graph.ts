/** What a page tells the places that readers share it in: https://ogp.me */
import { type Moment, machineDate } from "../../content/values/moment.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";

export type Property = { readonly property: string; readonly content: string };

/** What only an article has. */
export type Story = {
  readonly published: Moment;
  readonly modified: Moment;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  /** Whole web addresses of the authors' pages. */
  readonly authors: readonly string[];
};

export type SharedPage = {
  readonly title: string;
  /** Whole web address. */
  readonly address: string;
  readonly siteName: string;
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly story?: Story | undefined;
};

/** The properties of a page, but for its picture. */
export function openGraph(page: SharedPage): Property[] {
  return [
    { property: "og:title", content: page.title },
    { property: "og:type", content: page.story === undefined ? "website" : "article" },
    { property: "og:url", content: page.address },
    { property: "og:site_name", content: page.siteName },
    { property: "og:locale", content: localeOf(page.language) },
    ...(page.description === undefined ? [] : [{ property: "og:description", content: page.description }]),
    ...(page.story === undefined ? [] : storyProperties(page.story)),
  ];
}

function storyProperties({ published, modified, section, tags, authors }: Story): Property[] {
  return [
    { property: "article:published_time", content: machineDate(published) },
    { property: "article:modified_time", content: machineDate(modified) },
    ...(section === undefined ? [] : [{ property: "article:section", content: section }]),
    ...tags.map((tag) => ({ property: "article:tag", content: tag })),
    ...authors.map((author) => ({ property: "article:author", content: author })),
  ];
}

/** `ko_KR` of `ko`: language and territory, the likeliest by CLDR where the tag names none. */
const localeOf = onDemandFor((tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
