import { describe, expect, test } from "vitest";
import {
  daysIn,
  type ListFile,
  listContent,
  listFileOf,
  type PagefindList,
  pagefindListIn,
  stepsOf,
} from "../../../../../src/search/opened/pagefind/files/list-file.ts";

/** A text as CBOR has it: the kind and the length in one byte, as long as it is short. */
const text = (value: string) => [0x60 + value.length, ...Buffer.from(value)];

/** Two articles of 286 and 12 words, and one piece of the words from "anchor" to "quay". */
const contentWith = (article: string, other: string, piece: string) =>
  Uint8Array.from([
    ...[0x86, ...text("1.6.0")],
    ...[0x82, 0x83, ...text(article), 0x19, 0x01, 0x1e, 0x60, 0x83, ...text(other), 0x0c, 0x60],
    ...[0x81, 0x83, ...text("anchor"), ...text("quay"), ...text(piece)],
    ...[0x80, 0x80],
    ...[0x82, ...text("title"), ...text("day")],
  ]);

const content = contentWith("en_33a327d", "en_427e73e", "en_641c44b");

const list: PagefindList = {
  version: "1.6.0",
  articles: [
    { name: "en_33a327d", words: 286 },
    { name: "en_427e73e", words: 12 },
  ],
  pieces: [{ first: "anchor", last: "quay", name: "en_641c44b" }],
  metas: ["title", "day"],
};

/** The same, as it is written for readers. */
const toldOf = {
  version: "1.6.0",
  counts: [286, 12],
  bounds: [{ first: "anchor", last: "quay" }],
  metas: ["title", "day"],
};

const naming = { days: [20_758, 3], articles: "1a2b3c4d5e", pieces: "6f708" };

const file: ListFile = {
  version: "1.6.0",
  ...naming,
  // 286 is 11e, and 12 is 00c.
  words: "1010ec",
  bounds: "AanchorAquay",
  metas: ["title", "day"],
};

describe("Pagefind's list of a part", () => {
  test("is read as Pagefind writes it", () => {
    expect(pagefindListIn(content)).toEqual(list);
  });

  test("is refused where anything of it would be lost", () => {
    const filtered = Uint8Array.from([
      ...content.subarray(0, -12),
      0x81,
      ...text("filter"),
      ...content.subarray(-11),
    ]);
    expect(() => pagefindListIn(filtered)).toThrow("has another form");
    const shared = content.with(content.indexOf(0x60, 20), 0x61);
    expect(() => pagefindListIn(shared)).toThrow("several articles into one file");
  });

  test("is written without what follows from the rest of it", () => {
    expect(listFileOf(toldOf, naming)).toEqual(file);
  });

  test("is again what Pagefind's code reads, with places for names", () => {
    expect(listContent(file)).toEqual(contentWith("0", "1", "0"));
  });

  test("has of the words of its pieces what is not of the word before", () => {
    const bounds = [
      { first: "anchor", last: "anchored" },
      { first: "ankle", last: "quay" },
    ];
    const short = listFileOf({ ...toldOf, bounds }, { ...naming, pieces: "6f7086f709" });
    // "anchored" has the six letters of "anchor", and "ankle" two: G and C.
    expect(short.bounds).toBe("AanchorGedCkleAquay");
    expect(pagefindListIn(listContent(short)).pieces).toEqual(
      bounds.map((piece, place) => ({ ...piece, name: String(place) })),
    );
  });

  test("of no articles holds none", () => {
    const empty = { version: "1.6.0", articles: [], pieces: [], metas: [] };
    const short = listFileOf(
      { ...toldOf, counts: [], bounds: [], metas: [] },
      { days: [], articles: "", pieces: "" },
    );
    expect(pagefindListIn(listContent(short))).toEqual(empty);
  });

  test("has the days of its articles by how many each is older than the one before", () => {
    expect(stepsOf([20_758, 20_758, 20_755])).toEqual([20_758, 0, 3]);
    expect(daysIn([20_758, 0, 3])).toEqual([20_758, 20_758, 20_755]);
    expect(daysIn([])).toEqual([]);
  });
});
