/** Whole numbers one after the other, in as few bits as they need: small ones in the fewest. */

export class BitWriter {
  readonly #bytes: number[] = [];
  #open = 0;
  #openBits = 0;

  /** The lowest bits of a number, of at most 31. */
  bits(value: number, count: number): void {
    for (let left = count; left > 0; ) {
      const taken = Math.min(left, 8 - this.#openBits);
      left -= taken;
      this.#open = (this.#open << taken) | ((value >>> left) & ((1 << taken) - 1));
      this.#openBits += taken;
      if (this.#openBits < 8) continue;
      this.#bytes.push(this.#open);
      this.#open = 0;
      this.#openBits = 0;
    }
  }

  /** A number that is most often 0 or little more: in Elias's gamma code. */
  small(value: number): void {
    const length = 31 - Math.clz32(value + 1);
    this.bits(0, length);
    this.bits(value + 1, length + 1);
  }

  /** A number that is about as large as others: in Rice's code, with so many bits as they are, and how often it exceeds them. */
  alike(value: number, usualBits: number): void {
    let times = value >>> usualBits;
    for (; times > 8; times -= 8) this.bits(0xff, 8);
    this.bits((1 << (times + 1)) - 2, times + 1);
    this.bits(value, usualBits);
  }

  /** All of it, filled up to a whole byte. */
  bytes(): Uint8Array {
    return Uint8Array.from(
      this.#openBits === 0 ? this.#bytes : [...this.#bytes, this.#open << (8 - this.#openBits)],
    );
  }
}

/** Reads what a BitWriter wrote. @throws RangeError if there is no more of it */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bits(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) value = (value << 1) | this.#next();
    return value;
  }

  small(): number {
    let length = 0;
    while (this.#next() === 0) length += 1;
    return ((1 << length) | this.bits(length)) - 1;
  }

  alike(usualBits: number): number {
    let times = 0;
    while (this.#next() === 1) times += 1;
    return (times << usualBits) | this.bits(usualBits);
  }

  #next(): number {
    const byte = this.#bytes[this.#at >>> 3];
    if (byte === undefined) throw new RangeError("a file of the index ends too early");
    const bit = (byte >>> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return bit;
  }
}

/** How many bits numbers usually have that are a total altogether. */
export function usualBits(total: number, count: number): number {
  // Most numbers are below their mean: this many bits are the fewest altogether where they lie anywhere.
  return 31 - Math.clz32(Math.max(1, Math.floor((total * 0.7) / count)));
}
