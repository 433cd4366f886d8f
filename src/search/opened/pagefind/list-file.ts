/**
 * Pagefind's list of a part's articles and pieces, written shorter for readers to load, and again as its code reads it:
 * CBOR (RFC 8949), arrays of texts and numbers and nothing else.
 */
/** What is alike stands together: servers compress some thousands of letters by one table. */
export type ListFile = {
  /** Of Pagefind. */
  readonly version: string;
  /** What the names of all articles and pieces begin with. */
  readonly prefix: string;
  /** How many letters of a name follow. */
  readonly length: number;
  /** The rest of the pieces' names, one after the other. */
  readonly pieces: string;
  /** The rest of the articles' names. */
  readonly articles: string;
  /** The rest of the names of the files that articles share; empty where each has its own. */
  readonly shared: string;
  /** How many words each article has, in hexadecimal digits: the first digits of all, then the second. */
  readonly words: string;
  /** The first and the last word of each piece: how many letters are those of the word before (A is none), and the rest. */
  readonly bounds: string;
  /** What Pagefind is told of articles beside their text, by its names. */
  readonly metas: readonly string[];
};

type Value = string | number | readonly Value[];

/** The list out of Pagefind's own file, unpacked. @throws if it holds anything that would be lost */
export function listFileOf(content: Uint8Array): ListFile {
  const [version, articles, pieces, , , metas] = listOf(read(content));
  const named = listOf(articles).map(listOf);
  const bounded = listOf(pieces).map(listOf);
  const names = named.map(([name]) => String(name));
  const files = named.map(([, , file]) => String(file));
  const pieceNames = bounded.map(([, , name]) => String(name));
  const first = names[0] ?? "";
  const prefix = first.slice(0, first.indexOf("_") + 1);
  const rest = (all: readonly string[]) => all.map((name) => name.slice(prefix.length)).join("");
  const list: ListFile = {
    version: String(version),
    prefix,
    length: first.length - prefix.length,
    pieces: rest(pieceNames),
    articles: rest(names),
    shared: rest(files),
    words: digitsOf(named.map(([, words]) => Number(words))),
    bounds: boundsText(bounded.flatMap((piece) => piece.slice(0, 2).map(String))),
    metas: listOf(metas).map(String),
  };
  const again = listContent(list);
  const isSame = again.length === content.length && again.every((byte, place) => byte === content[place]);
  if (!isSame) throw new Error("Pagefind's list of articles has another form than it had");
  return list;
}

/** The list as Pagefind's code reads it. */
export function listContent(list: ListFile): Uint8Array {
  const namesIn = (rest: string) =>
    Array.from(
      { length: rest.length / list.length },
      (_, place) => list.prefix + rest.slice(place * list.length, (place + 1) * list.length),
    );
  const names = namesIn(list.articles);
  const words = numbersIn(list.words, names.length);
  const files = namesIn(list.shared);
  const bounds = boundsIn(list.bounds);
  const articles = names.map((name, place) => [name, words[place] ?? 0, files[place] ?? ""]);
  const pieces = namesIn(list.pieces).map((name, place) => [
    bounds[place * 2] ?? "",
    bounds[place * 2 + 1] ?? "",
    name,
  ]);
  const bytes: number[] = [];
  write([list.version, articles, pieces, [], [], list.metas], bytes);
  return Uint8Array.from(bytes);
}

function digitsOf(numbers: readonly number[]): string {
  const digits = numbers.reduce((most, number) => Math.max(most, number), 0).toString(16).length;
  const written = numbers.map((number) => number.toString(16).padStart(digits, "0"));
  return Array.from({ length: digits }, (_, at) => written.map((number) => number[at]).join("")).join("");
}

function numbersIn(digits: string, count: number): number[] {
  const numbers = Array.from({ length: count }, () => 0);
  for (let at = 0; at < digits.length; at += 1) {
    const place = at % count;
    numbers[place] = (numbers[place] ?? 0) * 16 + Number.parseInt(digits[at] ?? "", 16);
  }
  return numbers;
}

/** The letters that count: words of the index are in lower case. */
const counters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function boundsText(words: readonly string[]): string {
  return words
    .map((word, place) => {
      const before = words[place - 1] ?? "";
      let shared = 0;
      while (shared < counters.length - 1 && shared < word.length && word[shared] === before[shared])
        shared += 1;
      return `${counters[shared]}${word.slice(shared)}`;
    })
    .join("");
}

function boundsIn(text: string): string[] {
  let before = "";
  return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, counter = "", rest = ""]) => {
    before = before.slice(0, counters.indexOf(counter)) + rest;
    return before;
  });
}

const kinds = { number: 0, text: 3, list: 4 };
const encoder = new TextEncoder();

function write(value: Value, bytes: number[]): void {
  if (typeof value === "number") {
    writeHead(kinds.number, value, bytes);
  } else if (typeof value === "string") {
    const text = encoder.encode(value);
    writeHead(kinds.text, text.length, bytes);
    bytes.push(...text);
  } else {
    writeHead(kinds.list, value.length, bytes);
    for (const item of value) write(item, bytes);
  }
}

function writeHead(kind: number, count: number, bytes: number[]): void {
  const size = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
  const sign = size === 0 ? count : { 1: 24, 2: 25, 4: 26 }[size];
  bytes.push((kind << 5) | sign);
  for (let byte = size - 1; byte >= 0; byte -= 1) bytes.push((count >>> (8 * byte)) & 0xff);
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function read(content: Uint8Array): Value {
  const decoder = new TextDecoder();
  let place = 0;
  const next = (): Value => {
    const head = content[place] ?? 0;
    place += 1;
    const sign = head & 31;
    const size = sign < 24 ? 0 : 2 ** (sign - 24);
    let count = size === 0 ? sign : 0;
    for (const end = place + size; place < end; place += 1) count = count * 0x100 + (content[place] ?? 0);
    const kind = head >> 5;
    if (kind === kinds.number) return count;
    if (kind === kinds.list) return Array.from({ length: Math.min(count, content.length) }, next);
    place += count;
    return decoder.decode(content.subarray(place - count, place));
  };
  return next();
}
