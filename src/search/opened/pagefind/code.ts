/**
 * Pagefind's WebAssembly, which reads its index. It is called as Pagefind's own script calls it, so this module goes
 * with the version of Pagefind that `package.json` names. Pagefind's script itself takes a piece of the index that did
 * not come for one that holds nothing.
 */

/** How Pagefind weighs what it finds: https://pagefind.app/docs/ranking/ */
export type Ranking = {
  readonly termFrequency?: number;
  readonly termSimilarity?: number;
  readonly termSaturation?: number;
  readonly pageLength?: number;
  readonly diacriticSimilarity?: number;
};

/** Where an index lies in the memory of the code. */
export type Pointer = number;

export class PagefindCode {
  readonly #exports: WebAssembly.Exports;

  private constructor(exports: WebAssembly.Exports) {
    this.#exports = exports;
  }

  /** @throws if the bytes are not Pagefind's code, or WebAssembly is not allowed */
  static async from(bytes: Uint8Array<ArrayBuffer>): Promise<PagefindCode> {
    const imports = { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: () => fillTable(exports) } };
    let exports: WebAssembly.Exports = {};
    exports = (await WebAssembly.instantiate(bytes, imports)).instance.exports;
    const code = new PagefindCode(exports);
    code.#call("__wbindgen_start");
    return code;
  }

  /** An index of which nothing is known but its list of articles and pieces. */
  newIndex(list: Uint8Array, ranking: Ranking): Pointer {
    const index = this.#pointerOf(this.#call("init_pagefind", ...this.#given(list)));
    const weights = {
      term_similarity: ranking.termSimilarity ?? null,
      page_length: ranking.pageLength ?? null,
      term_saturation: ranking.termSaturation ?? null,
      term_frequency: ranking.termFrequency ?? null,
      diacritic_similarity: ranking.diacriticSimilarity ?? null,
      meta_weights: null,
    };
    const text = this.#given(encoder.encode(JSON.stringify(weights)));
    return this.#pointerOf(this.#call("set_ranking_weights", index, ...text));
  }

  /** The index with another piece of it. */
  addPiece(index: Pointer, piece: Uint8Array): Pointer {
    return this.#pointerOf(this.#call("load_index_chunk", index, ...this.#given(piece)));
  }

  /** The names of the pieces that a text is looked up in, as JSON. */
  piecesFor(index: Pointer, term: string): string {
    return this.#taken(this.#call("request_indexes", index, ...this.#given(encoder.encode(term))));
  }

  /** What is found of a text in the pieces that are there, as JSON. @param asWritten the term with its accents */
  search(index: Pointer, term: string, asWritten: string, isExact: boolean): string {
    const texts = [term, asWritten, "{}", ""].flatMap((text) => this.#given(encoder.encode(text)));
    return this.#taken(this.#call("search", index, ...texts, Number(isExact), 0));
  }

  #call(name: string, ...values: number[]): unknown {
    const called = this.#exports[name];
    if (typeof called !== "function") throw new Error(`Pagefind's code has no ${name}`);
    return called(...values);
  }

  #pointerOf(value: unknown): Pointer {
    // A memory of 2 GB and more has addresses above the highest signed number.
    const pointer = Number(value) >>> 0;
    if (pointer === 0) throw new Error("Pagefind cannot read a file of the index");
    return pointer;
  }

  /** Copies bytes into the code's memory, which takes them over. */
  #given(bytes: Uint8Array): [place: number, length: number] {
    const place = this.#pointerOf(this.#call("__wbindgen_malloc", bytes.length, 1));
    this.#memory().set(bytes, place);
    return [place, bytes.length];
  }

  /** Copies a text out of the code's memory, and gives it free there. */
  #taken(answer: unknown): string {
    if (!Array.isArray(answer)) throw new Error("Pagefind's code gives no text");
    const [place, length] = answer.map((value) => Number(value) >>> 0);
    if (place === undefined || length === undefined) throw new Error("Pagefind's code gives no text");
    const text = decoder.decode(this.#memory().subarray(place, place + length));
    this.#call("__wbindgen_free", place, length, 1);
    return text;
  }

  /** Made anew for each use: the memory moves when it grows. */
  #memory(): Uint8Array {
    const { memory } = this.#exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error("Pagefind's code has no memory");
    return new Uint8Array(memory.buffer);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What wasm-bindgen wants of its host: the values that stand for themselves. */
function fillTable({ __wbindgen_externrefs: table }: WebAssembly.Exports): void {
  if (!(table instanceof WebAssembly.Table)) throw new Error("Pagefind's code has no table");
  const first = table.grow(4);
  table.set(0, undefined);
  for (const [place, value] of [undefined, null, true, false].entries()) table.set(first + place, value);
}
