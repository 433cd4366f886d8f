import { expect, test } from "vitest";
import { paperOf } from "../../../../src/publish/rendering/assets/paper.ts";
import { bundleStyles } from "../../../../src/publish/rendering/assets/styles.ts";
import { siteFolder } from "../../../site-folder.ts";

async function paperWith(own: string) {
  const { css } = await bundleStyles(await siteFolder({ "styles/own.css": own }));
  return paperOf(css);
}

test.for([
  ["", { light: "#fffdf9", dark: "#14171a" }],
  [":root { --paper-tint: red }", { light: "#fffdf9", dark: "#14171a" }],
  [":root { --paper: light-dark(#fdf0e3, #1a1411) }", { light: "#fdf0e3", dark: "#1a1411" }],
  [":root { --ink: #111; --paper: #ffeedd }", { light: "#fed", dark: "#fed" }],
  [":root { --paper: color-mix(in oklab, red, white) }", undefined],
] as const)("a site whose own styles are %j has the paper %j", async ([own, paper]) => {
  expect(await paperWith(own)).toEqual(paper);
});
