import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templatesFolder } from "../../../src/publish/disk/project.js";
import { contrast, papers, readableIn, wholeColour } from "../../../src/site/look/colours.ts";

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#ffffff", "#ffffff")).toBe(1);
  // The greys around the limit on white: https://webaim.org/resources/contrastchecker/
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#ffffff", "#777777")).toBeCloseTo(4.48, 2);
});

test("the papers are those of the style sheet", async () => {
  const tokens = await readFile(join(templatesFolder, "assets/css/tokens.css"), "utf8");
  expect(tokens).toContain(`--paper: light-dark(${papers.light}, ${papers.dark});`);
});

test("a colour is made as much lighter or darker as a scheme asks for, and left alone where it is read well", () => {
  expect(readableIn("light", "#a3201b")).toBe("#a3201b");
  for (const scheme of ["light", "dark"] as const) {
    for (const colour of ["#a3201b", "#0b6e4f", "#ffcc00", "#000000", "#ffffff"]) {
      const made = readableIn(scheme, colour);
      expect(contrast(made, papers[scheme]), `${colour} in ${scheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("colours are of three digits or six", () => {
  expect(["#0B6E4F", "#0af", "crimson", "#12345", "rgb(0 0 0)", "#1234567"].map(wholeColour)).toEqual([
    "#0b6e4f",
    "#00aaff",
    ...Array.from({ length: 4 }, () => undefined),
  ]);
});
