/** Every kind of page, by examples of the sample site: what it is, and its address. */
import type { PageKind } from "../../src/site/frame/page-views.ts";

type Examples = readonly [Example, ...Example[]];
type Example = readonly [what: string, address: string];

export const kindsOfPage: { readonly [Kind in PageKind | "own"]: Examples } = {
  home: [["the front page", "/"]],
  listing: [
    ["the latest articles", "/latest/"],
    ["a category", "/category/asia/"],
    ["an older page of a category", "/category/asia/page/1/"],
    ["a tag", "/tag/port-city/"],
    ["an author", "/author/mei-tan/"],
    ["a source", "/source/harbour-news-agency/"],
    ["a month", "/archive/2026/10/"],
  ],
  index: [
    ["the archive", "/archive/"],
    ["a year", "/archive/2026/"],
    ["the categories", "/categories/"],
    ["the tags", "/tags/"],
  ],
  own: [["a page that is no article", "/about/"]],
  corrections: [["the corrections", "/corrections/"]],
  series: [["a series", "/series/ways-across-the-water/"]],
  feeds: [["the feeds", "/feeds/"]],
  search: [
    ["the search", "/search/"],
    ["search results", "/search/?q=harbour"],
  ],
  "not-found": [["a page that is not there", "/404.html"]],
  article: [
    ["an article with everything", "/2026/11/harbour-tunnel-opens-after-nine-years/"],
    ["a Korean article", "/2026/09/항구-도서관-자정까지-문-연다/"],
    ["an Arabic article", "/2026/08/date-palm-station-reads-the-desert-wind/"],
  ],
};
