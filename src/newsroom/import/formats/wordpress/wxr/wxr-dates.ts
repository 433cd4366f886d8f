/** The dates of items, of which WXR has several, and not always all. */
import { DateTime } from "luxon";
import type { WxrItem } from "./wxr-records.ts";

/**
 * When an item was published, as `readMoment` reads it: by its time in GMT, else (drafts have none) by what clocks of the
 * site showed, else by the date of RSS. Undefined where all are missing or zero.
 */
export function dateOf(item: WxrItem): string | undefined {
  return (
    written(item.field("wp:post_date_gmt"), "Z") ??
    written(item.field("wp:post_date"), "") ??
    fromRss(item.field("pubDate"))
  );
}

/**
 * When an item was last changed, where that was for its readers. WordPress notes every save: what came within an hour of
 * publication is still the making of the story, and a minute in which more were changed than anybody can is a tool's.
 */
export function updatedOf(item: WxrItem, busyMinutes: ReadonlySet<string>): string | undefined {
  const modified = item.field("wp:post_modified_gmt");
  const updated = written(modified, "Z");
  const published = written(item.field("wp:post_date_gmt"), "Z");
  if (updated === undefined || published === undefined || busyMinutes.has(minuteOf(modified)))
    return undefined;
  return Date.parse(updated) - Date.parse(published) > 3_600_000 ? updated : undefined;
}

/** `2026-11-20 08:30`, of `2026-11-20 08:30:15` */
export function minuteOf(date: string): string {
  return date.slice(0, 16);
}

/** WordPress writes zeros for a date it does not know, and a year of less than none for one it made of them. */
function written(date: string, offset: "Z" | ""): string | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(date.trim()) ?? [];
  return day === undefined || day.startsWith("0000") ? undefined : `${day}T${time}${offset}`;
}

function fromRss(date: string): string | undefined {
  const moment = DateTime.fromRFC2822(date.trim(), { zone: "utc" });
  if (!moment.isValid || moment.year < 1) return undefined;
  return moment.toISO({ suppressMilliseconds: true });
}
