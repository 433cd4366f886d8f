import { expect, test } from "vitest";
import { redirectsText } from "../../src/site/redirects.ts";

test("_redirects has a rule a line, percent-encoded, in an order that does not depend on the articles'", () => {
  expect(
    redirectsText([
      { from: "/old/", to: "/2026/11/a/", status: 301 },
      { from: "/category/경제/page/2/", to: "/category/경제/", status: 302 },
    ]),
  ).toBe("/category/%EA%B2%BD%EC%A0%9C/page/2/ /category/%EA%B2%BD%EC%A0%9C/ 302\n/old/ /2026/11/a/ 301\n");
  expect(redirectsText([])).toBe("");
});
