import { describe, expect, test } from "vitest";
import { type ListFile, listContent, listFileOf } from "../../../../src/search/opened/pagefind/list-file.ts";

/** A text as CBOR has it: the kind and the length in one byte, as long as it is short. */
const text = (value: string) => [0x60 + value.length, ...Buffer.from(value)];

/** Two articles of 286 and 12 words, and one piece of the words from "anchor" to "quay". */
const content = Uint8Array.from([
  ...[0x86, ...text("1.6.0")],
  ...[0x82, 0x83, ...text("en_33a327d"), 0x19, 0x01, 0x1e, 0x60, 0x83, ...text("en_427e73e"), 0x0c, 0x60],
  ...[0x81, 0x83, ...text("anchor"), ...text("quay"), ...text("en_641c44b")],
  ...[0x80, 0x80],
  ...[0x82, ...text("title"), ...text("day")],
]);

const list: ListFile = {
  version: "1.6.0",
  prefix: "en_",
  length: 7,
  pieces: "641c44b",
  articles: "33a327d427e73e",
  shared: "",
  // 286 is 11e, and 12 is 00c.
  words: "1010ec",
  bounds: "AanchorAquay",
  metas: ["title", "day"],
};

describe("Pagefind's list of a part", () => {
  test("is written without what follows from the rest of it", () => {
    expect(listFileOf(content)).toEqual(list);
  });

  test("is again what Pagefind's code reads", () => {
    expect(listContent(list)).toEqual(content);
  });

  test("has of the words of its pieces what is not of the word before", () => {
    // "anchored" has the six letters of "anchor", and "ankle" two: G and C.
    const pieces = { ...list, pieces: "641c44b641c44c", bounds: "AanchorGedCkleAquay" };
    const content = listContent(pieces);
    expect(Buffer.from(content).toString("latin1")).toMatch(
      /anchor.anchored.en_641c44b.*ankle.quay.en_641c44c/,
    );
    expect(listFileOf(content)).toEqual(pieces);
  });

  test("names the files that articles share", () => {
    const shared = { ...list, shared: "0a0b0c00a0b0c0" };
    expect(listFileOf(listContent(shared))).toEqual(shared);
  });

  test("of no articles holds none", () => {
    const empty = { ...list, articles: "", words: "", pieces: "", bounds: "", prefix: "", length: 0 };
    expect(listFileOf(listContent(empty))).toEqual(empty);
  });

  test("is refused where anything of it would be lost", () => {
    const filtered = Uint8Array.from([
      ...content.subarray(0, -12),
      0x81,
      ...text("filter"),
      ...content.subarray(-11),
    ]);
    expect(() => listFileOf(filtered)).toThrow("has another form");
  });
});
