/** PNG of few colours: https://www.w3.org/TR/png-3/. Encoders that take any picture need ten times as long for one of these. */
import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const deflated = promisify(deflate);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of at most sixteen colours: a pixel takes four bits, and each row begins with its filter, which is none. */
export class IndexedPicture {
  readonly #width: number;
  readonly #height: number;
  readonly #rowBytes: number;
  readonly #rows: Uint8Array;

  /** In the first colour all over. @param width an even number of pixels */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#rowBytes = 1 + width / 2;
    this.#rows = new Uint8Array(height * this.#rowBytes);
  }

  /**
   * Lays a row of pixels over those that are there.
   *
   * @param cover how much of each pixel is covered, from 0 to 255: what is not stays as it is
   * @param colours the place in the palette, from 0 to 15, for each of these
   */
  lay(cover: Uint8Array, colours: Uint8Array, left: number, row: number): void {
    const rows = this.#rows;
    const start = row * this.#rowBytes + 1;
    for (let index = 0; index < cover.length; index += 1) {
      const covered = cover[index] ?? 0;
      if (covered === 0) continue;
      const column = left + index;
      const at = start + (column >> 1);
      const other = rows[at] ?? 0;
      const colour = colours[covered] ?? 0;
      rows[at] = column % 2 === 0 ? (colour << 4) | (other & 0x0f) : (other & 0xf0) | colour;
    }
  }

  /** Fills the rows at the head of the picture. */
  fillRows(count: number, colour: number): void {
    for (let row = 0; row < count; row += 1) {
      const start = row * this.#rowBytes;
      this.#rows.fill((colour << 4) | colour, start + 1, start + this.#rowBytes);
    }
  }

  /** @param palette red, green and blue of each colour */
  async png(palette: Uint8Array): Promise<Uint8Array> {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.#width, 0);
    head.writeUInt32BE(this.#height, 4);
    // Four bits, indexed colour.
    head.set([4, 3], 8);
    return Buffer.concat([
      signature,
      chunk("IHDR", head),
      chunk("PLTE", palette),
      // Two thirds of the bytes that the quickest level makes; higher ones take longer for a tenth.
      chunk("IDAT", await deflated(this.#rows, { level: 2 })),
      chunk("IEND", new Uint8Array()),
    ]);
  }
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
