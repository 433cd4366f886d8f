import { expect, test } from "vitest";
import { readRedirects, redirectsText } from "../../../src/site/machines/redirects.ts";

test("_redirects has a rule a line, percent-encoded, in an order that does not depend on the articles'", () => {
  expect(
    redirectsText([
      { from: "/old/", to: "/2026/11/a/", status: 301 },
      { from: "/category/경제/page/2/", to: "/category/경제/", status: 302 },
    ]),
  ).toBe("/category/%EA%B2%BD%EC%A0%9C/page/2/ /category/%EA%B2%BD%EC%A0%9C/ 302\n/old/ /2026/11/a/ 301\n");
  expect(redirectsText([])).toBe("");
});

test("_redirects has a rule with status 410 for each address that is gone, as Netlify reads it", () => {
  const text = redirectsText(
    [{ from: "/old/", to: "/2026/11/a/", status: 301 }],
    ["/2026/11/story/", "/2026/11/기사/"],
  );
  expect(text).toBe(
    "/2026/11/%EA%B8%B0%EC%82%AC/ /410.html 410\n/2026/11/story/ /410.html 410\n/old/ /2026/11/a/ 301\n",
  );
  // A link to what is gone leads nowhere.
  expect(readRedirects(text)).toEqual([{ from: "/old/", to: "/2026/11/a/", status: 301 }]);
});
