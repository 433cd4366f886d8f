/** Shapes of values: what of them is there, and which lists are empty. Templates decide by nothing else. */

/** What is told of a string as it is, as templates may choose by it. */
const words: ReadonlySet<string> = new Set(["language", "direction"]);

/** What follows a field's name. */
const [absent, nothing, there, none, some, object, word, end] = [0, 1, 2, 3, 4, 5, 6, 7];
const meanings = 8;

/** Longer lists are as long as this. */
const lengthLimit = 20;

/** More than there are names, meanings and words together. */
const symbolLimit = 2 ** 20;

type NamedList = readonly [name: number, items: readonly unknown[]];

/**
 * The shapes that were seen, as one tree: from each node a number leads to the next, and what is new makes it grow. Below the
 * fields of a value, those of the objects in it included, stand its lists: their lengths, and every item by its place and its shape.
 */
export class Shapes {
  readonly #nodes = new Map<number, number>();
  readonly #symbols = new Map<string, number>();

  /**
   * Whether a value of a kind has a shape that none before it had, or an item in one of its lists has that no item had there in a
   * value of that shape.
   */
  isNew(kind: string, value: object): boolean {
    const before = this.#nodes.size;
    this.#follow(this.#step(0, this.#symbol(kind)), value);
    return this.#nodes.size > before;
  }

  #follow(start: number, value: unknown): void {
    const lists: NamedList[] = [];
    const node = this.#value(start, value, lists);
    for (const [name, items] of lists) {
      const list = this.#step(node, name);
      this.#step(list, meanings + Math.min(items.length, lengthLimit));
      for (const [index, item] of items.entries()) {
        const place = (index === 0 ? 1 : 0) + (index === items.length - 1 ? 2 : 0);
        this.#follow(this.#step(list, place), item);
      }
    }
  }

  /** Leads through a value, and notes its lists. */
  #value(start: number, value: unknown, lists: NamedList[], name = 0): number {
    if (Array.isArray(value)) {
      if (value.length > 0) lists.push([name, value]);
      return this.#step(start, name + (value.length === 0 ? none : some));
    }
    if (!isObject(value)) return this.#step(start, name + meaningOf(value));
    let node = this.#step(start, name + object);
    for (const field in value) {
      const inside = value[field];
      const symbol = this.#symbol(field);
      node =
        typeof inside === "string" && words.has(field)
          ? this.#step(this.#step(node, symbol + word), this.#symbol(inside))
          : this.#value(node, inside, lists, symbol);
    }
    return this.#step(node, end);
  }

  #symbol(text: string): number {
    let symbol = this.#symbols.get(text);
    if (symbol === undefined) {
      symbol = (this.#symbols.size + 1) * meanings;
      this.#symbols.set(text, symbol);
    }
    return symbol;
  }

  #step(node: number, symbol: number): number {
    const way = node * symbolLimit + symbol;
    let next = this.#nodes.get(way);
    if (next === undefined) {
      next = this.#nodes.size + 1;
      this.#nodes.set(way, next);
    }
    return next;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function meaningOf(value: unknown): number {
  if (value === undefined || value === null) return absent;
  return value ? there : nothing;
}
