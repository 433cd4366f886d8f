import { expect, test } from "vitest";
import { PackedTexts } from "../../../../src/newsroom/import/foreign/packed-texts.ts";

test("texts of every script and length are what they were, by their numbers", () => {
  const texts = [
    "",
    "ice",
    "경제",
    "é".repeat(600_000),
    "snow",
    "x".repeat(3_000_000),
    "日".repeat(400_000),
    "\0",
  ];
  const packed = new PackedTexts();
  for (const text of texts) packed.add(text);
  expect(packed.length).toBe(8);
  expect(texts.map((_, index) => packed.at(index) === texts[index])).toEqual(texts.map(() => true));
  expect(packed.at(8)).toBeUndefined();
});
