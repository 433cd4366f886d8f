import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CborWriter } from "../../../../../src/search/opened/pagefind/files/cbor.ts";
import {
  pagefindWords,
  pieceContent,
  pieceFileOf,
} from "../../../../../src/search/opened/pagefind/files/piece-file.ts";

type Pages = readonly (readonly [step: number, places: readonly number[], beside?: readonly number[]])[];
type Words = readonly (readonly [
  word: string,
  pages: Pages,
  others?: readonly [form: string, pages: Pages][],
])[];

/** A piece as Pagefind writes it. */
function pagefindPiece(words: Words): Uint8Array {
  const write = new CborWriter();
  const writePages = (pages: Pages) => {
    write.list(pages.length);
    for (const [step, places, beside = []] of pages) {
      write.list(3);
      write.number(step);
      for (const list of [places, beside]) {
        write.list(list.length);
        for (const place of list) write.number(place);
      }
    }
  };
  write.list(1);
  write.list(words.length);
  for (const [word, pages, others = []] of words) {
    write.list(3);
    write.text(word);
    writePages(pages);
    write.list(others.length);
    for (const [form, pages] of others) {
      write.list(2);
      write.text(form);
      writePages(pages);
    }
  }
  return write.bytes();
}

/** Of three articles. */
const counts = [120, 12, 8];

const fileOf = (words: Words, of = counts) =>
  Uint8Array.from(pieceFileOf(pagefindWords(pagefindPiece(words)), of, deflateRawSync));

describe("a piece of the index", () => {
  test("is again what Pagefind wrote, however its words and places are", async () => {
    const words: Words = [
      [
        "anchor",
        [
          [0, [-25, 3, 40]],
          [2, [-25, 0, -73, 6]],
        ],
      ],
      [
        "cafe",
        [[1, [-73, 11]]],
        [
          [
            "café",
            [
              [0, [-25, 119]],
              [1, [-13, 10, 1, -25, 2]],
            ],
          ],
        ],
      ],
      ["quay", [[2, [-25, 7, 0]]]],
      // Beyond the words that an article is told to have.
      [
        "zebra",
        [
          [0, [-25, 4_000]],
          [1, [-257, 70_000]],
        ],
      ],
    ];
    expect(await pieceContent(fileOf(words), counts)).toEqual(pagefindPiece(words));
  });

  test("takes a place in the bits that it needs in its article", async () => {
    const places: Pages = Array.from({ length: 100 }, (_, place) => [1, [-25, place * 4]]);
    const words: Words = [["ferry", [[0, [-25, 1]], ...places.slice(1)]]];
    const articles = places.map(() => 500);
    const file = fileOf(words, articles);
    expect(await pieceContent(file, articles)).toEqual(pagefindPiece(words));
    // 1 or 2 bits for the next article, 3 for what is alike in all, and 9 or 10 for one of 500 places.
    expect(file.length).toBeLessThan((100 * 15) / 8 + 20);
    expect(pagefindPiece(words).length).toBeGreaterThan(100 * 7);
  });

  test("has places beside the text, too, where a site's own template tells Pagefind of any", async () => {
    const words: Words = [
      [
        "anchor",
        [
          [0, [-25, 3], [-1, 2]],
          [1, [-25, 4]],
          [1, [], [-2, 0, 5, -1, 7]],
        ],
      ],
    ];
    expect(await pieceContent(fileOf(words), counts)).toEqual(pagefindPiece(words));
  });

  test("holds no words where there are none", async () => {
    expect(await pieceContent(fileOf([]), counts)).toEqual(pagefindPiece([]));
  });

  test("is refused where anything of it would be lost", () => {
    expect(() => fileOf([["anchor", [[0, []]]]])).toThrow("no place in an article");
    expect(() => fileOf([["anchor", [[0, [3]]]]])).toThrow("gives a place no weight");
  });

  test("that is something else, or not whole, gives no words", async () => {
    const page = new TextEncoder().encode("<!doctype html><title>Not found</title>");
    await expect(pieceContent(page, counts)).rejects.toThrow();
    const file = fileOf([["anchor", [[0, [-25, 3, 40]]]]]);
    await expect(pieceContent(file.subarray(0, -1), counts)).rejects.toThrow();
    await expect(pieceContent(new Uint8Array(), counts)).rejects.toThrow();
  });
});
