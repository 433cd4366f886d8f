/** The front page: the stories that were chosen, the newest ones, then the main categories. */
import type { Article } from "../../content/article/article.ts";
import { cutAfterWord } from "../../content/article/reading/description.ts";
import type { Term } from "../../content/names/terms.ts";
import { grouped } from "../../content/values/grouped.ts";
import { wideLetters } from "../../content/values/language.ts";
import { calendarDay, machineDate } from "../../content/values/moment.ts";
import { frameOf } from "../frame/frame.ts";
import type { HomeView } from "../frame/page-views.ts";
import { type Planning, storyLink } from "../frame/planning.ts";
import { publisherNode, webSiteNode } from "../frame/structured-data.ts";
import type { Entry, Instant } from "../frame/views.ts";
import { frontStories } from "../stories/front-stories.ts";

/** Where site.yaml lists no categories, so many have a block. */
const unlistedBlocks = 6;

/** Three lines on a phone: of the lead across the page, and of a column. */
const leadSummaryCharacters = 110;
const summaryCharacters = 100;

const wideLetter = new RegExp(`[${wideLetters}]`, "u");

/**
 * Plans the front page.
 *
 * @param newestFirst all articles shown
 * @param byTerm the articles of every term, newest first; listed categories in their order
 */
export function frontPage(
  newestFirst: readonly Article[],
  byTerm: ReadonlyMap<Term, readonly Article[]>,
  planning: Planning,
): HomeView {
  const { site, linkTo } = planning;
  const filed = mainCategories(byTerm, planning).map((term) => [term, byTerm.get(term) ?? []] as const);
  const { top, latest, blocks } = frontStories(newestFirst, filed, planning);
  const [lead, ...next] = top;
  const story = (article: Article, tells: Telling) => frontEntry(planning.entryOf(article), tells);
  // Beside a picture there is no room for more than headlines.
  const nextSummary = lead?.image === undefined ? summaryCharacters : 0;
  const nodes = [webSiteNode(site), publisherNode(site)];
  return {
    ...frameOf({ address: "/", heading: site.title, description: site.description, nodes }, site),
    day: lead && dayOf(newestFirst.find(planning.mayLead) ?? lead, planning),
    lead: lead && story(lead, { summary: leadSummaryCharacters, picture: true }),
    next: next.map((article) => story(article, { summary: nextSummary, picture: true })),
    latest: latestDays(latest, planning),
    blocks: blocks.flatMap(({ category, size, stories: [first, ...others] }) => {
      if (first === undefined) return [];
      const isBrief = size === "brief";
      const needsSummary = size === "large" || (!isBrief && first.image === undefined);
      return [
        {
          heading: linkTo(category),
          size,
          first: story(first, { summary: needsSummary ? summaryCharacters : 0, picture: !isBrief }),
          others: others.map((article) => story(article, { summary: 0, picture: false })),
        },
      ];
    }),
  };
}

/** What an entry tells beside its headline and day; of a summary, so many characters at most. */
type Telling = { readonly summary: number; readonly picture: boolean };

function frontEntry({ description = "", picture, ...entry }: Entry, tells: Telling): Entry {
  const limit = wideLetter.test(description) ? Math.floor(tells.summary / 2) : tells.summary;
  return {
    ...entry,
    description: limit === 0 ? undefined : cutAfterWord(description, limit) || undefined,
    picture: tells.picture ? picture : undefined,
  };
}

function dayOf({ date }: Article, { dates }: Planning): Instant {
  return { iso: calendarDay(date).join("-"), text: dates.weekday(date.epochMs) };
}

/** The times of the newest stories, under the days of the site's clocks. */
function latestDays(latest: readonly Article[], planning: Planning): HomeView["latest"] {
  const { dates, site } = planning;
  const days = grouped(latest, ({ date }) => dates.weekday(date.epochMs));
  return [...days.values()].flatMap(([newest, ...others]) => {
    if (newest === undefined) return [];
    const stories = [newest, ...others].map((article) => ({
      ...storyLink(article, site.language, planning),
      time:
        article.date.precision === "day"
          ? undefined
          : { iso: machineDate(article.date), text: dates.time(article.date.epochMs) },
    }));
    return [{ day: dayOf(newest, planning), stories }];
  });
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
