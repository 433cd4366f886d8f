/** What the search uses of https://webassembly.github.io/spec/js-api/, which Node's types leave out. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Table {
    grow(count: number): number;
    set(place: number, value?: unknown): void;
  }
  type Exports = Readonly<Record<string, ((...values: number[]) => unknown) | Memory | Table>>;
  type Imports = Record<string, Record<string, (...values: number[]) => void>>;
  function instantiate(
    code: BufferSource,
    imports: Imports,
  ): Promise<{ readonly instance: { readonly exports: Exports } }>;
}

type BufferSource = ArrayBufferView | ArrayBuffer;
