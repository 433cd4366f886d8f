import { expect, test } from "vitest";
import { basePathOf, webAddressOf } from "../../../src/site/settings/web-address.ts";

test("an address is known to the web by the site's own, with other letters percent-encoded", () => {
  expect(webAddressOf("/tag/경제/", "https://small.example")).toBe(
    "https://small.example/tag/%EA%B2%BD%EC%A0%9C/",
  );
});

test("a site lies below the path of its address", () => {
  expect(basePathOf("https://small.example")).toBe("");
  expect(basePathOf("https://small.example/news")).toBe("/news");
  expect(webAddressOf("/tags/", "https://small.example/news")).toBe("https://small.example/news/tags/");
});
