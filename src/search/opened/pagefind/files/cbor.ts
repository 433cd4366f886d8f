/** CBOR (RFC 8949) as Pagefind writes it: lists of lists, texts and whole numbers, and nothing else. */

const kinds = { number: 0, negative: 1, text: 3, list: 4 };

export class CborWriter {
  readonly #bytes: number[] = [];

  /** The beginning of a list of so many. */
  list(count: number): void {
    this.#head(kinds.list, count);
  }

  number(value: number): void {
    if (value < 0) this.#head(kinds.negative, -1 - value);
    else this.#head(kinds.number, value);
  }

  text(value: string): void {
    const text = encoder.encode(value);
    this.#head(kinds.text, text.length);
    for (const byte of text) this.#bytes.push(byte);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #head(kind: number, count: number): void {
    const size = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
    const sign = size === 0 ? count : { 1: 24, 2: 25, 4: 26 }[size];
    this.#bytes.push((kind << 5) | sign);
    for (let byte = size - 1; byte >= 0; byte -= 1) this.#bytes.push((count >>> (8 * byte)) & 0xff);
  }
}

/** Reads what is expected to come next. @throws if something else does */
export class CborReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The beginning of a list: how many it holds. @param expected how many it has to hold */
  list(expected?: number): number {
    const count = this.#countOf(kinds.list);
    if (expected !== undefined && count !== expected) throw otherForm();
    return count;
  }

  number(): number {
    const kind = (this.#bytes[this.#at] ?? 0) >> 5;
    return kind === kinds.negative ? -1 - this.#countOf(kind) : this.#countOf(kinds.number);
  }

  text(): string {
    const count = this.#countOf(kinds.text);
    this.#at += count;
    return decoder.decode(this.#bytes.subarray(this.#at - count, this.#at));
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw otherForm();
  }

  #countOf(kind: number): number {
    const head = this.#bytes[this.#at] ?? 0xff;
    const sign = head & 31;
    if (head >> 5 !== kind || sign > 26) throw otherForm();
    this.#at += 1;
    if (sign < 24) return sign;
    let count = 0;
    for (const end = this.#at + 2 ** (sign - 24); this.#at < end; this.#at += 1) {
      count = count * 0x100 + (this.#bytes[this.#at] ?? 0);
    }
    return count;
  }
}

function otherForm(): Error {
  return new Error("a file of Pagefind has another form than it had");
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
