import { expect, test } from "vitest";
import { ShownPictures } from "../../../../src/content/article/reading/shown-pictures.ts";
import type { PictureFault, Pictures, Rendition } from "../../../../src/content/values/picture.ts";
import { renditionAt } from "../../../site-values.ts";

const ferry = renditionAt("/media/aa/1.jpg");
const pictures: Pictures = new Map<string, Rendition | PictureFault>([
  ["articles/ferry.jpg", ferry],
  ["articles/torn.jpg", { code: "broken-image", message: "the file is damaged" }],
]);

const place = (line: number) => ({ file: "articles/a.md", line });

test("a picture that an article names twice is noted where it is named first", () => {
  const shown = new ShownPictures("articles/a.md", pictures);
  shown.note("ferry.jpg", place(4));
  shown.noteInBody("ferry.jpg", place(9), true);
  expect(shown.noted).toEqual([{ file: "articles/ferry.jpg", place: place(4) }]);
  expect(shown.renditionOf("ferry.jpg")).toBe(ferry);
  expect(shown.diagnostics).toEqual([]);
});

test("pictures that are not there, of another site, of another kind or damaged are told, and none of them is shown", () => {
  const shown = new ShownPictures("articles/a.md", pictures);
  const sources = ["bridge.jpg", "https://elsewhere.example/ferry.jpg", "ferry.heic", "torn.jpg"];
  for (const [index, src] of sources.entries()) shown.note(src, place(index + 1));
  expect(shown.diagnostics.map(({ line, code }) => [line, code])).toEqual([
    [1, "missing-image"],
    [2, "missing-image"],
    [3, "untaken-image"],
    [4, "broken-image"],
  ]);
  expect(shown.noted).toEqual([]);
  expect(sources.map((src) => shown.renditionOf(src))).toEqual([undefined, undefined, undefined, undefined]);
});

test("a picture in the body needs a description", () => {
  const shown = new ShownPictures("articles/a.md", pictures);
  shown.noteInBody("ferry.jpg", place(9), false);
  expect(shown.diagnostics).toMatchObject([{ line: 9, code: "missing-alt" }]);
  expect(shown.noted).toHaveLength(1);
});
