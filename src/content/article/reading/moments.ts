/** The moments in an article's front matter, and which of them must follow which. */
import { isMomentFault, type Moment, noMoment, readMoment } from "../../values/moment.ts";
import type { YamlPath } from "../../yaml/yaml-source.ts";
import type { Article } from "../article.ts";
import { type Reading, tell } from "./reading.ts";

/** The moment a text means in the site's zone; one that could not be read is told. */
export function momentOf(reading: Reading, text: string, path: YamlPath): Moment {
  const moment = readMoment(text, reading.rules.timezone);
  if (!isMomentFault(moment)) return moment;
  tell(reading, path, moment.code, moment.message);
  return noMoment;
}

/** When the story is taken down. That this is before its date is told. */
export function expiresOf(reading: Reading, date: Moment): Moment | undefined {
  const text = reading.values.expires;
  if (text === undefined) return undefined;
  const expires = momentOf(reading, text, ["expires"]);
  if (isNotAfter(expires, date)) {
    tell(
      reading,
      ["expires"],
      "expires-before-date",
      `the story would be taken down (${expires.iso}) before it is out (${date.iso}); write an "expires" after its "date"`,
    );
  }
  return expires;
}

/** Its place on the front page. That it leaves it before its date is told. */
export function priorityOf(reading: Reading, date: Moment): Article["priority"] {
  const { priority } = reading.values;
  if (priority === undefined) return undefined;
  if (typeof priority === "number") return { place: priority };
  if (priority.until === undefined) return { place: priority.place };
  const path = ["priority", "until"];
  const until = momentOf(reading, priority.until, path);
  if (isNotAfter(until, date)) {
    const message = `the story would leave its place on the front page (${until.iso}) before it is out (${date.iso}); write an "until" after its "date"`;
    tell(reading, path, "until-before-date", message);
  }
  return { place: priority.place, until };
}

/** Of moments that could be read. */
function isNotAfter(end: Moment, date: Moment): boolean {
  return date.iso !== "" && end.iso !== "" && end.epochMs <= date.epochMs;
}
