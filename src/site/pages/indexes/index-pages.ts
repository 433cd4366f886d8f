/** Indexes: pages of counted links to listings. */

import type { Article } from "../../../content/article/article.ts";
import { compareText } from "../../../content/diagnostics/diagnostic.ts";
import type { Term } from "../../../content/names/terms.ts";
import { grouped } from "../../../content/values/grouped.ts";
import { localesOf } from "../../../content/values/language.ts";
import { frameOf } from "../../frame/frame.ts";
import type { IndexItem, IndexView } from "../../frame/page-views.ts";
import type { Planning } from "../../frame/planning.ts";
import type { Link } from "../../frame/views.ts";
import { archiveAddress, monthAddress, yearAddress } from "../../stories/archive.ts";
import { fromFirstLetter, indexLetters } from "./index-letter.ts";

type Counted = Link & { readonly count: number };

/** So many tags are shown as the most used, where there are more. */
const mostUsedLimit = 20;

/**
 * `/categories/`: all categories by name, in the order of the site's language, each with what it is about and its newest
 * article.
 *
 * @param byTerm the articles of every term, newest first
 */
export function categoryIndex(byTerm: ReadonlyMap<Term, readonly Article[]>, planning: Planning): IndexView {
  const { site, texts } = planning;
  const ofCategories = [...byTerm].filter(([{ kind }]) => kind === "category");
  const items = inOrderOfNames(
    ofCategories.map(([category, articles]) => ({
      ...countedLink(category, articles.length, planning),
      description: site.profiles.category.get(category.slug)?.description,
      newest: headlineOf(articles.find(planning.mayLead) ?? articles[0], planning),
    })),
    planning,
  );
  return {
    ...frameOf({ address: "/categories/", heading: texts.categories }, site),
    jumps: [],
    groups: items.length === 0 ? [] : [{ items }],
  };
}

/** `/tags/`: the most used tags, then all of them under their first letters. */
export function tagIndex(counts: ReadonlyMap<Term, number>, planning: Planning): IndexView {
  const { site, texts } = planning;
  const counted = [...counts].map(([tag, count]) => countedLink(tag, count, planning));
  const items = inOrderOfNames(counted, planning);
  const mostUsed = [...items].sort((a, b) => b.count - a.count).slice(0, mostUsedLimit);
  const letterOf = indexLetters(site.language);
  const byLetter = [...grouped(items, ({ name }) => letterOf(name))].map(([letter, under]) => ({
    heading: { name: letter, id: `letter-${letter.replaceAll(" ", "-")}` },
    items: under,
  }));
  return {
    ...frameOf({ address: "/tags/", heading: texts.tags }, site),
    jumps: byLetter.map(({ heading }) => ({ name: heading.name, href: `#${heading.id}` })),
    groups:
      items.length > mostUsedLimit
        ? [{ heading: { name: texts.mostUsed }, items: mostUsed }, ...byLetter]
        : byLetter,
  };
}

function countedLink(term: Term, count: number, { linkTo }: Planning): Counted {
  return { ...linkTo(term), count };
}

function headlineOf(article: Article | undefined, planning: Planning): IndexItem["newest"] {
  if (article === undefined) return undefined;
  const { name, href, foreign, label, published } = planning.entryOf(article);
  return { name, href, foreign, label, published };
}

function inOrderOfNames<Item extends Counted>(items: readonly Item[], { site }: Planning): Item[] {
  const collator = new Intl.Collator(localesOf(site.language), { numeric: true });
  return items
    .map((item) => ({ sortedBy: fromFirstLetter(item.name), item }))
    .sort((a, b) => collator.compare(a.sortedBy, b.sortedBy) || compareText(a.item.name, b.item.name))
    .map(({ item }) => item);
}

/** `/archive/` with every month of every year, and a page for each year. Newest first. */
export function archiveIndexes(
  months: readonly { readonly year: string; readonly month: string; readonly count: number }[],
  planning: Planning,
): IndexView[] {
  const { site, texts, dates } = planning;
  const years = [...grouped(months, ({ year }) => year)].map(([year, ofYear]) => {
    const items = ofYear.map(
      ({ month, count }): Counted => ({
        name: dates.month(Number(year), Number(month)),
        href: monthAddress(year, month),
        count,
      }),
    );
    return { year, items };
  });
  const archive = { name: texts.archive, href: archiveAddress };
  return [
    {
      ...frameOf({ address: archiveAddress, heading: texts.archive }, site),
      jumps: [],
      groups: years.map(({ year, items }) => ({
        heading: { name: year, href: yearAddress(year), count: sum(items) },
        items,
      })),
    },
    ...years.map(({ year, items }) => ({
      ...frameOf({ address: yearAddress(year), heading: year, path: [archive] }, site),
      jumps: [],
      groups: [{ items }],
    })),
  ];
}

function sum(items: readonly Counted[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}
