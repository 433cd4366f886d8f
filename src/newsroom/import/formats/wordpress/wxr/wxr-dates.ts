/** The dates of items, of which WXR has several, and not always all. */
import { DateTime } from "luxon";
import type { WxrItem } from "./wxr-records.ts";

const dateFields = ["wp:post_date_gmt", "wp:post_date", "pubDate"] as const;

/**
 * When an item was published, as `readMoment` reads it: by its time in GMT, else (drafts have none) by what clocks of the
 * site showed, else by the date of RSS. Undefined where all are missing, zero or something else.
 */
export function dateOf(item: WxrItem): string | undefined {
  return (
    written(item.field("wp:post_date_gmt"), "Z") ??
    written(item.field("wp:post_date"), "") ??
    fromRss(item.field("pubDate"))
  );
}

/** What stands where its date should be and is none, so that it can be told. */
export function noDateOf(item: WxrItem): string | undefined {
  return dateFields
    .map((name) => item.field(name).trim())
    .find((text) => /[1-9]/.test(text) && !text.includes("-0001"));
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

const dateForm = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * WordPress writes zeros for a date it does not know, and a year of less than none for one it made of them; other tools that
 * write WXR take the forms of ISO 8601.
 */
function written(date: string, usual: "Z" | ""): string | undefined {
  const [, day, time = "00:00:00", offset = usual] = dateForm.exec(date.trim()) ?? [];
  if (day === undefined || day.startsWith("0000")) return undefined;
  return `${day}T${time}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, "$1:$2")}`;
}

function fromRss(date: string): string | undefined {
  const moment = DateTime.fromRFC2822(date.trim(), { zone: "utc" });
  if (!moment.isValid || moment.year < 1) return undefined;
  return moment.toISO({ suppressMilliseconds: true });
}
