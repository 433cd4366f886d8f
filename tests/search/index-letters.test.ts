import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexedText, writtenText } from "../../src/search/index-letters.ts";

/** What Pagefind leaves of a text: letters and digits, without their accents. */
const leftOf = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}\s]/gu, "");

describe("in the index", () => {
  test.for([
    ["दल", "दिल"],
    ["दिल", "दाल"],
    ["ดี", "ดู"],
    ["3.5", "35"],
    ["0.500", "0500"],
    ["٣٫٥", "٣٥"],
  ] as const)("%s is another word than %s", ([one, other]) => {
    expect(leftOf(one)).toBe(leftOf(one.normalize("NFC")));
    expect(leftOf(indexedText(one))).not.toBe(leftOf(indexedText(other)));
  });

  test.for([
    ["1,500", "1500"],
    ["1.500.000", "1500000"],
    ["café", "cafe"],
    ["फ़िल्म", "फिल्म"],
    ["20.11.2026", "20112026"],
  ] as const)("%s is the same word as %s", ([one, other]) => {
    expect(leftOf(indexedText(one))).toBe(leftOf(indexedText(other)));
  });

  test("every text comes out as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab 1234567890.,٫٣हिन्दीไทยដី\u1780é") }), (text) => {
        expect(writtenText(indexedText(text))).toBe(text);
      }),
    );
  });
});
