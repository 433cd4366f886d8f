/** Words that some write as one and some as two: `ceasefire`, `cease-fire` and `cease fire`. */
import type { WordNumbers } from "./word-numbers.ts";

/** Shorter pieces are put together by accident. */
const shortestPiece = 3;

export class CompoundWords {
  readonly #numbers: WordNumbers;
  /** The words of each record, by number. */
  readonly #records: Uint32Array[] = [];
  #found: Found | undefined;

  /** @param numbers of all words that are known in the end */
  constructor(numbers: WordNumbers) {
    this.#numbers = numbers;
  }

  /** Adds the words of the next record in their order; those with hyphens as one. */
  add(words: Uint32Array): void {
    this.#records.push(words);
  }

  /** How the words of a record are written in others, where one of them has them as one and one as two. */
  otherWays(record: number): readonly string[] {
    this.#found ??= foundIn(this.#records, this.#numbers);
    const { joined, pieces } = this.#found;
    const ways = [...(joined[record] ?? [])];
    for (const word of this.#records[record] ?? []) ways.push(...(pieces.get(word) ?? []));
    return ways.map((number) => this.#numbers.wordOf(number));
  }
}

type Found = {
  /** For each record, the words that it has as two, as one. */
  readonly joined: readonly ReadonlySet<number>[];
  /** Those words, with their pieces. */
  readonly pieces: ReadonlyMap<number, readonly number[]>;
};

function foundIn(records: readonly Uint32Array[], numbers: WordNumbers): Found {
  const wholes = wholesOf(numbers);
  const pieces = new Map<number, readonly number[]>();
  const joined = records.map((words) => {
    const own = new Set<number>();
    let first: number | undefined;
    for (const second of words) {
      const whole = first === undefined ? undefined : wholes.get(first)?.get(second);
      if (first !== undefined && whole !== undefined) {
        own.add(whole);
        pieces.set(whole, [first, second]);
      }
      first = second;
    }
    return own;
  });
  return { joined, pieces };
}

/** Of known words that are made of two known words: by the first of these, and then by the second. */
function wholesOf(numbers: WordNumbers): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const wholes = new Map<number, Map<number, number>>();
  for (const [whole, word] of numbers.words.entries()) {
    for (let cut = shortestPiece; cut <= word.length - shortestPiece; cut += 1) {
      const first = numbers.knownNumberOf(word.slice(0, cut));
      const second = first === undefined ? undefined : numbers.knownNumberOf(word.slice(cut));
      if (first === undefined || second === undefined) continue;
      const others = wholes.get(first) ?? new Map<number, number>();
      wholes.set(first, others.set(second, whole));
    }
  }
  return wholes;
}
