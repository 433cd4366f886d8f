/** Dates as readers see them, in a language and a time zone. */
import { DateTime } from "luxon";
import { localesOf } from "../../content/values/language.ts";
import type { Moment } from "../../content/values/moment.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";

export type DateTexts = {
  /** `20 November 2026` */
  readonly day: (epochMs: number) => string;
  /** `Friday 20 November 2026` */
  readonly weekday: (epochMs: number) => string;
  /** `20 November 2026 at 08:30 GMT+8`, or the day alone of a moment that has no time. */
  readonly moment: (moment: Moment) => string;
  /** `08:30` */
  readonly time: (epochMs: number) => string;
  /** `3–20 November 2026` */
  readonly dayRange: (startMs: number, endMs: number) => string;
  /** `November 2026`, of a year and a month from 1 to 12. */
  readonly month: (year: number, month: number) => string;
};

/** The formats of a language (BCP 47) and a zone (IANA). Made once for each pair: making them is slow. */
export function dateTexts(language: string, timezone: string): DateTexts {
  return inLanguage(language)(timezone);
}

const inLanguage = onDemandFor((language: string) =>
  onDemandFor((timezone: string) => newDateTexts(language, timezone)),
);

function newDateTexts(language: string, timeZone: string): DateTexts {
  // British English: the day before the month reads alike everywhere.
  const locales = localesOf(language === "en" ? "en-GB" : language);
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  const dayFormat = new Intl.DateTimeFormat(locales, { ...day, timeZone });
  const weekdayFormat = new Intl.DateTimeFormat(locales, { weekday: "long", ...day, timeZone });
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const clockFormat = new Intl.DateTimeFormat(locales, { ...time, timeZone });
  const timeFormat = new Intl.DateTimeFormat(locales, { ...day, ...time, timeZone, timeZoneName: "short" });
  // The archive has a page for each month of the addresses, which no other calendar's months fit.
  const monthFormat = new Intl.DateTimeFormat(locales, {
    month: "long",
    year: "numeric",
    calendar: "gregory",
    timeZone: "UTC",
  });
  return {
    day: (epochMs) => dayFormat.format(epochMs),
    weekday: (epochMs) => weekdayFormat.format(epochMs),
    moment: ({ epochMs, precision }) => (precision === "day" ? dayFormat : timeFormat).format(epochMs),
    time: (epochMs) => clockFormat.format(epochMs),
    dayRange: (startMs, endMs) => dayFormat.formatRange(startMs, endMs),
    month: (year, month) => monthFormat.format(DateTime.utc(year, month).toMillis()),
  };
}
