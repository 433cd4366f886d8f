import { describe, expect, test } from "vitest";
import { movedAddresses } from "../../../../../src/newsroom/import/addresses/leads/moved-addresses.ts";
import { oldSiteOf } from "../../../../../src/newsroom/import/addresses/placing/old-site.ts";
import { storyAddresses } from "../../../../../src/newsroom/import/addresses/placing/story-addresses.ts";
import type { ForeignSite } from "../../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { ForeignSurvey } from "../../../../../src/newsroom/import/foreign/foreign-survey.ts";
import { surveyed } from "../surveyed.ts";

const place = { file: "archive.xml" };
const site: ForeignSite = { kind: "site", url: "https://before.example" };

/** What becomes of an archive whose listings at `/category/asia/` and `/tag/ice/` readers see, and whose PDFs are taken. */
function moved(archive: Partial<ForeignSurvey>, pattern = "/{year}/{month}/{slug}/") {
  const survey = { sites: [site], stories: [], files: [], terms: [], ...archive };
  const old = oldSiteOf(survey.sites, "https://paper.example");
  const listings = ["/category/asia/", "/tag/ice/"];
  const { leads, notes, asked } = movedAddresses(survey, {
    old,
    stories: storyAddresses(survey.stories, { old, pattern, standing: new Map() }),
    hasListing: (address) => listings.includes(address),
    isToCome: (address) => address === "/tag/thaw/",
    fileAddress: ({ src }) =>
      src.endsWith(".pdf") ? new URL(src, "https://before.example").pathname : undefined,
    place,
  });
  return {
    lines: Array.from(leads, ({ from, to }) => `${from} ${to ?? "gone"}`),
    told: notes.map(({ code, item, message }) => `${code} ${item}: ${message}`),
    asked: asked(),
  };
}

describe("old addresses of stories", () => {
  test("lead to the story: its own, short links and redirects that the archive tells", () => {
    const stories = surveyed({
      date: "2019-03-03",
      slug: "ice",
      address: "https://before.example/asia/ice.php",
      oldAddresses: ["https://www.before.example/?p=7", "/2018/ice-age/", "https://other.example/ice/"],
    });
    expect(moved({ stories })).toEqual({
      lines: ["/asia/ice.php /2019/03/ice/", "/?p=7 /2019/03/ice/", "/2018/ice-age/ /2019/03/ice/"],
      told: [],
      asked: ["/2018/ice-age/", "/?p=7", "/asia/ice.php"],
    });
  });

  test("of drafts and of stories to come, which nobody ever saw, are none", () => {
    const stories = surveyed(
      { date: "2019-03-03", isDraft: true, oldAddresses: ["/?p=7"] },
      { date: "2039-03-03", oldAddresses: ["/?p=9"] },
      { date: "2019-03-03", isDraft: true, address: "/?p=8", slug: "seen" },
    );
    expect(moved({ stories }).lines).toEqual(["/?p=8 /2019/03/seen/"]);
  });

  test("that are not imported are asked for, and told", () => {
    const stories = surveyed({ address: "/ice/", oldAddresses: ["/?p=7"] });
    expect(moved({ stories })).toEqual({
      lines: [],
      told: ["lost-address post 1: nothing answers at /ice/, /?p=7, as the story is not imported"],
      asked: ["/?p=7", "/ice/"],
    });
  });

  test("lead on in capitals and in small letters, where both mean one place", () => {
    const term = (name: string, address: string) => ({
      kind: "term" as const,
      termKind: "category" as const,
      name,
      oldAddresses: [address],
      became: { kind: "category" as const, name: "Asia", slug: "asia" },
    });
    const terms = [
      term("Asia", "/topics/Asia.html"),
      term("asia", "/topics/asia.html"),
      term("ASIA", "/topics/Asia.html"),
      term("asia again", "/topics/asia.html"),
    ];
    expect(moved({ terms }).lines).toEqual([
      "/topics/Asia.html /category/asia/",
      "/topics/asia.html /category/asia/",
    ]);
  });

  test("lead to the first of two that had one address, and so do capitals, which some CDNs take for small letters", () => {
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "/a.php?id=1" },
      { date: "2019-03-03", slug: "snow", address: "/a.php?id=1" },
      { date: "2019-03-03", slug: "rain", address: "/A.php?id=1" },
    );
    expect(moved({ stories })).toMatchObject({
      lines: ["/a.php?id=1 /2019/03/ice/"],
      told: [
        "lost-address post 2: /a.php?id=1 was an address of post 1, too, and leads there",
        "lost-address post 3: /A.php?id=1 was an address of post 1, too, and leads there",
      ],
    });
  });

  test("that no rule can have are told", () => {
    const stories = surveyed({
      date: "2019-03-03",
      slug: "ice",
      address: "/ice/",
      oldAddresses: ["/a*b/", "/"],
    });
    expect(moved({ stories }).told).toEqual(["lost-address post 1: no rule can lead from /a*b/"]);
  });
});

describe("old addresses of terms", () => {
  const asia = { kind: "category", name: "Asia", slug: "asia" } as const;
  const ice = { kind: "tag", name: "Ice", slug: "ice" } as const;
  const feeds = ["/feed/", "/feed/atom/", "/?feed=rss2"];

  test("lead to their listings, with feeds and older pages; where a listing stays where it was, its feeds alone do", () => {
    const { lines, asked } = moved({
      sites: [{ ...site, feeds }],
      terms: [
        {
          kind: "term",
          termKind: "category",
          name: "Asia",
          oldAddresses: ["https://before.example/category/asia/", "/?cat=5"],
          became: asia,
        },
        { kind: "term", termKind: "tag", name: "ice", oldAddresses: ["/topics/ice/"], became: ice },
      ],
    });
    expect(lines).toEqual([
      "/feed /feed.xml",
      "/feed/* /feed.xml",
      "/?feed=rss2 /feed.xml",
      "/category/asia/ /category/asia/",
      "/category/asia/feed/* /category/asia/feed.xml",
      "/?cat=5 /category/asia/",
      "/topics/ice/ /tag/ice/",
      "/topics/ice/page/* /tag/ice/",
      "/topics/ice/feed/* /tag/ice/feed.xml",
    ]);
    expect(asked).toEqual([
      "/?cat=5",
      "/?feed=rss2",
      "/category/asia/",
      "/category/asia/feed/",
      "/feed",
      "/feed/",
      "/topics/ice/",
      "/topics/ice/feed/",
      "/topics/ice/page/2/",
    ]);
  });

  test("that will be those of listings when drafts are published are told, since no rule may stand there", () => {
    const oldAddresses = ["/tag/thaw/", "/?tag=thaw"];
    const became = { kind: "tag", name: "Thaw", slug: "thaw" } as const;
    expect(moved({ terms: [{ kind: "term", termKind: "tag", name: "Thaw", oldAddresses, became }] })).toEqual(
      {
        lines: ["/?tag=thaw /tags/"],
        told: [
          "lost-address tag Thaw: nothing answers at /tag/thaw/ until one of its stories, which are all drafts, is published",
        ],
        asked: ["/?tag=thaw"],
      },
    );
  });

  test("lead to where terms are listed, of those without a story", () => {
    const term = { kind: "term", name: "Snow" } as const;
    const { lines } = moved({
      sites: [{ ...site, feeds: ["/index.xml"] }],
      terms: [
        { ...term, termKind: "category", oldAddresses: ["/categories/snow/"] },
        { ...term, termKind: "tag", oldAddresses: ["/tag/snow.html"], became: { ...ice, slug: "snow" } },
        { ...term, termKind: "author", oldAddresses: ["/author/snow/"] },
      ],
    });
    expect(lines).toEqual([
      "/index.xml /feed.xml",
      "/categories/snow/ /categories/",
      "/categories/snow/page/* /categories/",
      "/categories/snow/index.xml /feed.xml",
      "/tag/snow.html /tags/",
      "/author/snow/ /latest/",
      "/author/snow/page/* /latest/",
      "/author/snow/index.xml /feed.xml",
    ]);
  });
});

describe("old addresses of the whole", () => {
  test("its feeds and its list of stories lead to those of today", () => {
    const sites = [
      { ...site, feeds: ["/rss/", "/posts.json"], listings: ["/", "https://before.example/blog/"] },
    ];
    expect(moved({ sites }).lines).toEqual([
      "/page/* /latest/",
      "/blog/ /latest/",
      "/blog/page/* /latest/",
      "/rss /feed.xml",
      "/rss/* /feed.xml",
      "/posts.json /feed.json",
    ]);
  });

  test("listings by date lead to their months, in a line a month where no story lies below it", () => {
    const sites = [{ ...site, dateListings: "/" }];
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "/ice/" },
      { date: "2019-03-05", slug: "snow", address: "/snow/" },
      { date: "2019-04-01", slug: "rain", address: "/rain/" },
      { date: "2020-01-01", slug: "draft", address: "/draft/", isDraft: true },
      { date: "2020-01-01", slug: "never-seen" },
    );
    expect(moved({ sites, stories }).lines.slice(4)).toEqual([
      "/2019/ /archive/2019/",
      "/2019/page/* /archive/2019/",
      "/2019/03/* /archive/2019/03/",
      "/2019/04/* /archive/2019/04/",
    ]);
  });

  test("and each day apart where stories lie below its month", () => {
    const sites = [{ ...site, dateListings: "https://before.example/" }];
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "/2019/03/03/ice/" },
      { date: "2019-03-05", slug: "snow", address: "/snow/" },
    );
    expect(moved({ sites, stories }, "/{slug}/").lines.slice(2)).toEqual([
      "/2019/ /archive/2019/",
      "/2019/page/* /archive/2019/",
      "/2019/03/ /archive/2019/03/",
      "/2019/03/page/* /archive/2019/03/",
      "/2019/03/03/ /archive/2019/03/",
      "/2019/03/03/page/* /archive/2019/03/",
      "/2019/03/05/* /archive/2019/03/",
    ]);
  });
});

describe("pages that files had of their own", () => {
  test("lead to the story, else to the file, else are gone, which is told", () => {
    const file = { kind: "file", place, oldAddresses: ["/?attachment_id=8"] } as const;
    const address = "/2019/03/ice/";
    const stories = surveyed({ date: "2019-03-03", slug: "ice", id: "post 7", address });
    expect(
      moved({
        stories,
        files: [
          { ...file, id: "attachment 8", src: "https://before.example/uploads/a.jpg", belongsTo: "post 7" },
          { ...file, id: "attachment 9", src: "/uploads/a.pdf", oldAddresses: ["/a-pdf/"] },
          { ...file, id: "attachment 10", src: "/uploads/b.jpg", belongsTo: "post 6", oldAddresses: ["/b/"] },
        ],
      }),
    ).toEqual({
      lines: [
        "/2019/03/ice/ /2019/03/ice/",
        "/?attachment_id=8 /2019/03/ice/",
        "/a-pdf/ /uploads/a.pdf",
        "/uploads/a.pdf /uploads/a.pdf",
        "/b/ gone",
      ],
      told: [
        "lost-address attachment 10: the page it had of its own is gone (/b/ answers 410), as it belongs to no story",
      ],
      asked: ["/2019/03/ice/", "/?attachment_id=8", "/a-pdf/", "/b/", "/uploads/a.pdf"],
    });
  });

  test("are none where the story is a draft, which nobody ever saw", () => {
    const file = { kind: "file", place, id: "attachment 8", oldAddresses: ["/?attachment_id=8"] } as const;
    const stories = surveyed({ date: "2019-03-03", isDraft: true, id: "post 7" });
    const src = "https://before.example/uploads/a.jpg";
    expect(moved({ stories, files: [{ ...file, src, belongsTo: "post 7" }] })).toEqual({
      lines: [],
      told: [],
      asked: [],
    });
  });
});
