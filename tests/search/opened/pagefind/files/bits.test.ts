import { describe, expect, test } from "vitest";
import { BitReader, BitWriter, usualBits } from "../../../../../src/search/opened/pagefind/files/bits.ts";

/** What is written, as zeros and ones. */
function written(write: (bits: BitWriter) => void): string {
  const bits = new BitWriter();
  write(bits);
  return Array.from(bits.bytes(), (byte) => byte.toString(2).padStart(8, "0")).join(" ");
}

describe("numbers in bits", () => {
  test("are small ones in Elias's gamma code of the next number", () => {
    // 1 is 1, 2 is 010, 5 is 00101.
    expect(written((bits) => [0, 1, 4].map((value) => bits.small(value)))).toBe("10100010 10000000");
  });

  test("are alike ones in Rice's code", () => {
    // Of two bits: 3 is 0 and 11, and 9 is 2 times 4 and 1: 110 and 01.
    expect(written((bits) => [3, 9].map((value) => bits.alike(value, 2)))).toBe("01111001");
    // Of none: as many ones as it says.
    expect(written((bits) => bits.alike(3, 0))).toBe("11100000");
  });

  test("are read as they were written", () => {
    const bits = new BitWriter();
    const values = [0, 1, 2, 7, 8, 255, 256, 65_535, 1_000_000];
    for (const value of values) {
      bits.small(value);
      bits.alike(value, 15);
    }
    const read = new BitReader(bits.bytes());
    expect(values.map(() => [read.small(), read.alike(15)])).toEqual(values.map((value) => [value, value]));
  });

  test("end where nothing more was written, and not in zeros", () => {
    const read = new BitReader(Uint8Array.of(0b1111_1111));
    expect(() => read.alike(1)).toThrow("ends too early");
    expect(() => new BitReader(new Uint8Array()).small()).toThrow("ends too early");
  });

  test("have as many bits as numbers usually need that have a sum", () => {
    // 0.7 of the mean of 1000 ÷ 2 is 350, which is 256 and more: 8 bits.
    expect(usualBits(1000, 2)).toBe(8);
    expect(usualBits(3, 3)).toBe(0);
    expect(usualBits(0, 1)).toBe(0);
  });
});
