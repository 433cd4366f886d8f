/** The pattern of article addresses: `/{year}/{month}/{slug}/`. */

import type { Article } from "../../content/article/article.ts";
import { addressFault } from "../../content/values/address.ts";
import { calendarDay } from "../../content/values/moment.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";

const placeholders = ["year", "month", "day", "slug"] as const;
const placeholder = /\{([^{}]*)\}/g;

/** What is wrong with a pattern, in words, or undefined if nothing is. */
export function permalinkFault(pattern: string): string | undefined {
  const known: readonly string[] = placeholders;
  for (const [text, name = ""] of pattern.matchAll(placeholder)) {
    if (!known.includes(name)) return `may hold {year}, {month}, {day} and {slug}, but not "${text}"`;
  }
  if (!pattern.includes("{slug}")) return "must hold {slug}, or all articles of a day have one address";
  return addressFault(pattern.replace(placeholder, "x"));
}

/** The address of an article: its own permalink, else by the site's pattern. */
export function addressOf(article: Article, pattern: string): string {
  return article.permalink ?? patternAddress(pattern, calendarDay(article.date), article.slug);
}

/** The address that a pattern gives. @param day year, month and day in digits */
export function patternAddress(
  pattern: string,
  [year, month, day]: readonly [year: string, month: string, day: string],
  slug: string,
): string {
  const values: Readonly<Record<string, string>> = { year, month, day, slug };
  let address = "";
  for (const [text, name] of partsOf(pattern)) {
    address += text;
    if (name !== undefined) address += values[name] ?? `{${name}}`;
  }
  return address;
}

/** Texts, each with the name of the placeholder behind it: it is asked of every article of a site. */
const partsOf = onDemandFor((pattern: string): readonly (readonly [text: string, name?: string])[] => {
  const parts: (readonly [text: string, name?: string])[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = "", index } of pattern.matchAll(placeholder)) {
    parts.push([pattern.slice(end, index), name]);
    end = index + whole.length;
  }
  return [...parts, [pattern.slice(end)]];
});
