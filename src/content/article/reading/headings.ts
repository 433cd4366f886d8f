/** The headings of a body: what links can lead to, and the links that lead there. */
import { plainText } from "../../markup/body-blocks.ts";
import { freeSlugs } from "../../names/free-slugs.ts";
import { slugOf } from "../../values/slug.ts";
import type { Heading } from "../article.ts";

/** As `renderBody` writes them. */
const written = /<h([2-6])>(.*?)<\/h\1>/gs;

/** What templates and scripts give to parts of a page, and corrections to their notices. */
const idOfThePage = /^(?:content|contents|related|more|series|sections|quick-.*|correction-\d.*)$/;

/**
 * The headings of a body. The id of each is its slug; the second of one slug gets a number, so that a heading that is added
 * leaves the ids before it as they are.
 *
 * @param html of `renderBody`
 * @param language BCP 47, for the slugs
 * @param bodyIds that other parts of the body have
 */
export function headingsOf(html: string, language: string, bodyIds: readonly string[]): Heading[] {
  const freeId = freeSlugs(bodyIds);
  return [...html.matchAll(written)].map(([, level, inner = ""]) => {
    const text = textOf(inner);
    const slug = slugOf(text, language) || "section";
    const id = freeId(idOfThePage.test(slug) ? `section-${slug}` : slug);
    return { level: Number(level), id, text };
  });
}

/**
 * A body whose headings have their ids, and are links to themselves, for readers to copy. One that holds a link has
 * its id alone: no link can stand in another.
 *
 * @param html the body whose headings these are
 */
export function withHeadingLinks(html: string, headings: readonly Heading[]): string {
  let next = 0;
  return html.replace(written, (whole: string, level: string, inner: string) => {
    const id = headings[next++]?.id;
    if (id === undefined) return whole;
    const words = /<a[ >]/.test(inner) || inner === "" ? inner : `<a href="#${id}">${inner}</a>`;
    return `<h${level} id="${id}">${words}</h${level}>`;
  });
}

/** Without the numbers of notes. */
function textOf(inner: string): string {
  return plainText(inner.replace(/<sup class="footnote-ref">.*?<\/sup>/gs, "")).trim();
}
