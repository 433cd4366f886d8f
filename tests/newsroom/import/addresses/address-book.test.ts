import { expect, test } from "vitest";
import {
  type AddressBookOptions,
  addressBook,
} from "../../../../src/newsroom/import/addresses/address-book.ts";
import type { ForeignSurvey } from "../../../../src/newsroom/import/foreign/foreign-survey.ts";
import { answerer } from "../../../../src/newsroom/links/old-addresses.ts";
import { feedFormats } from "../../../../src/site/feeds/feed-formats.ts";
import { allPages } from "../../../../src/site/frame/planned-pages.ts";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { writtenRules } from "../../../../src/site/redirects/placed-rules.ts";
import { readRedirects } from "../../../../src/site/redirects/redirects-file.ts";
import { articlesOf, siteOf } from "../../../site-values.ts";
import { surveyed } from "./surveyed.ts";

/** What WordPress tells of two stories, a page, their terms and a picture. */
const survey: ForeignSurvey = {
  sites: [
    {
      kind: "site",
      url: "https://before.example",
      feeds: ["/feed/", "/?feed=rss2"],
      listings: ["/"],
      dateListings: "/",
    },
  ],
  stories: surveyed(
    {
      date: "2019-03-03",
      slug: "ice",
      address: "https://before.example/2019/03/03/ice/",
      oldAddresses: ["/?p=7", "/2019/03/03/ice-age/"],
    },
    {
      date: "2019-03-05",
      slug: "경제",
      address: "https://before.example/2019/03/05/%ea%b2%bd%ec%a0%9c/",
      oldAddresses: ["/?p=8"],
    },
    { date: "2019-04-01", slug: "snow", address: "/old/Snow.html", oldAddresses: ["/?p=9"] },
  ),
  files: [
    {
      kind: "file",
      id: "attachment 10",
      place: { file: "archive.xml" },
      src: "https://before.example/wp-content/uploads/ice.jpg",
      belongsTo: "post 1",
      oldAddresses: ["/2019/03/03/ice/ice-2/", "/?attachment_id=10"],
    },
  ],
  terms: [
    {
      kind: "term",
      termKind: "category",
      name: "Asia",
      oldAddresses: ["https://before.example/category/asia/", "/?cat=3"],
      became: { kind: "category", name: "Asia", slug: "asia" },
    },
    {
      kind: "term",
      termKind: "category",
      name: "Far East",
      oldAddresses: ["https://before.example/category/asia/far-east/"],
      became: { kind: "category", name: "Asia", slug: "asia" },
    },
    {
      kind: "term",
      termKind: "tag",
      name: "Nothing",
      oldAddresses: ["https://before.example/tag/nothing/"],
    },
  ],
};

const options: AddressBookOptions = {
  url: "https://paper.example",
  permalink: "/{year}/{month}/{slug}/",
  mayPropose: true,
  archive: "archive.xml",
  standing: new Map(),
  terms: new Set(["/category/asia/"]),
  listings: new Set(["/category/asia/"]),
  files: [],
  fileAddress: () => undefined,
};

test("every old address of an archive is answered by the site that it becomes, and check finds nothing wrong", () => {
  const book = addressBook(survey, options);
  expect(book.proposed).toBe("/{year}/{month}/{day}/{slug}/");
  expect([...survey.stories].map(book.of)).toEqual([
    { address: "/2019/03/03/ice/" },
    { address: "/2019/03/05/경제/" },
    { address: "/old/Snow.html", permalink: "/old/Snow.html" },
  ]);
  const written = new Set([...survey.stories].map(({ file = "" }) => file));
  const { text, notes } = book.redirectsIn("", written, options.listings);
  expect([...book.notes, ...notes]).toEqual([]);
  expect(text).toBe(`# Stories that were elsewhere before the move here
/?p=7 /2019/03/03/ice/
/?p=8 /2019/03/05/경제/
/?p=9 /old/Snow.html
/2019/03/03/ice-age/ /2019/03/03/ice/

# Listings as they were before the move here
/?cat=3 /category/asia/
/category/asia/far-east/ /category/asia/
/tag/nothing/ /tags/

# Listings by date as they were before the move here
/2019/ /archive/2019/
/2019/03/ /archive/2019/03/
/2019/03/03/ /archive/2019/03/
/2019/03/05/ /archive/2019/03/

# Feeds as they were before the move here
/?feed=rss2 /feed.xml
/feed /feed.xml

# Files, and the pages they had, before the move here
/?attachment_id=10 /2019/03/03/ice/
/2019/03/03/ice/ice-2/ /2019/03/03/ice/

# Listings as they were before the move here
/category/asia/far-east/page/* /category/asia/
/page/* /latest/
/tag/nothing/page/* /tags/

# Listings by date as they were before the move here
/2019/03/03/page/* /archive/2019/03/
/2019/03/05/page/* /archive/2019/03/
/2019/03/page/* /archive/2019/03/
/2019/04/* /archive/2019/04/
/2019/page/* /archive/2019/

# Feeds as they were before the move here
/category/asia/far-east/feed/* /category/asia/feed.xml
/category/asia/feed/* /category/asia/feed.xml
/feed/* /feed.xml
/tag/nothing/feed/* /feed.xml
`);

  const site = siteOf(`permalink: "${book.proposed}"`);
  const articles = articlesOf(site, [
    ["ice", "2019-03-03", "categories: [Asia]"],
    ["경제", "2019-03-05", "categories: [Asia]"],
    ["snow", "2019-04-01", "categories: [Asia]", "permalink: /old/Snow.html"],
  ]);
  const plan = planSite(
    site,
    articles,
    { nowMs: Date.parse("2026-01-01"), drafts: false },
    { rules: writtenRules(readRedirects(text).rules) },
  );
  expect(plan.diagnostics).toEqual([]);
  const pages = new Set([
    ...allPages(plan.pages).map(({ address }) => address),
    ...plan.feeds.flatMap(({ address }) => feedFormats.map(({ file }) => address + file)),
  ]);
  const answer = answerer({ url: site.url, rules: plan.rules, isThere: (address) => pages.has(address) });
  expect(book.asked()).toHaveLength(31);
  expect(
    book
      .asked()
      .map(answer)
      .filter(({ status }) => status !== 200 && status !== 301),
  ).toEqual([]);
});

test("no line leads to a story that could not be written, which is told", () => {
  const book = addressBook(survey, options);
  const { text, notes } = book.redirectsIn(
    "",
    new Set(["articles/2019/03/ice.md", "articles/2019/03/경제.md"]),
    options.listings,
  );
  expect(text).not.toContain("Snow");
  expect(notes.map(({ code, item, message }) => `${code} ${item}: ${message}`)).toEqual([
    'lost-address post 3: /?p=9 cannot lead to /old/Snow.html: "/old/Snow.html" is no page or file of this site',
    'lost-address the listings by date: /2019/04/* cannot lead to /archive/2019/04/: "/archive/2019/04/" is no page or file of this site',
  ]);
});

test("a pattern is proposed only where site.yaml may take one, and where it differs from what holds there", () => {
  expect(addressBook(survey, { ...options, mayPropose: false }).proposed).toBeUndefined();
  const permalink = "/{year}/{month}/{day}/{slug}/";
  expect(addressBook(survey, { ...options, permalink }).proposed).toBeUndefined();
});
