/** A result as the search page shows it. */
import type { FoundPage } from "/pagefind/pagefind.js";
import { extractOf } from "../../answering/extract.ts";
import { newElement } from "../element.ts";
import { onSite } from "../site-root.ts";

/**
 * The item of a result list for an article.
 *
 * @param found places of the words found in its text
 */
export function resultItem({ url, content, meta }: FoundPage, found: readonly number[]): HTMLLIElement {
  const { title = url, date = "", day = "", categories = "", source, summary = "", picture } = meta;
  const link = newElement("a", title);
  link.href = url;
  const heading = newElement("h2", link);
  const extract = newElement("p");
  extract.className = "entry-summary";
  const parts = extractOf(content, found) ?? [{ text: summary, isMatch: false }];
  extract.append(...parts.map(({ text, isMatch }) => (isMatch ? newElement("mark", text) : text)));
  for (const element of [heading, extract]) {
    if (meta["language"] !== undefined) element.lang = meta["language"];
    if (meta["direction"] !== undefined) element.dir = meta["direction"];
  }
  const time = newElement("time", day);
  time.dateTime = date;
  const facts = newElement("p", time);
  facts.className = "entry-facts";
  for (const fact of [categories, source]) if (fact) facts.append(" · ", fact);
  const hasWords = parts.some(({ text }) => text !== "");
  const article = newElement("article", heading, ...(hasWords ? [extract] : []), facts);
  article.className = "entry";
  if (picture !== undefined) {
    const image = newElement("img");
    image.src = onSite(picture);
    image.alt = "";
    image.loading = "lazy";
    article.prepend(image);
    article.classList.add("has-picture");
  }
  return newElement("li", article);
}
