import { describe, expect, test } from "vitest";
import { CborReader, CborWriter } from "../../../../../src/search/opened/pagefind/files/cbor.ts";

/** RFC 8949, Appendix A. */
const numbers = [
  [0, "00"],
  [10, "0a"],
  [23, "17"],
  [24, "1818"],
  [100, "1864"],
  [1000, "1903e8"],
  [1_000_000, "1a000f4240"],
  [-1, "20"],
  [-10, "29"],
  [-100, "3863"],
  [-1000, "3903e7"],
] as const;

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

describe("CBOR", () => {
  test.for(numbers)("has the number %d as %s", ([number, hex]) => {
    const write = new CborWriter();
    write.number(number);
    expect(Buffer.from(write.bytes()).toString("hex")).toBe(hex);
    expect(new CborReader(bytesOf(hex)).number()).toBe(number);
  });

  test("has texts in UTF-8, and lists by how many they hold", () => {
    const write = new CborWriter();
    write.list(2);
    write.text("IETF");
    write.text("\u6c34");
    expect(Buffer.from(write.bytes()).toString("hex")).toBe("826449455446" + "63e6b0b4");
    const read = new CborReader(write.bytes());
    expect([read.list(), read.text(), read.text()]).toEqual([2, "IETF", "水"]);
    read.end();
  });

  test("is refused where it holds something else than what is read", () => {
    const list = bytesOf("8101");
    expect(() => new CborReader(list).number()).toThrow("has another form");
    expect(() => new CborReader(list).list(2)).toThrow("has another form");
    expect(() => new CborReader(list).end()).toThrow("has another form");
    expect(() => new CborReader(new Uint8Array()).text()).toThrow("has another form");
    // A list without an end that is known.
    expect(() => new CborReader(bytesOf("9f01ff")).list()).toThrow("has another form");
  });
});
