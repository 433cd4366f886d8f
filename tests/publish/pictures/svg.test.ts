import { describe, expect, test } from "vitest";
import { readSvg } from "../../../src/publish/pictures/svg.ts";

describe("the size of an SVG", () => {
  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50px"/>', { width: 200, height: 50 }],
    ['<?xml version="1.0"?><!-- a logo --><svg viewBox="0 0 300 60"/>', { width: 300, height: 60 }],
    ['<svg width="100%" height="1em" viewBox="0,0,30,6.5"/>', { width: 30, height: 6.5 }],
    ['<svg width="10" viewBox="0 0 0 0"/>', undefined],
    ["<svg/>", undefined],
  ])("of %s", (text, size) => {
    expect(readSvg(text)?.size).toEqual(size);
  });

  test("is not looked for in other texts", () => {
    expect(readSvg("picture")).toBeUndefined();
    expect(readSvg("<html><body/></html>")).toBeUndefined();
  });
});

describe("an SVG that is more than a picture is told", () => {
  test.each([
    ["<svg><script>alert(1)</script></svg>", "an element <script>"],
    ['<svg><svg:script href="x.js"/></svg>', "an element <script>"],
    ["<svg><foreignObject><p>x</p></foreignObject></svg>", "an element <foreignobject>"],
    ['<svg onload="alert(1)"/>', "a script in its attribute onload"],
    ['<svg><a xlink:href=" javascript:alert(1)"><path/></a></svg>', "a script in its attribute xlink:href"],
  ])("%s", (text, danger) => {
    expect(readSvg(text)?.danger).toBe(danger);
  });

  test("and one with styles, gradients and links to its own parts is not", () => {
    const text =
      '<svg><style>a{fill:red}</style><use href="#a"/><image href="data:image/png;base64,AA"/></svg>';
    expect(readSvg(text)?.danger).toBeUndefined();
  });
});
