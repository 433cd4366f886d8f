import { describe, expect, test } from "vitest";
import { otherSpelling, spellingsOf } from "../../src/search/spellings.ts";

describe("a word", () => {
  test.for([
    ["müller", "mueller"],
    ["straßenbahn", "strassenbahn"],
    ["đà", "da"],
    ["smørrebrød", "smorrebrod"],
    ["þór", "thor"],
    ["القاهرة", "قاهرة"],
    ["والقاهرة", "قاهرة"],
    ["٢٠٢٦", "2026"],
    ["२०२६", "2026"],
    ["كتابی", "كتابي"],
    ["हिँदी", "हिंदी"],
    ["рекой", "реком"],
    ["злой", undefined],
    ["harbour", undefined],
    ["café", undefined],
    ["کتاب", undefined],
  ])("%s is also written %s", ([word = "", other]) => {
    expect(otherSpelling(word)).toBe(other);
  });

  test.for([
    ["harbour", ["harbour"]],
    ["þór", ["þór", "thor"]],
    ["کتابی", ["کتابی", "كتابي"]],
    ["٣.٥", ["٣.٥", "3.5", "3,5"]],
  ] satisfies [string, string[]][])("%s is looked up as %j", ([word, spellings]) => {
    expect(spellingsOf(word)).toEqual(spellings);
  });
});
