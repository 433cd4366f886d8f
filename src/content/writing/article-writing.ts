/** Writing articles: from values to the name and the text of an article file. */
import { escapedParagraph } from "../markup/markdown-escape.ts";
import { calendarDay, type Moment } from "../values/moment.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../values/slug.ts";
import { singleLine } from "../yaml/schema-parts.ts";
import { frontMatterText } from "./article-merge.ts";

export type ArticleValues = {
  readonly title: string;
  /** As an author would write it: `2026-11-20 08:30`. */
  readonly date: string;
  readonly categories: readonly string[];
  readonly tags?: readonly string[] | undefined;
  readonly dateline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly draft?: boolean | undefined;
  /** Plain text, one line each. */
  readonly paragraphs: readonly string[];
};

/**
 * The text of an article file. Front matter has its keys in the order the documentation has them, and none
 * without a value. What Markdown would read as markup in a paragraph is escaped.
 */
export function articleFileText(values: ArticleValues): string {
  const { title, date, categories, tags, dateline, authors, source, draft } = values;
  const yaml = frontMatterText({
    title: singleLine(title),
    date: date.trim(),
    categories: categories.map(singleLine),
    tags: tags?.map(singleLine),
    dateline: dateline && singleLine(dateline),
    authors: authors?.map(singleLine),
    source: source && singleLine(source),
    draft,
  });
  return `---\n${yaml}---\n${values.paragraphs.map(escapedParagraph).join("\n\n")}\n`;
}

/**
 * Where an article file belongs, relative to the site folder: `articles/2026/11/harbour-tunnel-opens.md`.
 * Undefined where the headline has no letter or digit to make a name from.
 *
 * @param date in the site's zone
 * @param language the headline's
 */
export function articleFileOf(title: string, date: Moment, language?: string): string | undefined {
  const [year, month] = calendarDay(date);
  const slug = fileSlugOf(title, language);
  return slug === "" ? undefined : `articles/${year}/${month}/${slug}.md`;
}

/** The slug of a name, as far as it fits into a file's name. Empty where it has no letter or digit. */
export function fileSlugOf(name: string, language?: string): string {
  return shortened(slugOf(name, language));
}

/** The slug without the words that no longer fit into a file's name; of a single long word, its beginning. */
function shortened(slug: string): string {
  let short = [...slug].slice(0, slugLimitBytes + 1).join("");
  while (!fitsFileName(short)) {
    const lastHyphen = short.lastIndexOf("-");
    short = lastHyphen > 0 ? short.slice(0, lastHyphen) : [...short].slice(0, -1).join("");
  }
  return short;
}
