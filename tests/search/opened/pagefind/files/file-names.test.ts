import { expect, test } from "vitest";
import {
  articleDigits,
  articlePath,
  evenlyCut,
  piecePath,
} from "../../../../../src/search/opened/pagefind/files/file-names.ts";

test("a piece is named by its place and its content, an article by its day and its content", () => {
  expect(piecePath(12, "0a1b2")).toBe("index/12-0a1b2.piece");
  expect(articlePath(20_758, "0a1b2")).toBe("fragment/0/20758-a1b2.pf_fragment");
});

test("articles have names of five digits where those tell the articles of each day apart", () => {
  const digests = ["0a1b2c3d4", "0a1b2c3d5", "ffff00000"];
  expect(articleDigits([20_758, 20_757, 20_757], digests)).toEqual(["0a1b2", "0a1b2", "ffff0"]);
  expect(articleDigits([], [])).toEqual([]);
});

test("all articles have more digits where two of a day begin alike, so that no name becomes another article's", () => {
  const digests = ["0a1b2c3d4", "0a1b2c3e4", "ffff00000"];
  expect(articleDigits([20_758, 20_758, 20_757], digests)).toEqual(["0a1b2c3d", "0a1b2c3e", "ffff0000"]);
  // Whoever is the same to the last digit is the same article.
  expect(articleDigits([20_758, 20_758], ["0a1b2c", "0a1b2c"])).toEqual(["0a1b2c", "0a1b2c"]);
});

test("digits that stand one after the other are told apart by how many there are", () => {
  expect(evenlyCut("0a1b2c3d4e", 2)).toEqual(["0a1b2", "c3d4e"]);
  expect(evenlyCut("", 0)).toEqual([]);
});
