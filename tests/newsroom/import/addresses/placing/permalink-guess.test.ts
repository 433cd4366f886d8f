import { describe, expect, test } from "vitest";
import { oldSiteOf } from "../../../../../src/newsroom/import/addresses/placing/old-site.ts";
import {
  guessedPermalink,
  ownAddress,
} from "../../../../../src/newsroom/import/addresses/placing/permalink-guess.ts";
import { surveyed } from "../surveyed.ts";

const old = oldSiteOf([{ url: "https://before.example" }], "https://paper.example");

function guess(...addresses: readonly (string | undefined)[]): string | undefined {
  const stories = surveyed(...addresses.map((address) => ({ slug: "ice", date: "2019-03-03", address })));
  return guessedPermalink(stories, old);
}

describe("the pattern of old addresses is found out", () => {
  test.for([
    ["https://before.example/2019/03/ice/", "/{year}/{month}/{slug}/"],
    ["/2019/03/03/ice/", "/{year}/{month}/{day}/{slug}/"],
    ["/2019/03/03/ice", "/{year}/{month}/{day}/{slug}/"],
    ["/2019/03/03/ice.html", "/{year}/{month}/{day}/{slug}.html"],
    ["/2019/ice/index.html", "/{year}/{slug}/"],
    ["/ice/", "/{slug}/"],
    ["/blog/ice/", "/blog/{slug}/"],
    ["/asia/2019/ice.html", "/asia/{year}/{slug}.html"],
  ])("of %s: %s", ([address, pattern]) => {
    expect(guess(address)).toBe(pattern);
  });

  test.for(["/?p=7", "/2019/03/snow/", "/2019/03/ice.php", "/tag/ice/", "https://other.example/ice/"])(
    "and none of %s",
    (address) => {
      expect(guess(address)).toBeUndefined();
    },
  );

  test("by letters of every script, encoded as systems write them", () => {
    const address = "/2019/%ea%b2%bd%ec%a0%9c/";
    expect(guessedPermalink(surveyed({ slug: "경제", date: "2019-03-03", address }), old)).toBe(
      "/{year}/{slug}/",
    );
  });

  test("as the commonest, where half of the articles keep their address by it; pages and drafts without one do not count", () => {
    expect(guess("/ice/", "/ice/", "/asia/ice/", "/?p=7", undefined, undefined)).toBe("/{slug}/");
    expect(guess("/ice/", "/europe/ice/", "/asia/ice/")).toBeUndefined();
    const page = surveyed({ kind: "page", slug: "about", address: "/about/" });
    expect(guessedPermalink(page, old)).toBeUndefined();
    expect(guess("/ice/", "/2019/ice/")).toBe("/{slug}/");
  });

  test("and none that names one of several sections, whose names stories to come have not all", () => {
    expect(guess("/asia/2019/ice/", "/asia/2019/ice/", "/europe/2019/ice/")).toBeUndefined();
    const many = Array.from({ length: 9 }, () => "/blog/ice/");
    expect(guess(...many, "/notes/ice/")).toBe("/blog/{slug}/");
  });
});

describe("a page may have the old address", () => {
  test.for([
    ["/About-Us/", "/About-Us/"],
    ["/about", "/about/"],
    ["/a/version-2.0/", "/a/version-2.0/"],
    ["/a/index.html", "/a/"],
    ["/e\u0301te\u0301/", "/été/"],
  ])("%s: %s", ([address = "", own]) => {
    expect(ownAddress(address, old)).toBe(own);
  });

  test.for([
    "/",
    "/a.php",
    "/a.pdf",
    "/tag/a/",
    "/archive/2019/a/",
    "/a//b/",
    "/a b/",
    "/.a/",
    "/a/?x=1",
    "/feed.xml",
  ])("but not %s", (address) => {
    expect(ownAddress(address, old)).toBeUndefined();
  });
});
