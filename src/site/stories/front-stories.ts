/** Which stories stand where on the front page. */
import type { Article } from "../../content/article/article.ts";
import { isPaidFor } from "../../content/names/article-kinds.ts";
import type { Term } from "../../content/names/terms.ts";

/** The lead and the stories beside it. */
const topCount = 5;

/** The list of the latest has so many stories at most, and no more than a third of what the top leaves to all. */
const latestLimit = 8;
const latestShare = 3;
/** Fewer are no list. */
const latestFewest = 3;

/** How many stories a category has, by how many categories stand above it. */
const blocks = [
  { size: "large", upTo: 2, stories: 4 },
  { size: "medium", upTo: 8, stories: 3 },
  { size: "brief", upTo: Number.POSITIVE_INFINITY, stories: 3 },
] as const;

export type FrontStories = {
  /** The lead first. */
  readonly top: readonly Article[];
  readonly latest: readonly Article[];
  readonly blocks: readonly {
    readonly category: Term;
    readonly size: (typeof blocks)[number]["size"];
    readonly stories: readonly Article[];
  }[];
};

export type FrontRules = {
  /** Whether it is out, or would be if it were no draft. */
  readonly mayLead: (article: Article) => boolean;
  /** From 1, where one was chosen. */
  readonly chosenPlace: (article: Article) => number | undefined;
};

/**
 * Chooses the stories of the front page. A story has the place that was chosen for it, or the next one that is free where
 * a newer story has it; the other places have the newest. What is paid for leads only where somebody chose it, or where
 * there is nothing else. Where stories are shown that are not out yet, or no longer, they
 * come after all others: the preview opens as the site will. A category whose stories all stand above has no block. The
 * latest, which narrow windows have no room for, stand in the blocks as well.
 *
 * @param newestFirst all articles shown
 * @param filed main categories in the order of their blocks, each with its articles, newest first
 */
export function frontStories(
  newestFirst: readonly Article[],
  filed: Iterable<readonly [category: Term, newestFirst: readonly Article[]]>,
  rules: FrontRules,
): FrontStories {
  const placed = new Set<Article>();
  const take = (articles: readonly Article[], count: number): Article[] => {
    const taken = firstOf(articles, count, placed, rules);
    for (const story of taken) placed.add(story);
    return taken;
  };
  const chosen = chosenTop(newestFirst, rules);
  for (const story of chosen) if (story !== undefined) placed.add(story);
  const lead = chosen[0] ?? newestFirst.find((story) => !placed.has(story) && leadsByItself(story, rules));
  if (lead !== undefined) placed.add(lead);
  chosen[0] = lead;
  const others = take(newestFirst, chosen.filter((story) => story === undefined).length);
  const top = chosen.flatMap((story) => story ?? others.shift() ?? []);
  const latestCount = Math.min(latestLimit, Math.floor((newestFirst.length - top.length) / latestShare));
  const latest = latestCount < latestFewest ? [] : firstOf(newestFirst, latestCount, placed, rules);
  const shown: FrontStories["blocks"][number][] = [];
  for (const [category, articles] of filed) {
    const block = blocks.find(({ upTo }) => shown.length < upTo);
    const stories = block === undefined ? [] : take(articles, block.stories);
    if (block !== undefined && stories.length > 0) shown.push({ category, size: block.size, stories });
  }
  return { top, latest, blocks: shown };
}

/** The chosen stories at their places; undefined where a place is free. */
function chosenTop(
  newestFirst: readonly Article[],
  { mayLead, chosenPlace }: FrontRules,
): (Article | undefined)[] {
  const places = Array.from({ length: topCount }, (): Article | undefined => undefined);
  const chosen = newestFirst.flatMap((article) => {
    const place = chosenPlace(article);
    return place === undefined || !mayLead(article) ? [] : [{ article, place }];
  });
  for (const { article, place } of chosen.sort((a, b) => a.place - b.place)) {
    const free = places.findIndex((story, index) => story === undefined && index + 1 >= place);
    if (free !== -1) places[free] = article;
  }
  return places;
}

function leadsByItself(story: Article, { mayLead }: FrontRules): boolean {
  return mayLead(story) && !isPaidFor(story.kind);
}

/** The first of a list that stand nowhere yet: those that may lead, then those that may not. */
function firstOf(
  articles: readonly Article[],
  count: number,
  placed: ReadonlySet<Article>,
  { mayLead }: FrontRules,
): Article[] {
  const leading: Article[] = [];
  const others: Article[] = [];
  for (const article of articles) {
    if (leading.length === count) break;
    if (placed.has(article)) continue;
    if (mayLead(article)) leading.push(article);
    else if (others.length < count) others.push(article);
  }
  return [...leading, ...others].slice(0, count);
}
