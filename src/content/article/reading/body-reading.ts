/** The body of an article: rendered by what its front matter says. */
import { type Body, renderBody } from "../../markup/markdown/markdown.ts";
import { isPaidFor } from "../../names/article-kinds.ts";
import { digestOf } from "../../values/digest.ts";
import type { Article, ContentRules } from "../article.ts";
import { splitArticle } from "../article-parts.ts";
import { decodeText } from "../article-text.ts";
import { datelineInCapitals } from "../dateline.ts";
import { ShownPictures } from "./shown-pictures.ts";

/** What of an article decides how its body is rendered. */
export type BodyOwner = Pick<Article, "file" | "language" | "dateline" | "kind" | "image">;

export function bodyOf(
  text: string,
  { language, dateline, kind, image }: Omit<BodyOwner, "file">,
  { host, basePath }: ContentRules,
  pictures: ShownPictures,
): Body {
  return renderBody(text, {
    host,
    basePath,
    language,
    dateline: dateline === undefined ? undefined : datelineInCapitals(dateline, language),
    pictureOf: (src) => pictures.renditionOf(src),
    followsPicture: image !== undefined,
    isPaidFor: isPaidFor(kind),
  });
}

/** An article that was read before, and the digest of its body. */
export type BodySource = BodyOwner & Pick<Article, "digest"> & { readonly bodyDigest: string };

/**
 * The HTML of an article's body, where nothing else of it is wanted.
 *
 * @param bytes of its file
 * @returns undefined where they, or pictures, are others than the article was read with
 */
export function readBody(article: BodySource, bytes: Uint8Array, rules: ContentRules): string | undefined {
  const { file, digest, bodyDigest } = article;
  const text = digestOf(bytes) === digest ? decodeText(file, bytes) : undefined;
  const parts = typeof text === "string" ? splitArticle(file, text) : undefined;
  if (parts === undefined || !("body" in parts)) return undefined;
  const { html } = bodyOf(parts.body, article, rules, new ShownPictures(file, rules.pictures));
  return digestOf(html) === bodyDigest ? html : undefined;
}
