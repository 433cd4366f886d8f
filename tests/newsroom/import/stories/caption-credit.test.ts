import { describe, expect, test } from "vitest";
import { creditIn } from "../../../../src/newsroom/import/stories/caption-credit.ts";

describe("who made a picture is told from its caption", () => {
  test.for([
    ["The pier at dawn. Photo: Mei Tan", "The pier at dawn.", "Mei Tan"],
    ["The pier at dawn (Photo: J. Roe/Harbour Agency)", "The pier at dawn", "J. Roe/Harbour Agency"],
    ["Der Hafen – Foto: Mei Tan.", "Der Hafen", "Mei Tan"],
    ["The pier. Photo by Mei Tan / Harbour Agency", "The pier.", "Mei Tan / Harbour Agency"],
    ["The pier [Image credit: Mei Tan]", "The pier", "Mei Tan"],
    ["Photo: the pier. Photo: Mei Tan", "Photo: the pier.", "Mei Tan"],
    ["Photo by Mei Tan", "", "Mei Tan"],
    ["清晨的码头。图片来源：海港社", "清晨的码头。", "海港社"],
    ["새벽의 부두 사진=항구통신", "새벽의 부두", "항구통신"],
  ])("%s", ([text = "", caption, credit]) => {
    expect(creditIn(text)).toEqual({ caption, credit });
  });

  test.for([
    "The pier at dawn",
    "He showed a signed photo by Mei Tan",
    "Photo: The pier was closed. It opened again on Monday",
    "Two photos: before: left",
    "Photo:",
  ])("but not from %s", (text) => {
    expect(creditIn(text)).toBeUndefined();
  });
});
