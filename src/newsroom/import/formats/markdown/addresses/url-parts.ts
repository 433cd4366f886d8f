/** How other systems make parts of an address out of names and dates. */
import { DateTime } from "luxon";
import type { Moment } from "../../../../../content/values/moment.ts";

/** Jekyll's `slugify`: https://github.com/jekyll/jekyll/blob/v4.3.3/lib/jekyll/utils.rb */
export function jekyllSlug(name: string): string {
  return trimmed(name.toLowerCase().replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-"));
}

/** Hugo's path of a name: https://gohugo.io/content-management/urls/ */
export function hugoPart(name: string): string {
  const kept = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "-");
  return trimmed(kept.replace(/[^\p{L}\p{M}\p{N}._+~@-]/gu, ""));
}

/** github-slugger's, which Astro and Docusaurus use for names of files and headings. */
export function githubSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
}

/**
 * The slug of systems that write every letter in ASCII: Zola, Pelican, Eleventy's `slugify`. Undefined where letters
 * other than Latin ones would have to be spelt in it: each does that by a table of its own.
 */
export function asciiSlug(name: string): string | undefined {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/g, "");
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(plain)) return undefined;
  return trimmed(plain.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
}

/** Pelican's: https://docs.getpelican.com/en/latest/settings.html (SLUG_REGEX_SUBSTITUTIONS) */
export function pelicanSlug(name: string): string | undefined {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "");
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(plain)) return undefined;
  const kept = plain.replace(/[^\p{ASCII}]/gu, "").replace(/[^\w\s-]/g, "");
  return kept
    .trim()
    .replace(/[-\s]+/g, "-")
    .toLowerCase();
}

function trimmed(slug: string): string {
  return slug.replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
}

/** Parts of a date by the names that Jekyll, Hugo and Hexo have for them. */
export function dateParts(moment: Moment | undefined): Readonly<Record<string, string>> {
  if (moment === undefined) return {};
  const at = DateTime.fromISO(moment.iso, { setZone: true, locale: "en" });
  const dayOfYear = at.toFormat("ooo");
  return {
    year: at.toFormat("yyyy"),
    short_year: at.toFormat("yy"),
    month: at.toFormat("MM"),
    i_month: at.toFormat("M"),
    short_month: at.toFormat("LLL"),
    long_month: at.toFormat("LLLL"),
    monthname: at.toFormat("LLLL").toLowerCase(),
    day: at.toFormat("dd"),
    i_day: at.toFormat("d"),
    y_day: dayOfYear,
    yearday: at.toFormat("o"),
    weekday: String(at.weekday % 7),
    weekdayname: at.toFormat("cccc").toLowerCase(),
    w_year: at.toFormat("kkkk"),
    week: at.toFormat("WW"),
    w_day: String(at.weekday),
    short_day: at.toFormat("ccc"),
    long_day: at.toFormat("cccc"),
    hour: at.toFormat("HH"),
    minute: at.toFormat("mm"),
    second: at.toFormat("ss"),
  };
}

/** A moment as `strftime` writes it, for the few signs that stand in addresses; undefined where there are others. */
export function strftime(format: string, moment: Moment | undefined): string | undefined {
  const parts = dateParts(moment);
  const signs: Readonly<Record<string, string | undefined>> = {
    Y: parts["year"],
    y: parts["short_year"],
    m: parts["month"],
    "-m": parts["i_month"],
    d: parts["day"],
    "-d": parts["i_day"],
    b: parts["short_month"],
    B: parts["long_month"],
    j: parts["y_day"],
    H: parts["hour"],
    M: parts["minute"],
    S: parts["second"],
  };
  return replacedAll(format, /%(-?[A-Za-z])/g, ([, sign = ""]) => signs[sign]);
}

/** A text with each match replaced; undefined where one has no replacement. */
export function replacedAll(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string | undefined,
): string | undefined {
  let made = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const filled = replacement(match);
    if (filled === undefined) return undefined;
    made += text.slice(end, match.index) + filled;
    end = match.index + match[0].length;
  }
  return made + text.slice(end);
}

/**
 * An address within a site, of a pattern such as `/:year/:month/:title/`: a slash before it, none twice, `index.html`
 * left out. Undefined where a part is not known.
 */
export function filledPattern(
  pattern: string,
  parts: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const filled = replacedAll(pattern, /:([a-z_]+)/g, ([, name = ""]) =>
    Object.hasOwn(parts, name) ? parts[name] : undefined,
  );
  return filled === undefined ? undefined : sitePath(filled);
}

export function sitePath(path: string): string {
  return `/${path}`.replace(/\/{2,}/g, "/").replace(/\/index\.html?$/, "/");
}
