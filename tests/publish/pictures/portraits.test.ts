import { expect, test } from "vitest";
import { readPortraits } from "../../../src/publish/pictures/portraits.ts";
import { readSite } from "../../../src/site/settings/site.ts";
import { halves } from "../../picture-files.ts";
import { siteFolder, smallSite } from "../../site-folder.ts";

/** What comes of an author's picture, in a site folder that holds one and a file that is none. */
async function portraitOf(picture: string) {
  const folder = await siteFolder({
    "people/mei.jpg": await halves(900, 900),
    "people/torn.jpg": "not a picture",
  });
  const { portraits = [] } = readSite(`${smallSite}authors: [{name: Mei Tan, picture: ${picture}}]`);
  const { renditions, diagnostics } = await readPortraits(portraits, { siteFolder: folder });
  const told = diagnostics.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );
  return { rendition: renditions.get("mei-tan"), told };
}

test("a picture of an author is published as those of articles are, wherever in the site folder it lies", async () => {
  const { rendition, told } = await portraitOf("people/mei.jpg");
  expect(told).toEqual([]);
  expect(rendition?.sources.map(({ type, srcset }) => [type, srcset.match(/\d+w/g)])).toEqual([
    ["image/avif", ["400w", "900w"]],
    ["image/jpeg", ["400w", "900w"]],
  ]);
});

test.for([
  [
    "people/may.jpg",
    'missing-image: there is no picture "people/may.jpg" in the site folder; the path is relative to site.yaml',
  ],
  ["../mei.jpg", 'missing-image: there is no picture "../mei.jpg" in the site folder'],
  ["..", 'bad-logo: ".." lies outside the site folder'],
  ["people/torn.jpg", "broken-image: people/torn.jpg: the file is damaged, or no picture"],
  ["people/mei.svg", 'untaken-image: "people/mei.svg" is SVG, which can carry scripts'],
])("an editor who names %s is told where and why it is not shown", async ([picture = "", expected = ""]) => {
  const { rendition, told } = await portraitOf(picture);
  expect(rendition).toBeUndefined();
  expect(told).toEqual([expect.stringContaining(`site.yaml:3:36 ${expected}`)]);
});
