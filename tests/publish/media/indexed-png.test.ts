import sharp from "sharp";
import { expect, test } from "vitest";
import { IndexedPicture } from "../../../src/publish/media/indexed-png.ts";

test("a picture of few colours is a PNG that others read, each pixel in the colour it was given", async () => {
  const picture = new IndexedPicture(4, 3);
  picture.fillRows(1, 2);
  const colours = Uint8Array.of(0, 1, 2, 15);
  picture.lay(Uint8Array.of(1, 0, 0, 3), colours, 0, 1);
  picture.lay(Uint8Array.of(1, 3), colours, 2, 2);
  picture.lay(Uint8Array.of(2), colours, 3, 2);
  const [paper, red, blue, grey] = [
    [255, 253, 249],
    [163, 32, 27],
    [0, 0, 255],
    [90, 90, 90],
  ] as const;
  const between = Array.from({ length: 12 }, () => [0, 0, 0]);
  const palette = Uint8Array.from([paper, red, blue, ...between, grey].flat());
  const { data, info } = await sharp(await picture.png(palette))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 4, height: 3, channels: 3 });
  const rows = [
    [blue, blue, blue, blue],
    [red, paper, paper, grey],
    [paper, paper, red, blue],
  ];
  expect([...data]).toEqual(rows.flat(2));
});
