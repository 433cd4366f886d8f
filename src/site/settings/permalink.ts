/** The pattern of article addresses: `/{year}/{month}/{slug}/`. */

import type { Article } from "../../content/article/article.ts";
import { addressFault } from "../../content/values/address.ts";
import { calendarDay } from "../../content/values/moment.ts";

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
  return pattern
    .replaceAll("{year}", year)
    .replaceAll("{month}", month)
    .replaceAll("{day}", day)
    .replaceAll("{slug}", () => slug);
}
