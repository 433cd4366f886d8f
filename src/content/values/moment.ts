/** Dates and times as authors write them, read in the site's time zone. */
import { DateTime, IANAZone } from "luxon";

/** A point in time, kept with the zone it is shown in. */
export type Moment = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epochMs: number;
  /** ISO 8601 with the zone's offset: `2026-11-20T08:30:00+08:00`; of a day, the moment it begins. */
  readonly iso: string;
  /** `day`: nobody said at what time. */
  readonly precision: "day" | "time";
};

/** Stands for a date that could not be read; what is wrong with it is told elsewhere. */
export const noMoment: Moment = { epochMs: 0, iso: "", precision: "time" };

export type MomentFault = { readonly code: "bad-date" | "impossible-date"; readonly message: string };

/** No place on earth is 15 hours from UTC. */
const written =
  /^(\d{4}-\d{2}-\d{2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([Zz]|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?$/;

/** Whether this is the name of a zone in the IANA database that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * Reads `2026-11-20`, `2026-11-20 08:30` or the latter with seconds or an offset (`+08:00`, `+08`, `Z`), or both.
 * Fractions of a second, which machines write, count for nothing.
 * Where the clocks of the zone go back, an hour that comes twice is meant the first time; where they go forward,
 * an hour that is left out is counted on from the hour before (RFC 5545, 3.3.5).
 *
 * @param zone IANA name of the zone that holds where the text names no offset
 */
export function readMoment(text: string, zone: string): Moment | MomentFault {
  const match = written.exec(text.trim());
  if (match === null) {
    return {
      code: "bad-date",
      message: `"${text}" is not a date; write it as 2026-11-20 or 2026-11-20 08:30`,
    };
  }
  const [, day = "", hours, minutes = "00", seconds = "00", offset = ""] = match;
  const time = `${(hours ?? "").padStart(2, "0")}:${minutes}:${seconds}`;
  const moment =
    offset === ""
      ? whenClocksShow(DateTime.fromISO(`${day}T${time}`, { zone: "utc" }), zone)
      : DateTime.fromISO(`${day}T${time}${offset.toUpperCase()}`, { zone });
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) {
    return {
      code: "impossible-date",
      message: `"${text}" does not exist in the calendar or on the clock; correct the day or the time`,
    };
  }
  return momentOf(moment, hours === undefined ? "day" : "time");
}

/**
 * The moment at which clocks in a zone show what clocks in UTC show at another. Luxon's own answer for an hour that
 * comes twice depends on the day on which it is asked, and is an hour out in zones that have moved across the date line.
 */
function whenClocksShow(shown: DateTime, zone: string): DateTime {
  if (!shown.isValid) return shown;
  const moment = (offsetMinutes: number) =>
    DateTime.fromMillis(shown.toMillis() - offsetMinutes * 60_000, { zone });
  const offsetDayBefore = IANAZone.create(zone).offset(shown.toMillis() - 24 * 3_600_000);
  const byDayBefore = moment(offsetDayBefore);
  if (byDayBefore.offset === offsetDayBefore) return byDayBefore;
  const afterChange = moment(byDayBefore.offset);
  return afterChange.offset === byDayBefore.offset ? afterChange : byDayBefore;
}

/** The moment of a number of milliseconds since 1970, shown in a zone. */
export function momentAt(epochMs: number, zone: string): Moment {
  return momentOf(DateTime.fromMillis(epochMs, { zone }), "time");
}

function momentOf(moment: DateTime, precision: Moment["precision"]): Moment {
  return {
    epochMs: moment.toMillis(),
    iso: moment.toISO({ suppressMilliseconds: true }) ?? "",
    precision,
  };
}

/** Whether a reading failed. */
export function isMomentFault(reading: Moment | MomentFault): reading is MomentFault {
  return "code" in reading;
}

/**
 * A moment as precisely as it is known, where a format takes both: `2026-11-20` or `2026-11-20T08:30:00+08:00`.
 * HTML's `time`, schema.org, Open Graph and sitemaps (https://www.w3.org/TR/NOTE-datetime) do; RFC 3339, which Atom
 * and JSON Feed ask for, has no date without a time: there stands `iso`.
 */
export function machineDate({ iso, precision }: Moment): string {
  return precision === "day" ? iso.slice(0, "2026-11-20".length) : iso;
}

/** Year, month and day as they stand in the address of a moment, in its zone: `["2026", "11", "20"]`. */
export function calendarDay(moment: Moment): [year: string, month: string, day: string] {
  return [moment.iso.slice(0, 4), moment.iso.slice(5, 7), moment.iso.slice(8, 10)];
}
