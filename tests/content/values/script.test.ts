import { describe, expect, test } from "vitest";
import { otherScript } from "../../../src/content/values/script.ts";

const arabic = "افتتاح نفق الميناء بعد تسع سنوات من العمل";
const hebrew = "המנהרה בנמל נפתחה אחרי תשע שנים";
const korean = "항구 터널이 구 년 만에 문을 열었다고 시가 밝혔다";
const japanese = "港のトンネルが九年ぶりに開通したと市が発表しました";
const chinese = "港口隧道在施工九年之后正式通车并向市民开放使用";
const russian = "Портовый тоннель открылся после девяти лет работ";
const english = "The harbour tunnel opens after nine years of work";

describe("a text is in other letters than those of its language:", () => {
  test.for([
    ["Arabic on an English site", arabic, "en", "Arabic", "ar"],
    ["Hebrew on an English site", hebrew, "en", "Hebrew", "he"],
    ["Korean on an English site", korean, "en", "Hangul", "ko"],
    [
      "Chinese on a Korean site, whose letters are all Korean",
      `${russian} ${chinese}`,
      "ko",
      "Cyrillic",
      "ru",
    ],
    ["Japanese on an English site", japanese, "en", "Hiragana", "ja"],
    ["English on an Arabic site", english, "ar", "Latin", "en"],
    ["English on a Japanese site", english, "ja", "Latin", "en"],
    ["Russian with an English name in it", `${russian} by Mei Tan`, "en", "Cyrillic", "ru"],
  ])("%s", ([, text = "", language = "", name, likeliestLanguage]) => {
    expect(otherScript(text, language)).toEqual({ name, likeliestLanguage });
  });

  test.for([
    ["its own", arabic, "ar"],
    ["its own by a subtag", russian, "sr-Cyrl"],
    ["those of the writing style that its tag names", arabic, "ur-Aran"],
    ["kana and kanji", japanese, "ja"],
    ["Hangul and Hanja", `${korean} 港口`, "ko"],
    ["Chinese, simplified or not", chinese, "zh-Hant"],
    ["its own with a quotation in others", `${english} ${english} ${arabic}`, "en"],
    ["too few to tell", "항구 도서관", "en"],
    ["none at all", "1,234,567 – 89 %, 2026-11-20, 10:00–11:00!", "en"],
    ["of a language without a script", arabic, "art"],
  ])("not where they are %s", ([, text = "", language = ""]) => {
    expect(otherScript(text, language)).toBeUndefined();
  });
});
