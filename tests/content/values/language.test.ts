import { describe, expect, test } from "vitest";
import { canonicalLanguage, directionOf } from "../../../src/content/values/language.ts";

describe("the language of an article or a site", () => {
  test.for([
    ["KO-kr", "ko-KR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    // The registry has replaced "iw" by "he" (RFC 5646, 2.2.1).
    ["iw", "he"],
    ["yue", "yue"],
  ])("%s is written %s", ([tag = "", canonical]) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });

  test.for(["english", "en_GB", "en-", "x-private", "a", "", "한국어", "en us", 'en" onclick="x'])(
    "is not %j",
    (tag) => {
      expect(canonicalLanguage(tag)).toBeUndefined();
    },
  );
});

describe("the direction of writing", () => {
  test("is that of the language's usual script, or of the script it names", () => {
    expect(["ar", "he", "fa", "ur", "yi", "dv", "pa-PK", "az-Arab", "ur-Aran"].map(directionOf)).toEqual(
      Array.from({ length: 9 }, () => "rtl"),
    );
    expect(["en", "ko", "pa", "az", "ar-Latn", "und"].map(directionOf)).toEqual(
      Array.from({ length: 6 }, () => "ltr"),
    );
  });
});
