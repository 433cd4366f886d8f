/** Texts that are nearly the same: MinHash over word shingles, in time that grows with the number of texts alone. */

/** Words of a shingle. Of five, chance finds few in common, and one changed word changes only five. */
const shingleWords = 5;
/** A signature is so many bands of so many least hashes; texts that agree in one band are compared. */
const bandCount = 16;
const bandRows = 4;
const binCount = bandCount * bandRows;

export type NearDuplicate<Key> = {
  readonly key: Key;
  /** The text before it that it repeats. */
  readonly earlier: Key;
  /** How much of both texts they share, from 0 to 1 (Jaccard index of their shingles). */
  readonly likeness: number;
};

/**
 * Finds texts that repeat an earlier one. Each is compared with the first text of each bucket it falls into, so that
 * a thousand copies of one story cost a thousand comparisons and not half a million.
 *
 * @param texts plain text, in order
 * @param threshold from which likeness on two texts count as nearly the same
 */
export function nearDuplicates<Key>(
  texts: Iterable<{ readonly key: Key; readonly text: string }>,
  threshold: number,
): NearDuplicate<Key>[] {
  const found: NearDuplicate<Key>[] = [];
  const buckets = new Map<string, { key: Key; shingles: ReadonlySet<number> }>();
  for (const { key, text } of texts) {
    const shingles = shinglesOf(text);
    // A headline's worth of text is alike by chance.
    if (shingles.size < 2 * shingleWords) continue;
    const bands = bandsOf(shingles);
    const candidates = new Set(bands.flatMap((band) => buckets.get(band) ?? []));
    let best: NearDuplicate<Key> | undefined;
    for (const { key: earlier, shingles: others } of candidates) {
      const likeness = jaccard(shingles, others);
      if (likeness >= threshold && likeness > (best?.likeness ?? 0)) best = { key, earlier, likeness };
    }
    if (best !== undefined) found.push(best);
    const own = { key, shingles };
    for (const band of bands) if (!buckets.has(band)) buckets.set(band, own);
  }
  return found;
}

/** Hashes of every run of words. Scripts that write no spaces are taken letter by letter. */
function shinglesOf(text: string): Set<number> {
  const words = text.normalize("NFKC").toLowerCase().match(wordOrLetter) ?? [];
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let start = 0; start + shingleWords <= hashes.length; start += 1) {
    let mixed = 0;
    for (let index = start; index < start + shingleWords; index += 1) {
      mixed = Math.imul(mixed ^ (hashes[index] ?? 0), 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    shingles.add(mixed >>> 0);
  }
  return shingles;
}

const wordOrLetter = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/**
 * The bands of a signature as texts. One permutation, cut into bins (Li, Owen and Zhang, "One Permutation Hashing",
 * 2012): each bin keeps the least hash that fell into it, and an empty one borrows from the next (Shrivastava and
 * Li, 2014).
 */
function bandsOf(shingles: ReadonlySet<number>): string[] {
  const least = new Float64Array(binCount).fill(Number.POSITIVE_INFINITY);
  for (const hash of shingles) {
    const bin = hash % binCount;
    if (hash < (least[bin] ?? 0)) least[bin] = hash;
  }
  const signature = Array.from({ length: binCount }, (_, bin) => {
    let steps = 0;
    while (least[(bin + steps) % binCount] === Number.POSITIVE_INFINITY && steps < binCount) steps += 1;
    return `${steps}.${least[(bin + steps) % binCount]}`;
  });
  return Array.from({ length: bandCount }, (_, band) => {
    return `${band}:${signature.slice(band * bandRows, (band + 1) * bandRows).join()}`;
  });
}

function jaccard(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let shared = 0;
  for (const value of some) if (others.has(value)) shared += 1;
  return shared / (some.size + others.size - shared);
}
