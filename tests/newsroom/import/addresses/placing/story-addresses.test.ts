import { describe, expect, test } from "vitest";
import { oldSiteOf } from "../../../../../src/newsroom/import/addresses/placing/old-site.ts";
import { storyAddresses } from "../../../../../src/newsroom/import/addresses/placing/story-addresses.ts";
import { surveyed } from "../surveyed.ts";

const old = oldSiteOf([{ url: "https://before.example" }], "https://paper.example");

function placed(
  stories: ReturnType<typeof surveyed>,
  standing: ReadonlyMap<string, string> = new Map(),
  pattern = "/{year}/{month}/{slug}/",
) {
  const addresses = storyAddresses(stories, { old, pattern, standing });
  return stories.map(({ index }) => addresses.get(index));
}

describe("a story keeps its address", () => {
  test("by the site's pattern, or by a permalink of its own", () => {
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "https://before.example/2019/03/ice/" },
      { date: "2019-03-03", slug: "snow", address: "/asia/Snow.html" },
      { date: "2019-03-31 23:59", slug: "rain", address: "/2019/04/rain" },
    );
    expect(placed(stories)).toEqual([
      { address: "/2019/03/ice/" },
      { address: "/asia/Snow.html", permalink: "/asia/Snow.html" },
      { address: "/2019/04/rain/", permalink: "/2019/04/rain/" },
    ]);
  });

  test("as a page does, by its file or a permalink", () => {
    const stories = surveyed(
      { kind: "page", slug: "about", file: "pages/about.md", address: "/about/" },
      { kind: "page", slug: "team", file: "pages/team.md", address: "/about/team" },
      { kind: "page", slug: "home", file: "pages/home.md", address: "https://before.example/" },
      { kind: "page", slug: "search", file: "pages/search.md", address: "/search/" },
      { kind: "page", slug: "legal", file: "pages/legal/index.md", address: "/legal/" },
    );
    expect(placed(stories)).toEqual([
      { address: "/about/" },
      { address: "/about/team/", permalink: "/about/team/" },
      { address: "/home/" },
      { address: "/old/search/", permalink: "/old/search/" },
      { address: "/legal/" },
    ]);
  });
});

describe("a story gets an address by the pattern", () => {
  test("where no page may have its old one, or it had none", () => {
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "/?p=7" },
      { date: "2019-03-03", slug: "snow", address: "/tag/snow/" },
      { date: "2019-03-03", slug: "rain" },
    );
    expect(placed(stories)).toEqual([
      { address: "/2019/03/ice/" },
      { address: "/2019/03/snow/" },
      { address: "/2019/03/rain/" },
    ]);
  });

  test("with a number, where another has that; letter case does not count", () => {
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice" },
      { date: "2020-05-05", slug: "ice" },
      { date: "2021-05-05", slug: "rain", address: "/ICE/" },
      { date: "2021-05-05", slug: "rain-again", address: "/ice/" },
    );
    expect(placed(stories, new Map(), "/{slug}/")).toEqual([
      { address: "/ice-2/", permalink: "/ice-2/" },
      { address: "/ice-3/", permalink: "/ice-3/" },
      { address: "/ICE/", permalink: "/ICE/" },
      { address: "/rain-again/" },
    ]);
  });

  test("beside what stands on the site, which its own file of an earlier run does not hinder", () => {
    const stories = surveyed(
      { date: "2019-03-03", slug: "ice", address: "/ice/" },
      { date: "2019-03-03", slug: "snow", address: "/snow/" },
    );
    const standing = new Map([
      ["/ice/", "articles/2019/03/ice.md"],
      ["/snow/", "pages/snow.md"],
    ]);
    expect(placed(stories, standing)).toEqual([
      { address: "/ice/", permalink: "/ice/" },
      { address: "/2019/03/snow/" },
    ]);
  });

  test("and none, where it is not imported", () => {
    expect(placed(surveyed({ address: "/ice/" }))).toEqual([undefined]);
  });
});
