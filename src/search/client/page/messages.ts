/** What the search page says of what was found. */
import type { Texts } from "../../../site/settings/texts.ts";
import type { Found } from "../../answering/finding.ts";
import type { ArticleList } from "../../opened/article-list.ts";
import { isNarrowed, type SearchState } from "../../opened/search-state.ts";

/** What is said when all parts have answered. @param found with the places that fit what is chosen */
export function messageOf(found: Found, state: SearchState, articles: ArticleList, texts: Texts): string {
  if (articles.size === 0) return texts.noArticles;
  const count = found.places.length;
  const counted = withCount(texts.searchCount, count);
  if (state.query.trim() === "") {
    return isNarrowed(state) || state.order === "oldest" ? counted : texts.searchNewest;
  }
  if (count === 0) {
    const none = found.answers.size === 0 ? texts.searchNone : texts.searchNoneSuch;
    return none.replace("{query}", () => state.query);
  }
  const corrections = found.corrections.map(({ word, other }) =>
    texts.searchCorrected.replace("{word}", () => word).replace("{other}", () => other),
  );
  return [...corrections, counted].join(" ");
}

/** What is said while only the newest part has answered. */
export function messageSoFar(count: number, state: SearchState, texts: Texts): string {
  if (state.query.trim() === "" && !isNarrowed(state)) return texts.searchNewest;
  return withCount(texts.searchSoFar, count);
}

function withCount(text: string, count: number): string {
  return text.replace("{count}", () => count.toLocaleString(document.documentElement.lang));
}
