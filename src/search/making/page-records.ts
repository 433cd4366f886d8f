/** What the search knows of pages that are no articles: their words, out of the HTML that is published. */
import { escapeText } from "entities";
import { Parser } from "htmlparser2";
import { BodyHtml } from "../../content/markup/body-html.ts";
import { digestOf } from "../../content/values/digest.ts";
import { directionOf } from "../../content/values/language.ts";
import { slugOf } from "../../content/values/slug.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { byFacet, undated } from "../index-format.ts";
import type { SearchRecord } from "./records.ts";

/** The name of their part of the index, and of the month that they are filed under: none is older. */
export const pagesPart = "pages";

/** @param html of pages, by address */
export function pageRecords(plan: Plan, html: ReadonlyMap<string, string>): SearchRecord[] {
  const { site } = plan;
  return plan.ownPages.flatMap(({ address, title, description = "", language = site.language }) => {
    const page = html.get(address);
    if (page === undefined) return [];
    const text = escapeText(wordsOf(page));
    const isForeign = language !== site.language;
    const metas = [
      { name: "summary", value: description },
      { name: "language", value: isForeign ? language : "" },
      { name: "direction", value: isForeign ? directionOf(language) : "" },
    ] as const;
    return {
      address,
      title,
      description,
      keywords: "",
      body: new BodyHtml(digestOf(text), () => text),
      language,
      day: undated,
      month: pagesPart,
      facets: {
        ...byFacet((): readonly string[] => []),
        language: [`${slugOf(language)} ${language}`],
      },
      metas: metas.filter(({ value }) => value !== ""),
    };
  });
}

/** Elements whose words are said elsewhere, or to no reader. */
const unsaid: ReadonlySet<string> = new Set(["nav", "h1", "script", "style", "template", "head", "title"]);

/** Elements within a line: words go on where they begin and end. */
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** The words of a page's main part, or of all of it where it marks none, its heading left out. */
function wordsOf(html: string): string {
  const main = wordsIn(html, "main");
  return main === "" ? wordsIn(html) : main;
}

/** @param inside the element whose words are wanted; absent: those of the whole page */
function wordsIn(html: string, inside?: string): string {
  let words = "";
  let depth = inside === undefined ? 1 : 0;
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === inside) depth += 1;
      if (unsaid.has(name)) hidden += 1;
      if (!inline.has(name)) words += " ";
    },
    ontext: (text) => {
      if (depth > 0 && hidden === 0) words += text;
    },
    onclosetag: (name) => {
      if (name === inside) depth -= 1;
      if (unsaid.has(name)) hidden -= 1;
      if (!inline.has(name)) words += " ";
    },
  });
  parser.end(html);
  return words.replace(/\s+/g, " ").trim();
}
