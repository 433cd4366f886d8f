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
  const precision = hours === undefined ? "day" : "time";
  const onUsualDay = onSteadyDay(`${day}T${time}`, offset, zone);
  if (onUsualDay !== undefined) return { ...onUsualDay, precision };
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
  return momentOf(moment, precision);
}

/** Of a day of UTC through which the clocks of a zone show the same offset: that, and how ISO 8601 writes it. */
type SteadyDay = { readonly offsetMs: number; readonly suffix: string };

const dayMs = 24 * 3_600_000;
/** By zone and number of the day: asking a zone takes longer than all the rest of reading a moment. */
const steadyDays = new Map<string, SteadyDay | undefined>();
/** Nobody has articles of more days than two centuries have. */
const mostDays = 75_000;

function steadyDay(ms: number, zone: string): SteadyDay | undefined {
  const number = Math.floor(ms / dayMs);
  const key = `${number} ${zone}`;
  if (!steadyDays.has(key)) {
    if (steadyDays.size >= mostDays) steadyDays.clear();
    const [start, end] = [number, number + 1].map((day) => DateTime.fromMillis(day * dayMs, { zone }));
    const isSteady = start?.offset === end?.offset && Number.isInteger(start?.offset);
    const suffix = start?.toISO({ suppressMilliseconds: true })?.slice("2026-11-20T08:30:00".length) ?? "";
    steadyDays.set(key, isSteady ? { offsetMs: (start?.offset ?? 0) * 60_000, suffix } : undefined);
  }
  return steadyDays.get(key);
}

/**
 * A moment of a day without a change of clocks; undefined where it may be another.
 *
 * @param shown what clocks show, those of the zone or those of an offset: `2026-11-20T08:30:00`
 */
function onSteadyDay(shown: string, offset: string, zone: string): Omit<Moment, "precision"> | undefined {
  const shownMs = Date.parse(`${shown}Z`);
  // The calendar has no 30 February, which is counted on from; and years before 1000 are written otherwise.
  if (Number.isNaN(shownMs) || !isoOf(shownMs)?.startsWith(shown)) return undefined;
  if (offset !== "") {
    const epochMs = shownMs - offsetMsOf(offset);
    const day = steadyDay(epochMs, zone);
    const iso = day && isoOf(epochMs + day.offsetMs);
    return iso && day ? { epochMs, iso: iso + day.suffix } : undefined;
  }
  const dayBefore = steadyDay(shownMs - dayMs, zone);
  if (dayBefore === undefined) return undefined;
  const epochMs = shownMs - dayBefore.offsetMs;
  const isSteady = steadyDay(epochMs, zone)?.offsetMs === dayBefore.offsetMs;
  return isSteady ? { epochMs, iso: shown + dayBefore.suffix } : undefined;
}

/** `2026-11-20T08:30:00` in UTC; undefined of years that do not have four digits, or begin with 0. */
function isoOf(epochMs: number): string | undefined {
  return /^[1-9]\d{3}-.{14}/.exec(new Date(epochMs).toISOString())?.[0];
}

/** @param offset `Z`, `+08`, `+0800` or `+08:00` */
function offsetMsOf(offset: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The moment at which clocks in a zone show what clocks in UTC show at another. Luxon's own answer for an hour that
 * comes twice depends on the day on which it is asked, and is an hour out in zones that have moved across the date line.
 */
function whenClocksShow(shown: DateTime, zone: string): DateTime {
  if (!shown.isValid) return shown;
  const moment = (offsetMinutes: number) =>
    DateTime.fromMillis(shown.toMillis() - offsetMinutes * 60_000, { zone });
  const offsetDayBefore = IANAZone.create(zone).offset(shown.toMillis() - dayMs);
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
