/** Words that some write as one and some as two: `ceasefire`, `cease-fire` and `cease fire`. */

/** Shorter pieces are put together by accident. */
const shortestPiece = 3;

export class CompoundWords {
  /** The words of each record. As one text they take a tenth of the memory. */
  readonly #texts: string[] = [];
  #found: Found | undefined;

  /** Adds the words of the next record in their order; those with hyphens as one. */
  add(words: readonly string[]): void {
    this.#texts.push(words.join(" "));
  }

  /** How the words of a record are written in others, where one of them has them as one and one as two. */
  otherWays(record: number, known: ReadonlyMap<string, number>): readonly string[] {
    this.#found ??= foundIn(this.#texts, known);
    const { joined, pieces } = this.#found;
    const ways = [...(joined[record] ?? [])];
    for (const word of (this.#texts[record] ?? "").split(" ")) ways.push(...(pieces.get(word) ?? []));
    return ways;
  }
}

type Found = {
  /** For each record, the words that it has as two, as one. */
  readonly joined: readonly ReadonlySet<string>[];
  /** Those words, with their pieces. */
  readonly pieces: ReadonlyMap<string, readonly string[]>;
};

function foundIn(texts: readonly string[], known: ReadonlyMap<string, number>): Found {
  const seconds = secondPieces(known);
  const pieces = new Map<string, readonly string[]>();
  const joined = texts.map((text) => {
    const own = new Set<string>();
    const words = text.split(" ");
    for (const [place, first] of words.entries()) {
      const second = words[place + 1];
      if (second === undefined || !seconds.get(first)?.has(second)) continue;
      own.add(first + second);
      pieces.set(first + second, [first, second]);
    }
    return own;
  });
  return { joined, pieces };
}

/** Of known words that are made of two known words: the first of these, with all that may follow. */
function secondPieces(known: ReadonlyMap<string, number>): ReadonlyMap<string, ReadonlySet<string>> {
  const seconds = new Map<string, Set<string>>();
  for (const word of known.keys()) {
    for (let cut = shortestPiece; cut <= word.length - shortestPiece; cut += 1) {
      const [first, second] = [word.slice(0, cut), word.slice(cut)];
      if (!known.has(first) || !known.has(second)) continue;
      const others = seconds.get(first) ?? new Set();
      seconds.set(first, others.add(second));
    }
  }
  return seconds;
}
