import { expect, test } from "vitest";
import { webAddressOf } from "../../../src/site/settings/web-address.ts";

test("an address is known to the web by the site's own, with other letters percent-encoded", () => {
  expect(webAddressOf("/tag/경제/", "https://small.example")).toBe(
    "https://small.example/tag/%EA%B2%BD%EC%A0%9C/",
  );
});
