/** A result as the search page shows it. */
import { extractOf } from "../../answering/extract.ts";
import type { FoundPage } from "../../opened/pagefind/part.ts";
import { newElement } from "../element.ts";
import { onSite } from "../site-root.ts";

/**
 * The item of a result list for an article.
 *
 * @param found places of the words found in its text
 */
export function resultItem(
  { url, content, meta }: FoundPage,
  found: readonly number[],
  level: "h2" | "h3" = "h2",
): HTMLLIElement {
  const { title = url, date = "", day = "", categories = "", source, label, summary = "" } = meta;
  const { picture, focus = "" } = meta;
  const heading = newElement(level, {}, newElement("a", { href: url }, title));
  if (label !== undefined) heading.prepend(newElement("span", { className: "label" }, label), " ");
  const parts = extractOf(content, found) ?? [{ text: summary, isMatch: false }];
  const words = parts.map(({ text, isMatch }) => (isMatch ? newElement("mark", {}, text) : text));
  const extract = newElement("p", { className: "entry-summary" }, ...words);
  for (const element of [heading, extract]) {
    if (meta["language"] !== undefined) element.lang = meta["language"];
    if (meta["direction"] !== undefined) element.dir = meta["direction"];
  }
  const time = newElement("time", { dateTime: date }, day);
  const facts = newElement("p", { className: "entry-facts" }, ...(day === "" ? [] : [time]));
  for (const fact of [categories, source]) if (fact) facts.append(" · ", fact);
  const hasWords = parts.some(({ text }) => text !== "");
  const texts = [heading, ...(hasWords ? [extract] : []), facts];
  const article = newElement("article", { className: "entry" }, ...texts);
  if (picture !== undefined) {
    article.prepend(newElement("img", { src: onSite(picture), className: focus, alt: "", loading: "lazy" }));
    article.classList.add("has-picture");
  }
  return newElement("li", {}, article);
}
