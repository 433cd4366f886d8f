/** The dateline that agency copy opens with: "GENEVA, SWITZERLAND — ". */

const limitCharacters = 80;
const dash = /(?:--|[—–―-])\s+/gu;
const dashOrSpace = /[\s:—–―-]/u;
const capitals = /^\p{Lu}[\p{Lu}\p{M}\p{N}\s.,/&'’‘–-]*$/u;

/**
 * Parts a paragraph into its dateline and the text after the dash, or gives undefined where it has none.
 *
 * A dateline is at most 80 characters of capitals, of two letters or more; an agency may follow in parentheses
 * ("HONG KONG (Agency) — ") and is kept as part of it. The dash is an em dash, an en dash or a hyphen, with white
 * space after it, so that a hyphen inside a name ("PORT-AU-PRINCE") ends nothing. A script that has no capitals
 * has no datelines that could be told from other words: they stay in the paragraph.
 */
export function splitDateline(paragraph: string): { dateline: string; rest: string } | undefined {
  for (const { index, 0: match } of paragraph.matchAll(dash)) {
    if (index > limitCharacters) return undefined;
    const dateline = paragraph.slice(0, index).trimEnd();
    const rest = paragraph.slice(index + match.length);
    if (isDateline(dateline) && rest !== "") return { dateline, rest };
  }
  return undefined;
}

function isDateline(text: string): boolean {
  const place = text.replace(/\([^()]*\)/gu, " ").trim();
  return capitals.test(place) && (place.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** A dateline as it is shown: the place in capitals, an agency in parentheses as it is. */
export function datelineInCapitals(dateline: string, language: string): string {
  return dateline
    .split(/(\([^()]*\))/u)
    .map((part) => (part.startsWith("(") ? part : part.toLocaleUpperCase(language)))
    .join("");
}

/** A dateline as it is to be written: in capitals, without the dash that is set after it. */
export function properDateline(dateline: string, language: string): string {
  let end = dateline.length;
  while (end > 0 && dashOrSpace.test(dateline[end - 1] ?? "")) end -= 1;
  return datelineInCapitals(dateline.slice(0, end), language);
}

/** The place of a dateline, an agency in parentheses left out; undefined where nothing else is there. */
export function placeOfDateline(dateline: string): string | undefined {
  const place = dateline
    .replace(/\([^()]*\)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return place === "" ? undefined : place;
}
