/** `/corrections/`: everything the articles had wrong, newest first. */
import { machineDate } from "../../content/values/moment.ts";
import type { CorrectionsView } from "../frame/page-views.ts";
import { type Planning, storyLink } from "../frame/planning.ts";
import type { Correction } from "../stories/corrections.ts";
import { type ListingPlace, type PagesInSlices, pagesInSlices } from "./listing-pages.ts";

/** Where corrections are listed. */
export function correctionsPlace({ texts }: Planning): ListingPlace {
  return { address: "/corrections/", heading: texts.corrections, hasFeed: true };
}

/** The pages of the corrections, paginated as articles are. */
export function correctionsPages(
  newestFirst: readonly Correction[],
  planning: Planning,
): PagesInSlices<CorrectionsView> {
  const place = correctionsPlace(planning);
  return pagesInSlices(place, newestFirst, planning, ({ article, anchor, date, text }) => ({
    ...storyLink(article, planning.site.language, planning),
    href: `${planning.addressOf(article)}#${anchor}`,
    date: { iso: machineDate(date), text: planning.dates.day(date.epochMs) },
    text,
  }));
}
