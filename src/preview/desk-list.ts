/** `/_desk/`, in the preview alone: the articles that are not published, with the dates that decide when they are. */
import { type Moment, machineDate } from "../content/values/moment.ts";
import { frameOf } from "../site/frame/frame.ts";
import { foreignTo, type LocatedArticle } from "../site/frame/planning.ts";
import type { Frame, Instant, Link } from "../site/frame/views.ts";
import { dateTexts } from "../site/settings/date-text.ts";
import type { Site } from "../site/settings/site.ts";
import { textsFor } from "../site/settings/texts.ts";
import { type Standing, standingOf } from "../site/stories/publishing.ts";

export const deskAddress = "/_desk/";

export type DeskView = Frame & {
  readonly groups: readonly {
    readonly heading: string;
    readonly stories: readonly (Link & { readonly date: Instant })[];
  }[];
};

/**
 * Lists what is not published: drafts with the newest first, scheduled stories with the next one first, expired ones
 * with the last one first. Groups without a story are left out.
 *
 * @param newestFirst the articles that the preview shows
 * @param nowMs milliseconds since 1970
 */
export function deskView(newestFirst: readonly LocatedArticle[], site: Site, nowMs: number): DeskView {
  const texts = textsFor(site.language, site.language);
  const dates = dateTexts(site.language, site.timezone);
  const standing = (wanted: Standing) =>
    newestFirst.filter(({ article }) => standingOf(article, nowMs) === wanted);
  const story = ({ article, address }: LocatedArticle, moment: Moment) => ({
    name: article.title,
    href: address,
    foreign: foreignTo(article, site.language),
    date: { iso: machineDate(moment), text: dates.moment(moment) },
  });
  const expiry = ({ article }: LocatedArticle) => article.expires ?? article.date;
  const expired = standing("expired").sort((a, b) => expiry(b).epochMs - expiry(a).epochMs);
  const groups = [
    { heading: texts.draft, stories: standing("draft").map((one) => story(one, one.article.date)) },
    {
      heading: texts.scheduled,
      stories: standing("scheduled")
        .reverse()
        .map((one) => story(one, one.article.date)),
    },
    { heading: texts.expired, stories: expired.map((one) => story(one, expiry(one))) },
  ];
  const robots = [{ name: "robots", content: "noindex" }];
  return {
    ...frameOf({ address: deskAddress, heading: texts.notPublished, robots }, site),
    groups: groups.filter(({ stories }) => stories.length > 0),
  };
}
