/**
 * A piece of the index: its words and the places where they stand, written shorter for readers to load than Pagefind
 * writes it, and again as its code reads it. In CBOR each place takes one to three bytes; here it takes the bits that it
 * needs in an article of so many words.
 *
 * A file begins with its words, each with its other spellings after it, as `sorted-words.ts` writes them, packed by
 * Deflate. Bits follow: for each word the articles that have it, how many other spellings it has, and the same of these.
 */
import { BitReader, BitWriter, usualBits } from "./bits.ts";
import { CborReader, CborWriter } from "./cbor.ts";
import { sortedText, sortedWords } from "./sorted-words.ts";

/** The beginning of a file tells in so many bytes how many its words take. */
const lengthBytes = 3;

/** Places of words of one weight that follow each other: those of a heading, or of keywords. */
const nearBits = 3;

/**
 * Writes a piece of Pagefind's, unpacked, as a file.
 *
 * @param counts how many words each article of the part has
 * @param packed packs text by Deflate
 * @throws if the piece holds anything that would be lost
 */
export function pieceFileOf(
  content: Uint8Array,
  counts: readonly number[],
  packed: (text: string) => Uint8Array,
): Uint8Array {
  const read = new CborReader(content);
  const bits = new BitWriter();
  const weights: number[] = [];
  const words: string[] = [];
  const copyWord = () => {
    words.push(read.text());
    const articles = read.list();
    bits.small(articles);
    const stepBits = usualBits(counts.length, articles);
    let article = 0;
    for (let left = articles; left > 0; left -= 1) {
      read.list(3);
      const step = read.number();
      bits.alike(step, stepBits);
      article += step;
      writePlaces(readPlaces(read), counts[article] ?? 0, weights, bits);
    }
  };
  read.list(1);
  const count = read.list();
  bits.small(count);
  for (let left = count; left > 0; left -= 1) {
    read.list(3);
    copyWord();
    const others = read.list();
    bits.small(others);
    for (let other = others; other > 0; other -= 1) {
      read.list(2);
      copyWord();
    }
  }
  read.end();
  const text = packed(sortedText(words));
  const places = bits.bytes();
  const file = new Uint8Array(lengthBytes + text.length + places.length);
  file.set([text.length >> 16, text.length >> 8, text.length]);
  file.set(text, lengthBytes);
  file.set(places, lengthBytes + text.length);
  return file;
}

/** The piece as Pagefind's code reads it. @throws if the file is not what it should be */
export async function pieceContent(
  file: Uint8Array<ArrayBuffer>,
  counts: readonly number[],
): Promise<Uint8Array> {
  const [high = 0, middle = 0, low = 0] = file;
  const end = lengthBytes + ((high << 16) | (middle << 8) | low);
  const words = sortedWords(await unpackedText(file.subarray(lengthBytes, end)));
  const bits = new BitReader(file.subarray(end));
  const write = new CborWriter();
  const weights: number[] = [];
  let word = 0;
  const copyWord = () => {
    write.text(words[word] ?? "");
    word += 1;
    const articles = bits.small();
    write.list(articles);
    const stepBits = usualBits(counts.length, articles);
    let article = 0;
    for (let left = articles; left > 0; left -= 1) {
      const step = bits.alike(stepBits);
      article += step;
      write.list(3);
      write.number(step);
      for (const list of placesIn(bits, counts[article] ?? 0, weights)) {
        write.list(list.length);
        for (const place of list) write.number(place);
      }
    }
  };
  write.list(1);
  const count = bits.small();
  write.list(count);
  for (let left = count; left > 0; left -= 1) {
    write.list(3);
    copyWord();
    const others = bits.small();
    write.list(others);
    for (let other = others; other > 0; other -= 1) {
      write.list(2);
      copyWord();
    }
  }
  return write.bytes();
}

/** Places of one weight, as Pagefind writes them: the first, then by how many words each comes after the one before. */
type Group = { readonly weight: number; readonly steps: number[] };

/** Instead of a weight, for places beside the text: in what a template of a site tells Pagefind of an article. */
const beside = 0;

/** A negative number stands before places of another weight. */
function readPlaces(read: CborReader): Group[] {
  const groups: Group[] = [];
  for (let left = read.list(); left > 0; left -= 1) {
    const value = read.number();
    const group = groups.at(-1);
    if (value < 0) groups.push({ weight: -value, steps: [] });
    else if (group === undefined) throw new Error("Pagefind gives a place no weight");
    else group.steps.push(value);
  }
  const others = Array.from({ length: read.list() }, () => read.number());
  // Those in another field have a negative number before them: they are the odd ones.
  if (others.length > 0)
    groups.push({ weight: beside, steps: others.map((value) => (value < 0 ? -2 * value - 1 : 2 * value)) });
  if (groups.length === 0 || groups.some(({ steps }) => steps.length === 0))
    throw new Error("Pagefind gives a word no place in an article that has it");
  return groups;
}

/** @param words how many the article has @param weights those that have occurred; a new one is added */
function writePlaces(groups: readonly Group[], words: number, weights: number[], bits: BitWriter): void {
  bits.small(groups.length - 1);
  for (const [at, { weight, steps }] of groups.entries()) {
    const known = weights.indexOf(weight);
    bits.small(known === -1 ? weights.length : known);
    if (known === -1) {
      weights.push(weight);
      bits.small(weight);
    }
    bits.small(steps.length - 1);
    for (const [place, step] of steps.entries()) bits.alike(step, bitsOf(at, place, steps.length, words));
  }
}

/** The places in the text, and those beside it. */
function placesIn(bits: BitReader, words: number, weights: number[]): readonly [number[], number[]] {
  const places: number[] = [];
  const others: number[] = [];
  const groups = bits.small() + 1;
  for (let at = 0; at < groups; at += 1) {
    const known = bits.small();
    if (known === weights.length) weights.push(bits.small());
    const weight = weights[known] ?? beside;
    if (weight !== beside) places.push(-weight);
    const steps = bits.small() + 1;
    for (let place = 0; place < steps; place += 1) {
      const step = bits.alike(bitsOf(at, place, steps, words));
      if (weight !== beside) places.push(step);
      else others.push(step % 2 === 1 ? -(step + 1) / 2 : step / 2);
    }
  }
  return [places, others];
}

/** The text of an article comes first: words of it lie anywhere. What has other weights stands at its end, close together. */
function bitsOf(group: number, place: number, steps: number, words: number): number {
  if (group === 0) return usualBits(words, steps + 1);
  return place === 0 ? usualBits(words * 2, 1) : nearBits;
}

async function unpackedText(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
