/**
 * A piece of the index: its words and the places where they stand, written shorter for readers to load than Pagefind
 * writes it, and again as its code reads it.
 *
 * A file begins with its words, each with its other spellings after it, as `sorted-words.ts` writes them, packed by
 * Deflate. Bits follow: for each word the articles that have it, how many other spellings it has, and the same of these.
 */
import { BitReader, BitWriter, usualBits } from "./bits.ts";
import { CborReader, CborWriter } from "./cbor.ts";
import { type Places, readPagefindPlaces, readPlaces, writePagefindPlaces, writePlaces } from "./places.ts";
import { sortedText, sortedWords } from "./sorted-words.ts";

/** In which articles a word stands, by their places in the list, in their order, and where. */
export type PlacedWord = {
  readonly word: string;
  readonly articles: readonly { readonly article: number; readonly places: readonly Places[] }[];
};

/** A word, and what else it is written like. */
export type IndexedWord = PlacedWord & { readonly others: readonly PlacedWord[] };

/** The beginning of a file tells in so many bytes how many its words take. */
const lengthBytes = 3;

/** Reads a piece of Pagefind's, unpacked. @throws if it holds anything that would be lost */
export function pagefindWords(content: Uint8Array): IndexedWord[] {
  const read = new CborReader(content);
  const placedWord = (): PlacedWord => {
    const word = read.text();
    let article = 0;
    const articles = Array.from({ length: read.list() }, () => {
      read.list(3);
      article += read.number();
      return { article, places: readPagefindPlaces(read) };
    });
    return { word, articles };
  };
  read.list(1);
  const words = Array.from({ length: read.list() }, () => {
    read.list(3);
    const word = placedWord();
    const others = Array.from({ length: read.list() }, () => {
      read.list(2);
      return placedWord();
    });
    return { ...word, others };
  });
  read.end();
  return words;
}

/** Writes a piece as a file. @param counts how many words each article of the part has @param packed packs text by Deflate */
export function pieceFileOf(
  words: readonly IndexedWord[],
  counts: readonly number[],
  packed: (text: string) => Uint8Array,
): Uint8Array {
  const bits = new BitWriter();
  const weights: number[] = [];
  const placeWord = ({ articles }: PlacedWord) => {
    bits.small(articles.length);
    const stepBits = usualBits(counts.length, articles.length);
    let before = 0;
    for (const { article, places } of articles) {
      bits.alike(article - before, stepBits);
      before = article;
      writePlaces(places, counts[article] ?? 0, weights, bits);
    }
  };
  bits.small(words.length);
  for (const word of words) {
    placeWord(word);
    bits.small(word.others.length);
    for (const other of word.others) placeWord(other);
  }
  const text = packed(sortedText(words.flatMap(({ word, others }) => [word, ...others.map(wordOf)])));
  const places = bits.bytes();
  const file = new Uint8Array(lengthBytes + text.length + places.length);
  file.set([text.length >> 16, text.length >> 8, text.length]);
  file.set(text, lengthBytes);
  file.set(places, lengthBytes + text.length);
  return file;
}

/** The words of a file, packed by Deflate as they are in it. */
export function packedWordsOf<Memory extends ArrayBufferLike>(file: Uint8Array<Memory>): Uint8Array<Memory> {
  return file.subarray(lengthBytes, endOfWords(file));
}

/** Reads a file. @param text its words, unpacked @throws if the file is not what it should be */
export function wordsInFile(file: Uint8Array, text: string, counts: readonly number[]): IndexedWord[] {
  const texts = sortedWords(text);
  const bits = new BitReader(file.subarray(endOfWords(file)));
  const weights: number[] = [];
  let next = 0;
  const placedWord = (): PlacedWord => {
    const word = texts[next] ?? "";
    next += 1;
    const count = bits.small();
    const stepBits = usualBits(counts.length, count);
    let article = 0;
    const articles = Array.from({ length: count }, () => {
      article += bits.alike(stepBits);
      return { article, places: readPlaces(bits, counts[article] ?? 0, weights) };
    });
    return { word, articles };
  };
  return Array.from({ length: bits.small() }, () => {
    const word = placedWord();
    return { ...word, others: Array.from({ length: bits.small() }, placedWord) };
  });
}

/** The piece as Pagefind's code reads it. @throws if the file is not what it should be */
export async function pieceContent(
  file: Uint8Array<ArrayBuffer>,
  counts: readonly number[],
): Promise<Uint8Array> {
  const words = wordsInFile(file, await unpackedText(packedWordsOf(file)), counts);
  const write = new CborWriter();
  const placeWord = ({ word, articles }: PlacedWord) => {
    write.text(word);
    write.list(articles.length);
    let before = 0;
    for (const { article, places } of articles) {
      write.list(3);
      write.number(article - before);
      before = article;
      writePagefindPlaces(places, write);
    }
  };
  write.list(1);
  write.list(words.length);
  for (const word of words) {
    write.list(3);
    placeWord(word);
    write.list(word.others.length);
    for (const other of word.others) {
      write.list(2);
      placeWord(other);
    }
  }
  return write.bytes();
}

function endOfWords([high = 0, middle = 0, low = 0]: Uint8Array): number {
  return lengthBytes + ((high << 16) | (middle << 8) | low);
}

function wordOf({ word }: PlacedWord): string {
  return word;
}

async function unpackedText(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
