/** What is offered where nothing is found: the newest stories, and tags that are close to the query. */
import type { Texts } from "../../../site/settings/texts.ts";
import { findAll } from "../../answering/finding.ts";
import { undated } from "../../index-format.ts";
import { allPlaces, narrowed } from "../../opened/narrowing.ts";
import { nearTerms } from "../../opened/near-terms.ts";
import type { SearchIndex } from "../../opened/opened-index.ts";
import { unlessLost } from "../../opened/pagefind/lost-file.ts";
import { stateOfAddress } from "../../opened/search-state.ts";
import { newElement } from "../element.ts";
import { onSite } from "../site-root.ts";
import { resultItem } from "./result-item.ts";

const newestShown = 5;

/** The sections that stand below the words that nothing was found. What of them does not come is left out. */
export async function offersFor(index: SearchIndex, query: string, texts: Texts): Promise<HTMLElement[]> {
  const [tags, newest] = await Promise.all([nearTags(index, query), newestItems(index)]);
  const sections: HTMLElement[] = [];
  if (tags.length > 0) {
    const list = newElement("ul", { className: "search-near-tags" }, ...tags);
    sections.push(newElement("section", {}, newElement("h2", {}, texts.searchNearTags), list));
  }
  if (newest.length > 0) {
    const list = newElement("ol", { className: "entries" }, ...newest);
    sections.push(newElement("section", {}, newElement("h2", {}, texts.searchNewest), list));
  }
  return sections;
}

async function nearTags(index: SearchIndex, query: string): Promise<HTMLLIElement[]> {
  const loaded = await unlessLost(index.facets.loadAll().then(() => true));
  if (loaded === undefined) return [];
  const { counts } = narrowed(allPlaces(index.articles), stateOfAddress(""), index.articles);
  return nearTerms(query, counts.tag).map(({ slug, name }) => {
    const link = newElement("a", { href: onSite(`/tag/${encodeURIComponent(slug)}/`), dir: "auto" }, name);
    return newElement("li", {}, link);
  });
}

async function newestItems(index: SearchIndex): Promise<HTMLLIElement[]> {
  const { places, pageAt } = await findAll(index, "");
  const dated = places.filter((place) => index.articles.days[place] !== undated);
  const pages = await Promise.all(dated.slice(0, newestShown).map((place) => unlessLost(pageAt(place))));
  return pages.flatMap((page) => (page === undefined ? [] : resultItem(page, [], "h3")));
}
