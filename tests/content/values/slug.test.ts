import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitsFileName, slugOf } from "../../../src/content/values/slug.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ..."aÉßΣİI경제م'’- /.\u0301\u0307\u0345\u200D\uFE0F\u00AD\u3164",
        "👍🏽",
        "❤️",
        "\uD800",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("a slug", () => {
  test.for([
    ["Harbour tunnel opens", "harbour-tunnel-opens"],
    ["경제", "경제"],
    ["Élections à Genève", "élections-à-genève"],
    ["Ελλάδα", "ελλάδα"],
    ["الاقتصاد والأعمال", "الاقتصاد-والأعمال"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["Q&A: 9 pm?!", "q-a-9-pm"],
    ["../../etc/passwd", "etc-passwd"],
    ["  ferry  ", "ferry"],
  ])("of %j is %j", ([name = "", slug]) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("has no apostrophes, straight or curly", () => {
    expect(slugOf("Women's")).toBe("womens");
    expect(slugOf("Women’s")).toBe("womens");
  });

  test("is the same whether accents are typed as one character or as two", () => {
    expect(slugOf("Cafe\u0301")).toBe("caf\u00E9");
  });

  test("has a plain i where a name has one with a dot: no mark is left over the small letter", () => {
    expect(slugOf("İstanbul")).toBe("istanbul");
    expect(slugOf("I\u0307zmir")).toBe("izmir");
    expect(slugOf("i\u0307stanbul")).toBe("istanbul");
    expect(slugOf("DİYARBAKIR", "en")).toBe("diyarbakir");
  });

  test.for([
    ["IŞIK", "tr", "ışık"],
    ["Isparta'da ışık", "tr-TR", "ıspartada-ışık"],
    ["DİYARBAKIR", "tr", "diyarbakır"],
    ["BAKI", "az-Latn", "bakı"],
    ["I\u0307zmir", "tr", "izmir"],
    // Other languages have no dotless i, and write no dot over an accent.
    ["ISIK", "en", "isik"],
    ["Trnava", "trv", "trnava"],
    ["ĮSIGALIOJO Ì", "lt", "įsigaliojo-ì"],
  ])("of %j in %s is %j", ([name = "", language, slug]) => {
    expect(slugOf(name, language)).toBe(slug);
    expect(slugOf(slug ?? "", language)).toBe(slug);
  });

  test("has nothing that nobody sees: soft hyphens, joiners, variation selectors, Hangul fillers", () => {
    expect(slugOf("fer\u00ADry")).toBe("ferry");
    expect(slugOf("ශ්\u200Dරී ලංකා")).toBe("ශ්රී-ලංකා");
    expect(slugOf("Love ❤️ wins")).toBe("love-wins");
    expect(slugOf("\u3164")).toBe("");
  });

  test("has no mark without a letter or digit to stand on", () => {
    expect(slugOf("a - \u0301b")).toBe("a-b");
    expect(slugOf("\u0301\u0302a")).toBe("a");
  });

  test.for(["", "?!", "👍🏽", "\u0301\u0302", "..", "—", "\uD800"])("of %j is empty", (name) => {
    expect(slugOf(name)).toBe("");
  });

  test("of millions of signs, marks or letters is made like that of a few", () => {
    for (const sign of ["😀", "\u0301"]) expect(slugOf(`a!${sign.repeat(8_000_000)}b`)).toBe("a-b");
    expect(fitsFileName(slugOf("경".repeat(8_000_000)))).toBe(false);
  });

  test("of a slug is the slug itself, whatever the name", () => {
    const languages = fc.constantFrom("en", "tr", "lt", "az");
    fc.assert(
      fc.property(anyText, languages, (name, language) => {
        expect(slugOf(slugOf(name, language), language)).toBe(slugOf(name, language));
        // An author who copies it from an address may write it into front matter.
        expect(slugOf(slugOf(name, language))).toBe(slugOf(name, language));
      }),
    );
  });

  test("is made of letters, marks and digits with single hyphens between, in lower case and NFC", () => {
    const shape = /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)?$/u;
    fc.assert(
      fc.property(anyText, (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(shape);
        expect(slug).toBe(slug.toLowerCase());
        expect(slug).toBe(slug.normalize("NFC"));
      }),
    );
  });

  test("keeps every lower-case letter of a word in any script", () => {
    const word = fc.stringMatching(/^[\p{Ll}\p{Lo}]+$/u).map((text) => text.normalize("NFC"));
    const visible = word.filter((text) => !/\p{Default_Ignorable_Code_Point}|\p{M}/u.test(text));
    fc.assert(fc.property(visible, (text) => slugOf(text) === text.toLowerCase().normalize("NFC")));
  });

  test("fits into a file's name up to 240 bytes, not letters", () => {
    expect(fitsFileName("a".repeat(240))).toBe(true);
    expect(fitsFileName("a".repeat(241))).toBe(false);
    expect(fitsFileName("경".repeat(80))).toBe(true);
    expect(fitsFileName("경".repeat(81))).toBe(false);
  });
});
