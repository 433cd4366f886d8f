import { describe, expect, test } from "vitest";
import { fromFirstLetter, indexLetters } from "../../../../src/site/pages/indexes/index-letter.ts";

describe("the letter of a name in an index", () => {
  test.for([
    ["en", "ferry", "F"],
    ["en", "élan", "E"],
    ["en", "“quoted”", "Q"],
    ["en", "ﬁnance", "F"],
    ["en", "Ｆerry", "F"],
    ["en", "5G networks", "0–9"],
    ["en", "٣ أنهار", "0–9"],
    ["en", "öresund", "O"],
    ["sv", "öresund", "Ö"],
    ["es", "ñandú", "Ñ"],
    ["tr", "istanbul", "İ"],
    ["ru", "йод", "Й"],
    ["ru", "ёлка", "Е"],
    ["ar", "أخبار", "ا"],
    ["en", "ميناء", "م"],
    ["el", "άνεμος", "Α"],
  ])(
    "in %s is a base letter as a capital, with an accent only where it is a letter of its own: %s",
    ([language = "", name = "", letter]) => {
      expect(indexLetters(language)(name)).toBe(letter);
    },
  );

  test.for([
    ["경제", "ㄱ"],
    ["까치", "ㄱ"],
    ["부산항", "ㅂ"],
    ["쌀", "ㅅ"],
    ["항만", "ㅎ"],
    ["ㅋ", "ㅋ"],
  ])("is the initial consonant of a Korean syllable: %s", ([name = "", letter]) => {
    for (const form of ["NFC", "NFD"]) expect(indexLetters("ko")(name.normalize(form))).toBe(letter);
  });

  test.for([
    ["おはよう", "あ"],
    ["ガス", "か"],
    ["ぽすと", "は"],
    ["ヨット", "や"],
    ["んだ", "わ"],
  ])("is the row of a Japanese syllable: %s", ([name = "", letter]) => {
    expect(indexLetters("ja")(name)).toBe(letter);
  });

  test("is one for all Chinese characters, called as the index's readers call them", () => {
    expect(indexLetters("en")("經濟")).toBe("Han");
    expect(indexLetters("ja")("港湾")).toBe("漢字");
  });
});

test("a name is ordered from its first letter or digit on", () => {
  expect(fromFirstLetter("#ferry 2")).toBe("ferry 2");
  expect(fromFirstLetter("“경제”")).toBe("경제”");
});
