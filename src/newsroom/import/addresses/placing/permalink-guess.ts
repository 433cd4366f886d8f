/** The permalink pattern that keeps most of an archive's own addresses. */
import { compareText } from "../../../../content/diagnostics/diagnostic.ts";
import { addressFault, decoded, isReservedAddress } from "../../../../content/values/address.ts";
import { calendarDay } from "../../../../content/values/moment.ts";
import { permalinkFault } from "../../../../site/settings/permalink.ts";
import type { SurveyedStory } from "../../foreign/foreign-survey.ts";
import type { OldSite } from "./old-site.ts";

type Dated = Pick<SurveyedStory, "kind" | "address" | "slug" | "date">;

/**
 * The pattern by which at least half of the articles that have an address keep it; undefined where there is none, or where it
 * names one of several sections.
 *
 * @param stories of the archive, their dates in the site's zone
 */
export function guessedPermalink(stories: Iterable<Dated>, old: OldSite): string | undefined {
  const counts = new Map<string, number>();
  let total = 0;
  for (const story of stories) {
    if (story.kind !== "article" || story.address === undefined) continue;
    total += 1;
    const pattern = patternOf(story, old);
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (best === undefined || 2 * best[1] < total) return undefined;
  const [pattern, count] = best;
  const shape = shapeOf(pattern);
  const alike = [...counts].reduce((sum, [one, number]) => sum + (shapeOf(one) === shape ? number : 0), 0);
  // Where others have another word, it is their category, and none that stories to come have.
  return 10 * count >= 9 * alike ? pattern : undefined;
}

/** A pattern whatever its fixed parts are called. */
function shapeOf(pattern: string): string {
  return pattern.replace(/[^/{}]+(?=\/)/g, "*");
}

/** The pattern that gives a story its old address. Of `/2019/03/03/story/`, the first `03` is the month. */
function patternOf({ address = "", slug, date }: Dated, old: OldSite): string | undefined {
  const own = ownAddress(address, old);
  if (own === undefined) return undefined;
  const [year, month, day] = date === undefined ? [] : calendarDay(date);
  const left = [
    ["{year}", year],
    ["{month}", month],
    ["{day}", day],
  ];
  const segments = own.split("/");
  const last = own.endsWith("/") ? segments.length - 2 : segments.length - 1;
  const pattern = segments.map((segment, index) => {
    if (index === last)
      return segment === slug || segment === `${slug}.html` ? segment.replace(slug, () => "{slug}") : segment;
    const [name, value] = left[0] ?? [];
    if (value === undefined || segment !== value) return segment;
    left.shift();
    return name;
  });
  const text = pattern.join("/");
  return permalinkFault(text) === undefined ? text : undefined;
}

/**
 * An old address as one that a page of the site may have: `/a.html`, `/a/`, and the latter for `/a`, as hosts lead on from there.
 * Undefined where no page may have it, as of `/a.php` and `/?p=7`.
 */
export function ownAddress(address: string, old: OldSite): string | undefined {
  const within = old.within(address);
  if (within === undefined || within.includes("?")) return undefined;
  const path = decoded(within)
    .normalize("NFC")
    .replace(/\/index\.html$/, "/");
  if (/\.(?!html$)\w{1,5}$/.test(path)) return undefined;
  const own = path.endsWith("/") || path.endsWith(".html") ? path : `${path}/`;
  return addressFault(own) === undefined && !isReservedAddress(own) ? own : undefined;
}
