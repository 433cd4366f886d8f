import { expect, test } from "vitest";
import { placesInBody } from "../../../../src/content/article/reading/body-places.ts";

const body = "First [one](/a/).\n\nSecond [two](/b/),\nand [an odd one](/c d/é).\n";
const placeOf = placesInBody("articles/a.md", body, 5);

test("an address stands on its line and column of the file, from its paragraph on", () => {
  expect(placeOf("/b/", 2)).toEqual({
    file: "articles/a.md",
    line: 8,
    column: 14,
    sourceLine: "Second [two](/b/),",
  });
});

test("it is found however it is written, as Markdown gives it percent-encoded", () => {
  expect(placeOf("/c%20d/%C3%A9", 2)).toMatchObject({ line: 9, column: 18 });
});

test("one that is not found stands where its paragraph begins", () => {
  expect(placeOf("/nowhere/", 2)).toMatchObject({ line: 8, column: 1 });
});
