/** How each kind of article is called: for readers, and for search engines in schema.org's words. */
import type { Article } from "../../content/article/article.ts";
import type { ArticleKind } from "../../content/names/article-kinds.ts";
import { type Texts, textsFor } from "../settings/texts.ts";

type Label = {
  /** The word for it. */
  readonly word: keyof Texts;
  /** https://schema.org/Article: the narrowest type there is. */
  readonly schemaType:
    | "NewsArticle"
    | "OpinionNewsArticle"
    | "AnalysisNewsArticle"
    | "ReviewNewsArticle"
    | "AdvertiserContentArticle";
};

const labels: Readonly<Record<ArticleKind, Label>> = {
  opinion: { word: "opinion", schemaType: "OpinionNewsArticle" },
  analysis: { word: "analysis", schemaType: "AnalysisNewsArticle" },
  review: { word: "review", schemaType: "ReviewNewsArticle" },
  "press release": { word: "pressRelease", schemaType: "NewsArticle" },
  sponsored: { word: "sponsored", schemaType: "AdvertiserContentArticle" },
};

/** What readers are told of an article, in its language or else the site's; undefined of a report. */
export function labelOf(
  { kind, language }: Pick<Article, "kind" | "language">,
  siteLanguage: string,
): string | undefined {
  return kind && textsFor(language, siteLanguage)[labels[kind].word];
}

/** What it is in schema.org's words. */
export function schemaTypeOf({ kind }: Pick<Article, "kind">): Label["schemaType"] {
  return kind === undefined ? "NewsArticle" : labels[kind].schemaType;
}
