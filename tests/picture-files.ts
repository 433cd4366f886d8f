/** Small real pictures for tests. */
import sharp, { type Sharp } from "sharp";

/** A picture of a red and a blue half, side by side: JPEG unless another format is asked for. */
export function halves(
  width: number,
  height: number,
  format: "jpeg" | "webp" | "avif" = "jpeg",
): Promise<Buffer> {
  return twoHalves(width, height).toFormat(format).toBuffer();
}

/** The same, stored on its side: the camera's note says that it is to be turned a quarter clockwise. */
export function turnedHalves(width: number, height: number): Promise<Buffer> {
  return twoHalves(width, height)
    .withExif({ IFD0: { Copyright: "secretcamera" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG that lets its ground be seen. */
export function transparentPicture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: "#0f08" } })
    .png()
    .toBuffer();
}

/**
 * A GIF of three frames: red, green, blue. No number in it is compressed: a clear code (4) before every second
 * pixel keeps all codes three bits long. https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function movingPicture(width: number, height: number): Buffer {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  const frames = [0, 1, 2].flatMap((colour) => {
    const codes = Array.from({ length: width * height }, (_, index) =>
      index % 2 === 0 ? [4, colour] : [colour],
    );
    const bits = [...codes.flat(), 5].flatMap((code) => [code & 1, (code >> 1) & 1, code >> 2]);
    const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, index) =>
      bits.slice(index * 8, index * 8 + 8).reduce((sum, bit, place) => sum + (bit << place), 0),
    );
    const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, index) => {
      const block = bytes.slice(index * 255, index * 255 + 255);
      return [block.length, ...block];
    });
    const delay = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
    return [...delay, 0x2c, 0, 0, 0, 0, ...size, 0, 2, ...blocks.flat(), 0];
  });
  const palette = [255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0];
  return Buffer.from([...Buffer.from("GIF89a"), ...size, 0x91, 0, 0, ...palette, ...frames, 0x3b]);
}

/**
 * The head of a PNG that says it has so many pixels, and none of them: signature, IHDR, IDAT, IEND.
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export function boastfulPng(): Buffer {
  return Buffer.from(
    "89504e470d0a1a0a" + // signature
      "0000000d49484452" + // IHDR
      "00009c4000009c40" + // 40,000 by 40,000
      "0802000000" + // 8 bits, red, green and blue
      "de6e9952" +
      "000000004944415435af061e" + // IDAT, empty
      "0000000049454e44ae426082", // IEND
    "hex",
  );
}

function twoHalves(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3, background: "#00f" } as const;
  return sharp({ create: { width, height, channels: 3, background: "#f00" } }).composite([
    { input: { create: half }, left: width - half.width, top: 0 },
  ]);
}
