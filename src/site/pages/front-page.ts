/** The front page: the newest stories, then the main categories. */
import type { Article } from "../../content/article/article.ts";
import type { Term } from "../../content/names/terms.ts";
import { calendarDay } from "../../content/values/moment.ts";
import { frameOf } from "../frame/frame.ts";
import type { Planning } from "../frame/planning.ts";
import { publisherNode, webSiteNode } from "../frame/structured-data.ts";
import type { HomeView } from "../frame/views.ts";

/** Stories beside the lead. */
const nextCount = 4;

/** Stories in the block of a category. */
const blockSize = 4;

/** Where site.yaml lists no categories, so many have a block. */
const unlistedBlocks = 6;

/**
 * Plans the front page. No story stands on it twice; a category whose stories all stand above has no block. Where stories
 * are shown that are not out yet, or no longer, they come after all others: the preview opens as the site will.
 *
 * @param newestFirst all articles shown
 * @param byTerm the articles of every term, newest first; listed categories in their order
 */
export function frontPage(
  newestFirst: readonly Article[],
  byTerm: ReadonlyMap<Term, readonly Article[]>,
  planning: Planning,
): HomeView {
  const { site, dates, entryOf, linkTo } = planning;
  const placed = new Set<Article>();
  const [lead, ...next] = place(newestFirst, 1 + nextCount, placed, planning);
  const blocks = mainCategories(byTerm, planning).flatMap((category) => {
    const stories = place(byTerm.get(category) ?? [], blockSize, placed, planning);
    return stories.length === 0 ? [] : [{ heading: linkTo(category), entries: stories.map(entryOf) }];
  });
  const nodes = [webSiteNode(site), publisherNode(site)];
  return {
    ...frameOf({ address: "/", heading: site.title, description: site.description, nodes }, site),
    day: lead && { iso: calendarDay(lead.date).join("-"), text: dates.weekday(lead.date.epochMs) },
    lead: lead && entryOf(lead),
    next: next.map(entryOf),
    blocks,
  };
}

/** Those that site.yaml lists, in its order; else the most frequent ones, of equals the one used last. */
function mainCategories(byTerm: ReadonlyMap<Term, readonly Article[]>, { site }: Planning): readonly Term[] {
  if (site.terms.category !== undefined) return site.terms.category.terms;
  return [...byTerm]
    .filter(([term]) => term.kind === "category")
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, unlistedBlocks)
    .map(([term]) => term);
}

/** Places so many stories of a list that stand nowhere yet: the first that may lead, then the first that may not. */
function place(
  articles: readonly Article[],
  count: number,
  placed: Set<Article>,
  { mayLead }: Planning,
): Article[] {
  const leading: Article[] = [];
  const others: Article[] = [];
  for (const article of articles) {
    if (leading.length === count) break;
    if (placed.has(article)) continue;
    if (mayLead(article)) leading.push(article);
    else if (others.length < count) others.push(article);
  }
  const stories = [...leading, ...others].slice(0, count);
  for (const story of stories) placed.add(story);
  return stories;
}
