/** Forms of dates that are not those of Dateline and can be read in one way only. */
import { isMomentFault, readMoment } from "../values/moment.ts";

const day = String.raw`(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})`;
const time = String.raw`(?:(?:[Tt]|,?\s+)(\d{1,2}):(\d{2}(?::\d{2})?)(?:\.\d+)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?)?`;
const written = new RegExp(`^${day}${time}$`);

/**
 * The date in the form 2026-11-20 or 2026-11-20 08:30, or undefined where it has it or could mean two days:
 * 20.11.2026 can only be the twentieth of November, but 3/11/2026 may be in March.
 *
 * @param zone IANA name of the zone that holds where the text names no offset
 */
export function properDate(text: string, zone: string): string | undefined {
  const [, first = "", , second = "", third = "", hours, minutes = "", offset = ""] =
    written.exec(text.trim()) ?? [];
  if (first === "") return undefined;
  const isAccepted = !isMomentFault(readMoment(text, zone));
  // An offset may stand in a machine's own form, which is accepted as it is.
  if (isAccepted && (offset !== "" || hours === undefined || !/[Tt]/.test(text))) return undefined;
  const parts = dayOf(first, second, third);
  if (parts === undefined) return undefined;
  const [year, month, dayOfMonth] = parts;
  const clock = hours === undefined ? "" : ` ${hours.padStart(2, "0")}:${minutes}${offset}`;
  const proper = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}${clock}`;
  return proper === text || isMomentFault(readMoment(proper, zone)) ? undefined : proper;
}

function dayOf(first: string, second: string, third: string) {
  if (first.length === 4) return [first, second, third] as const;
  if (third.length !== 4 || first.length > 2) return undefined;
  if (Number(first) > 12 || first === second) return [third, second, first] as const;
  return Number(second) > 12 ? ([third, first, second] as const) : undefined;
}
