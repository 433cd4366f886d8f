/** Short texts by number, beside the memory that is searched for garbage: there may be hundreds of thousands. */

const pieceBytes = 1024 * 1024;

export class PackedTexts {
  readonly #pieces: Buffer[] = [];
  /** Of the last piece. */
  #filled = Number.POSITIVE_INFINITY;
  /** Of each text the piece, where it begins there, and its bytes. */
  readonly #places: number[] = [];

  get length(): number {
    return this.#places.length / 3;
  }

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.#filled + bytes > pieceBytes) {
      this.#pieces.push(Buffer.allocUnsafeSlow(Math.max(pieceBytes, bytes)));
      this.#filled = 0;
    }
    this.#pieces.at(-1)?.write(text, this.#filled);
    this.#places.push(this.#pieces.length - 1, this.#filled, bytes);
    this.#filled += bytes;
  }

  at(index: number): string | undefined {
    const [piece, start = 0, bytes = 0] = this.#places.slice(3 * index, 3 * index + 3);
    return piece === undefined ? undefined : this.#pieces[piece]?.toString("utf8", start, start + bytes);
  }
}
