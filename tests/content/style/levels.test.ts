import { expect, test } from "vitest";
import { houseStyleSchema } from "../../../src/content/diagnostics/diagnostic-codes.ts";
import { styled } from "../../../src/content/style/levels.ts";

test("what the house style finds is a warning, unless the site calls it an error or nothing", () => {
  const place = { file: "articles/a.md", line: 2, column: 8 };
  const finding = { place, code: "headline-full-stop", message: "take it out" } as const;
  const severities = (style: object) =>
    styled([finding], houseStyleSchema.parse(style)).map(({ severity }) => severity);
  expect(severities({})).toEqual(["warning"]);
  expect(severities({ "headline-full-stop": "error" })).toEqual(["error"]);
  expect(severities({ "headline-full-stop": "off" })).toEqual([]);
  expect(severities({ "headline-too-long": "off" })).toEqual(["warning"]);
});
