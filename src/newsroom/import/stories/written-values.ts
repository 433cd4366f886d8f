/** Values of front matter as they are written: what an author would have written by hand. */
import { canonicalLanguage } from "../../../content/values/language.ts";
import { isMomentFault, type Moment, readMoment } from "../../../content/values/moment.ts";

/** A moment as the site's clocks show it, as precisely as it is known: `2026-11-20 08:30`. */
export function momentText(moment: Moment, zone: string): string {
  const { iso, precision } = moment;
  if (precision === "day") return iso.slice(0, 10);
  const seconds = iso.slice(17, 19);
  const shown = `${iso.slice(0, 10)} ${iso.slice(11, 16)}${seconds === "00" ? "" : `:${seconds}`}`;
  const read = readMoment(shown, zone);
  // Where the clocks go back, an hour comes twice.
  return !isMomentFault(read) && read.epochMs === moment.epochMs ? shown : iso;
}

/** @returns undefined where it is no moment */
export function momentIn(text: string | undefined, zone: string): Moment | undefined {
  const moment = text === undefined ? undefined : readMoment(text, zone);
  return moment === undefined || isMomentFault(moment) ? undefined : moment;
}

export function languageIn(text: string | undefined, siteLanguage: string): string | undefined {
  const language = text === undefined ? undefined : canonicalLanguage(text.replaceAll("_", "-"));
  return language === siteLanguage ? undefined : language;
}
