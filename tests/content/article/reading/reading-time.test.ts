import { expect, test } from "vitest";
import { readingMinutes } from "../../../../src/content/article/reading/reading-time.ts";

test("an article takes a minute for 238 words or 500 letters of a script without spaces, and at least one", () => {
  expect(readingMinutes(`<p>${"word ".repeat(714)}</p>`)).toBe(3);
  expect(readingMinutes(`<p>${"항구의 ".repeat(476)}</p>`)).toBe(2);
  expect(readingMinutes(`<p>${"港".repeat(1000)}</p>`)).toBe(2);
  expect(readingMinutes(`<p>${"word ".repeat(238)}${"港".repeat(500)}</p>`)).toBe(2);
  expect(readingMinutes(`<p>${"ท".repeat(1000)}</p>`)).toBe(2);
  expect(readingMinutes(`<p>${"𠀀".repeat(1000)}</p>`)).toBe(2);
  expect(readingMinutes("<p>Don’t, won’t: 3.5 tonnes.</p>")).toBe(1);
});

test("an article without words takes no time", () => {
  expect(readingMinutes('<p><img alt="A ferry"></p>')).toBeUndefined();
});
