/** Kinds of articles that readers are told of, because they are no plain reports. */

/** As front matter names them. */
export const articleKinds = ["opinion", "analysis", "review", "press release", "sponsored"] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** Whether somebody pays for the article: its links vouch for nothing, and it is no news. */
export function isPaidFor(kind: ArticleKind | undefined): boolean {
  return kind === "sponsored";
}
