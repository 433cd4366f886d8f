import { describe, expect, test } from "vitest";
import { isOldAddress, oldAddressText, readOldAddress } from "../../../src/content/names/old-address.ts";

describe("an old address", () => {
  test.for([
    ["/old/", "/old/"],
    ["/About-Us", "/About-Us"],
    ["/story.php", "/story.php"],
    ["/경제/", "/%EA%B2%BD%EC%A0%9C/"],
    ["/%ea%b2%bd%EC%A0%9C/", "/%EA%B2%BD%EC%A0%9C/"],
    // Letters that need no encoding are the same with it: RFC 3986, 6.2.2.2.
    ["/%41bout%2Dus/%7Eme", "/About-us/~me"],
    // EUC-KR, as old sites wrote it: no UTF-8.
    ["/%B0%E6%C1%A6/", "/%B0%E6%C1%A6/"],
    ["/100%-off/", "/100%-off/"],
    ["/two words", "/two%20words"],
    ["/a//b", "/a//b"],
  ])("%s is asked for as %s", ([written = "", path = ""]) => {
    expect(readOldAddress(written)).toEqual({ path, isPrefix: false, query: [] });
  });

  test("with a query is known by its parameters, in whatever order they come", () => {
    expect(readOldAddress("/?p=123")).toEqual({ path: "/", isPrefix: false, query: [["p", "123"]] });
    expect(readOldAddress("/index.php?lang=ko&id=7")).toEqual(readOldAddress("/index.php?id=7&lang=ko"));
    expect(readOldAddress("/a?q=%EA%B2%BD+b")).toMatchObject({ query: [["q", "경 b"]] });
  });

  test("that ends in * stands for all that lie below", () => {
    expect(readOldAddress("/blog/*")).toEqual({ path: "/blog/", isPrefix: true, query: [] });
    expect(readOldAddress("/*")).toEqual({ path: "/", isPrefix: true, query: [] });
  });

  test.for(["/old/", "/*", "/a?b=c%3Dd", "/%EA%B2%BD%EC%A0%9C/*"])(
    "is written down as it was: %s",
    (text) => {
      const address = readOldAddress(text);
      expect(isOldAddress(address) && oldAddressText(address)).toBe(text);
    },
  );

  test.for([
    ["old/", "must start with a slash, and with one alone"],
    ["//old.example/", "must start with a slash, and with one alone"],
    ["https://old.example/a", "must start with a slash, without the name of the site before it"],
    ["/a#b", "may not hold what begins with #: browsers keep it to themselves"],
    ["/a/../b", 'may not hold the parts "." and "..": browsers take them out'],
    ["/%2E%2e/b", 'may not hold the parts "." and "..": browsers take them out'],
    ["/a/*/b", 'may hold "*" as the last part of its path alone, as in /blog/*'],
    ["/a*", 'may hold "*" as the last part of its path alone, as in /blog/*'],
    ["/?p=*", 'may hold "*" as the last part of its path alone, as in /blog/*'],
    ["/:year/a", "may hold no part that begins with a colon: to CDNs it stands for any; write %3A"],
    ["/a?", "has nothing behind its question mark; leave that out"],
    ["/a\tb", "may hold no tabs and line ends"],
    [`/${"a".repeat(1000)}`, "may not be longer than 1000 bytes"],
  ])("%s is none: nobody could ask for it, or CDNs would read it otherwise", ([text = "", fault = ""]) => {
    expect(readOldAddress(text)).toBe(fault);
  });
});
