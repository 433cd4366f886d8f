import { join, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressFault,
  fileNameIn,
  isReservedAddress,
  outputFileOf,
} from "../../../src/content/values/address.ts";

describe("the address an author gives an article", () => {
  test.for(["/harbour/", "/2026/11/tunnel.html", "/경제/", "/a~b_c.d-e/"])("may be %s", (address) => {
    expect(addressFault(address)).toBeUndefined();
  });

  test.for([
    ["harbour/", "start with a slash"],
    ["https://a.example/", "start with a slash"],
    ["/harbour", 'end with a slash or ".html"'],
    ["/harbour.php", 'end with a slash or ".html"'],
    ["/a b/", "may hold only letters"],
    ["/%2e%2e/", "may hold only letters"],
    ["/a/?q=/", "may hold only letters"],
    ["/a\\b/", "may hold only letters"],
    ["/a\n/", "may hold only letters"],
    ["/e\u0301/", "normal form C"],
    ["//", "empty parts"],
    ["//elsewhere.example/", "empty parts"],
    ["/a/../b/", '".."'],
    ["/./", '"."'],
    ["/.well-known/", "start with a dot"],
    ["/a/.html", "start with a dot"],
    [`/${"a".repeat(241)}/`, "longer than 240 bytes"],
    [`/${"a/".repeat(500)}`, "longer than 1000 bytes"],
    [`/${"경/".repeat(1500)}`, "longer than 1000 bytes"],
    [`/${"경".repeat(81)}/`, "longer than 240 bytes"],
  ])("may not be %j", ([address = "", reason]) => {
    expect(addressFault(address)).toContain(reason);
  });

  test("never leads to a file outside the output folder, or to a hidden one", () => {
    const part = fc.oneof(
      fc.constantFrom("..", ".", "", "a", "...", "~", "a.", "%2e", "\\", "C:"),
      fc.string(),
    );
    const address = fc
      .tuple(
        fc.constantFrom("", "/", "//", "\\"),
        fc.array(part),
        fc.constantFrom("", "/", ".html", "/.html"),
      )
      .map(([start, parts, end]) => start + parts.join("/") + end);
    const output = join(sep, "site", "output");
    fc.assert(
      fc.property(address, (text) => {
        fc.pre(addressFault(text) === undefined);
        const file = join(output, outputFileOf(text));
        expect(file.startsWith(output + sep)).toBe(true);
        expect(file).not.toContain(`${sep}.`);
      }),
    );
  });

  test("may not be one of Dateline's own pages, in whatever letter case", () => {
    const own = [
      "/",
      "/category/asia/",
      "/Tag/x/",
      "/pagefind/",
      "/404.html",
      "/_headers.html",
      "/_preview/",
    ];
    expect(own.filter((address) => !isReservedAddress(address))).toEqual([]);
    expect(isReservedAddress("/categories-of-whisky/")).toBe(false);
    expect(isReservedAddress("/2026/tag/")).toBe(false);
  });
});

describe("the file that an address is served from", () => {
  test("is index.html in the folder of its name", () => {
    expect(outputFileOf("/2026/11/tunnel/")).toBe("2026/11/tunnel/index.html");
    expect(outputFileOf("/")).toBe("index.html");
  });

  test("is the file itself where the address names one", () => {
    expect(outputFileOf("/2026/tunnel.html")).toBe("2026/tunnel.html");
  });
});

test.for([
  ["https://a.example/uploads/ferry.jpg?w=300#/x", "ferry.jpg"],
  ["ferry.jpg", "ferry.jpg"],
  ["https://a.example/uploads/", ""],
  ["/uploads/?file=/ferry.jpg", ""],
  ["/a/ferry.jpg?\n#\u2028", "ferry.jpg"],
] as const)("the file that %j names is %j", ([address, name]) => {
  expect(fileNameIn(address)).toBe(name);
});
