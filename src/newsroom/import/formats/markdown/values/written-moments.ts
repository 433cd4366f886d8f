/** Dates as other systems' authors write them, made into what `readMoment` reads. */
import { DateTime } from "luxon";
import { isMomentFault, isTimeZone, type Moment, readMoment } from "../../../../../content/values/moment.ts";

/** Hours from UTC. Those of RFC 2822 (4.3), and others that mean one zone only, or nearly so. */
const zoneHours: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  UT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  WIB: 7,
  ICT: 7,
  HKT: 8,
  SGT: 8,
  PHT: 8,
  MYT: 8,
  AWST: 8,
  KST: 9,
  JST: 9,
  ACST: 9.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  HST: -10,
  BRT: -3,
  ART: -3,
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const dayFirst = /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})/i;
const monthFirst = /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i;
const yearFirst = /^(\d{4})(?:[-/.]|\s*[年년]\s*)(\d{1,2})(?:[-/.]|\s*[月월]\s*)(\d{1,2})(?:\s*[日일]|\.)?/;
const timeOfDay =
  /^(?:\s*[Tt]\s*|[,\s]*(?:at\s+)?)(\d{1,2})[:h](\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?/i;
const offset = /^([+-])\s*(\d{1,2}):?(\d{2})?$/;

/**
 * The moment that a text names: ISO 8601 with one digit or two, slashes and dots, RFC 2822, English months, Chinese,
 * Japanese and Korean dates, seconds since 1970, with an offset, a zone's name or its usual letters. The answer has an
 * offset where the text or `zone` names one. Undefined for what cannot be told, such as `01/02/2020`, and for what is in no calendar.
 *
 * @param zone of clocks that a text without an offset goes by, where the archive knows it
 * @param siteZone the zone the answer is read in where it has no offset
 */
export function writtenMoment(text: string, zone: string | undefined, siteZone: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(trimmed)) {
    const ms = Number(trimmed.split(".")[0]) * (/^\d{13}/.test(trimmed) ? 1 : 1000);
    return DateTime.fromMillis(ms, { zone: "utc" }).toISO({ suppressMilliseconds: true }) ?? undefined;
  }
  const [day, rest] = dayIn(trimmed) ?? [];
  if (day === undefined || rest === undefined) return undefined;
  const time = timeOfDay.exec(rest);
  if (time === null)
    return rest.trim() === "" || /^[TZ]$/i.test(rest.trim()) ? sound(day, siteZone) : undefined;
  const written = `${day} ${clockOf(time)}`;
  const named = rest
    .slice(time[0].length)
    .replace(/^([^(]*)\(.*\)$/s, "$1")
    .trim();
  if (named === "") return zone === undefined ? sound(written, siteZone) : inZone(written, zone);
  if (isTimeZone(named) && named.includes("/")) return inZone(written, named);
  const minutes = offsetMinutes(named, zone ?? siteZone);
  if (minutes === undefined) return undefined;
  const sign = minutes < 0 ? "-" : "+";
  return sound(
    `${written}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`,
    siteZone,
  );
}

/** The moment as a value, for addresses that hold its day; undefined where there is none. */
export function momentIn(written: string | undefined, zone: string): Moment | undefined {
  if (written === undefined) return undefined;
  const moment = readMoment(written, zone);
  return isMomentFault(moment) ? undefined : moment;
}

/** The zone of the offset that a moment names; undefined where it names none. */
export function offsetZone(written: string | undefined): string | undefined {
  const [, zulu, named] = /\d(?:(Z)|([+-]\d\d:\d\d))$/.exec(written ?? "") ?? [];
  return zulu === undefined ? named && `UTC${named}` : "UTC";
}

/**
 * The date that a file's name begins with, or three folders around it; `name` is what comes after it. A file called "index"
 * goes by the name of its folder.
 */
export function dateInPath(file: string): { readonly date: string; readonly name: string } | undefined {
  const path = file.replace(/(?<=.)\/_?index\.[^/]+$/, ".x");
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const inName = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ]+(.*))?$/.exec(base);
  const folders = inName === null ? /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|-[^/]*$)/.exec(path) : null;
  const [, year = "", month = "", day = "", name = base] = inName ?? folders ?? [];
  if (year === "") return undefined;
  const date = sound(`${year}-${two(month)}-${two(day)}`, "UTC");
  return date === undefined ? undefined : { date, name: inName === null ? base : name || base };
}

function dayIn(text: string): readonly [day: string, rest: string] | undefined {
  const iso = yearFirst.exec(text);
  if (iso !== null) {
    const [all, year, month = "", day = ""] = iso;
    return [`${year}-${two(month)}-${two(day)}`, text.slice(all.length)];
  }
  const first = dayFirst.exec(text);
  const [all = "", day, month, year] =
    first ??
    (([whole, name, number, number4]) => [whole, number, name, number4])(monthFirst.exec(text) ?? []);
  const index = months.indexOf((month ?? "").slice(0, 3).toLowerCase());
  if (index < 0 || day === undefined) return undefined;
  return [`${year}-${two(index + 1)}-${two(day)}`, text.slice(all.length)];
}

function clockOf([, hours = "", minutes = "", seconds = "0", half]: RegExpExecArray): string {
  const shift =
    half === undefined ? 0 : (half.toLowerCase() === "p" ? 12 : 0) - (Number(hours) === 12 ? 12 : 0);
  return `${two(Number(hours) + shift)}:${two(minutes)}:${two(seconds)}`;
}

function offsetMinutes(named: string, zone: string): number | undefined {
  if (/^z$/i.test(named)) return 0;
  const [, sign, hours, minutes = "0"] = offset.exec(named.replace(/^(?:UTC|GMT)(?=[+-])/i, "")) ?? [];
  if (hours !== undefined) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const letters = named.toUpperCase();
  // In China, CST is China's.
  if (letters === "CST" && /^Asia\//.test(zone)) return 480;
  const known = Object.hasOwn(zoneHours, letters) ? zoneHours[letters] : undefined;
  return known === undefined ? undefined : known * 60;
}

function inZone(written: string, zone: string): string | undefined {
  return momentIn(written, zone)?.iso;
}

function sound(written: string, zone: string): string | undefined {
  return momentIn(written, zone) === undefined ? undefined : written;
}

function two(number: string | number): string {
  return String(number).padStart(2, "0");
}
