/** Texts that are nearly the same: MinHash over word shingles, in time that grows with the number of texts alone. */

import { unspacedLetters } from "../../content/values/language.ts";

/** Words of a shingle. Of five, chance finds few in common, and one changed word changes only five. */
const shingleWords = 5;
/** A signature is so many bands of so many least hashes; texts that agree in one band are compared. */
const bandCount = 16;
const bandRows = 4;
const binCount = bandCount * bandRows;

/** The hashes of a text's bands, none of a text too short to tell. */
export type Signature = Uint32Array;

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
  const buckets = new Map<number, { key: Key; shingles: Uint32Array }>();
  for (const { key, text } of texts) {
    const shingles = shinglesOf(text);
    const own = { key, shingles };
    const candidates = new Set<typeof own>();
    for (const band of signed(shingles)) {
      const first = buckets.get(band);
      if (first === undefined) buckets.set(band, own);
      else candidates.add(first);
    }
    const best = nearestOf(own, candidates, threshold);
    if (best !== undefined) found.push(best);
  }
  return found;
}

export function signatureOf(text: string): Signature {
  return signed(shinglesOf(text));
}

/**
 * Of some texts those that decide, by `nearDuplicates`, which others the ones asked about repeat, and by which they are repeated.
 *
 * @param texts in order
 */
export function decisiveTexts<Text extends { readonly signature: Signature }>(
  texts: readonly Text[],
  isAsked: (text: Text) => boolean,
): Text[] {
  const bandsIn = (some: readonly Text[]) => new Set(some.flatMap(({ signature }) => [...signature]));
  const wanted = texts.filter(isAsked);
  const asked = bandsIn(wanted);
  const near = new Set(texts.filter(({ signature }) => signature.some((band) => asked.has(band))));
  if (near.size === wanted.length && wanted.length < 2) return [];
  const unseen = bandsIn([...near]);
  return texts.filter((text) => {
    // Each text is compared with the first of each band.
    const firsts = text.signature.filter((band) => unseen.delete(band));
    return firsts.length > 0 || near.has(text);
  });
}

function nearestOf<Key>(
  { key, shingles }: { key: Key; shingles: Uint32Array },
  candidates: ReadonlySet<{ key: Key; shingles: Uint32Array }>,
  threshold: number,
): NearDuplicate<Key> | undefined {
  let best: NearDuplicate<Key> | undefined;
  if (candidates.size === 0) return best;
  const own = new Set(shingles);
  for (const { key: earlier, shingles: others } of candidates) {
    const likeness = jaccard(own, new Set(others));
    if (likeness >= threshold && likeness > (best?.likeness ?? 0)) best = { key, earlier, likeness };
  }
  return best;
}

/** Hashes of every run of words, in order. Scripts that write no spaces are taken letter by letter. */
function shinglesOf(text: string): Uint32Array {
  const hashes = wordHashesOf(text.normalize("NFKC").toLowerCase());
  const shingles = new Uint32Array(Math.max(0, hashes.length - shingleWords + 1));
  // A hash that rolls on: the word that leaves is taken out again (Karp and Rabin, 1987).
  let rolling = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    const leaving = hashes[index - shingleWords] ?? 0;
    rolling = (Math.imul(rolling, factor) + (hashes[index] ?? 0) - Math.imul(leaving, factorOfLeaving)) | 0;
    if (index + 1 >= shingleWords) shingles[index + 1 - shingleWords] = mix(rolling, 0);
  }
  return shingles;
}

const factor = 0x01000193;
const factorOfLeaving = Array.from({ length: shingleWords }).reduce(
  (power: number) => Math.imul(power, factor),
  1,
);

const unseen = 0;
const separator = 1;
const partOfWord = 2;
const wordByItself = 3;

const unspaced = new RegExp(`[${unspacedLetters}]`, "u");

/** What each UTF-16 unit is. A table, since this is asked of every letter of a site. Surrogates are parts of words. */
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit);
  if (unspaced.test(letter)) return wordByItself;
  return /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(letter) ? partOfWord : separator;
}

/** FNV-1a of each word. */
function wordHashesOf(text: string): number[] {
  const hashes: number[] = [];
  let hash = emptyHash;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    let kind = kinds[unit] ?? unseen;
    if (kind === unseen) {
      kind = kindOf(unit);
      kinds[unit] = kind;
    }
    if (kind !== partOfWord && hash !== emptyHash) {
      hashes.push(hash);
      hash = emptyHash;
    }
    if (kind === partOfWord) hash = Math.imul(hash ^ unit, 0x01000193);
    else if (kind === wordByItself) hashes.push(Math.imul(emptyHash ^ unit, 0x01000193));
  }
  if (hash !== emptyHash) hashes.push(hash);
  return hashes;
}

const emptyHash = 0x811c9dc5;

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function signed(shingles: Uint32Array): Signature {
  // A headline's worth of text is alike by chance.
  return shingles.length < 2 * shingleWords ? new Uint32Array(0) : Uint32Array.from(bandsOf(shingles));
}

/**
 * The bands of a signature, each a hash. One permutation, cut into bins (Li, Owen and Zhang, "One Permutation Hashing",
 * 2012): each bin keeps the least hash that fell into it, and an empty one borrows from the next (Shrivastava and
 * Li, 2014).
 */
function bandsOf(shingles: Uint32Array): number[] {
  const least = new Float64Array(binCount).fill(Number.POSITIVE_INFINITY);
  for (const hash of shingles) {
    const bin = hash % binCount;
    if (hash < (least[bin] ?? 0)) least[bin] = hash;
  }
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = band;
    for (let bin = band * bandRows; bin < (band + 1) * bandRows; bin += 1) {
      let steps = 0;
      while (least[(bin + steps) % binCount] === Number.POSITIVE_INFINITY && steps < binCount) steps += 1;
      hash = mix(mix(hash, steps), least[(bin + steps) % binCount] ?? 0);
    }
    return hash;
  });
}

function jaccard(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let shared = 0;
  for (const value of some) if (others.has(value)) shared += 1;
  return shared / (some.size + others.size - shared);
}
