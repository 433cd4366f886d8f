/** Dates and times as authors write them, read in the site's time zone. */
import { DateTime, IANAZone } from "luxon";

/** A point in time, kept with the zone it is shown in. */
export type Moment = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epochMs: number;
  /** ISO 8601 with the zone's offset: `2026-11-20T08:30:00+08:00`. */
  readonly iso: string;
};

export type MomentFault = { readonly code: "bad-date" | "impossible-date"; readonly message: string };

/** No place on earth is 15 hours from UTC. */
const written =
  /^(\d{4}-\d{2}-\d{2})(?:(?:[Tt]|\s+)(\d{2}:\d{2}(?::\d{2})?)(?:\s*([Zz]|[+-](?:0\d|1[0-4]):?[0-5]\d))?)?$/;

/** Whether this is the name of a zone in the IANA database that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * Reads `2026-11-20`, `2026-11-20 08:30` or the latter with seconds or an offset (`+08:00`, `Z`), or both.
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
  const [, day = "", time = "00:00", offset = ""] = match;
  const reading = DateTime.fromISO(`${day}T${time}${offset.toUpperCase()}`, { zone });
  // Left to itself, Luxon takes the offset that holds on the day of the build.
  const moment = offset === "" ? (reading.getPossibleOffsets()[0] ?? reading) : reading;
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) {
    return {
      code: "impossible-date",
      message: `"${text}" does not exist in the calendar or on the clock; correct the day or the time`,
    };
  }
  return momentOf(moment);
}

/** The moment of a number of milliseconds since 1970, shown in a zone. */
export function momentAt(epochMs: number, zone: string): Moment {
  return momentOf(DateTime.fromMillis(epochMs, { zone }));
}

function momentOf(moment: DateTime): Moment {
  return { epochMs: moment.toMillis(), iso: moment.toISO({ suppressMilliseconds: true }) ?? "" };
}

/** Whether a reading failed. */
export function isMomentFault(reading: Moment | MomentFault): reading is MomentFault {
  return "code" in reading;
}

/** Year, month and day as they stand in the address of a moment, in its zone: `["2026", "11", "20"]`. */
export function calendarDay(moment: Moment): [year: string, month: string, day: string] {
  return [moment.iso.slice(0, 4), moment.iso.slice(5, 7), moment.iso.slice(8, 10)];
}
