/** The vocabulary of a part of the search: for suggestions, and to know words that are everywhere or written in two ways. */
import { allWords } from "../../../content/markup/body-blocks.ts";
import { stemMark, type WordsFile } from "../../index-format.ts";
import { otherSpelling, withoutMarks } from "../../spellings.ts";
import { readWords, wordsOf } from "../../words.ts";
import { CompoundWords } from "./compound-words.ts";
import type { EndingOf } from "./stems.ts";
import { WordNumbers } from "./word-numbers.ts";

/** Fewer articles say nothing about which words are common. */
const enoughArticles = 30;

/** Of so many articles, a word that stands only in one body is more likely a typing mistake than worth its bytes. */
const manyArticles = 1000;

/** Two names or more, one after the other. */
const names = /\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)+/gu;

/** Letters of Vietnamese and of nothing else. */
const vietnamese = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/;

/** What is read of a record beside its body. */
type RecordTexts = {
  readonly title: string;
  readonly description: string;
  readonly keywords: string;
  readonly language: string;
};

type WordFacts = {
  /** In how many records it stands, and which of them was the last. */
  count: number;
  last: number;
  /** How else it is written. */
  readonly spelling: string | undefined;
};

export class RecordWords {
  readonly #numbers = new WordNumbers();
  /** By the number of the word. */
  readonly #facts: WordFacts[] = [];
  readonly #prominent = new Set<string>();
  readonly #compounds = new CompoundWords(this.#numbers);
  readonly #others: string[][] = [];

  /** Counts the words of a record. Those of a part are added one after the other, before anything is asked. */
  add({ title, description, keywords, language }: RecordTexts, body: string): void {
    const prominentText = `${title} ${description} ${keywords}`;
    const bodyText = allWords(body);
    const prominent = readWords(prominentText);
    const read = [...prominent, ...readWords(bodyText)];
    const spellings: string[] = [];
    const foreign: string[] = [];
    const numbers = Uint32Array.from(read, ({ word, pieces }) => {
      const number = this.#noted(word, spellings);
      for (const piece of pieces) this.#noted(piece, spellings);
      // Pagefind cuts words at no sign but those of ASCII.
      if (!pieces.every((piece) => /^[\0-\x7f]+$/.test(piece))) foreign.push(...pieces);
      return number;
    });
    for (const { word, pieces } of prominent)
      for (const piece of [word, ...pieces]) this.#prominent.add(piece);
    this.#compounds.add(numbers);
    const isVietnamese = language.startsWith("vi");
    const names = [prominentText, bodyText].flatMap((text) => namesWithoutSpaces(text, isVietnamese));
    this.#others.push([...spellings, ...foreign, ...names]);
  }

  /** Counts a word of the record that is being added, and notes how else it is written, once for a record. */
  #noted(word: string, spellings: string[]): number {
    const record = this.#others.length;
    const number = this.#numbers.numberOf(word);
    const facts = this.#facts[number] ?? { count: 0, last: -1, spelling: otherSpelling(word) };
    if (facts.last === record) return number;
    this.#facts[number] = facts;
    facts.last = record;
    facts.count += 1;
    if (facts.spelling !== undefined) spellings.push(facts.spelling);
    return number;
  }

  /** The words of a record that are also written otherwise, the other way, with spaces between. */
  otherSpellings(place: number): string {
    return [...new Set([...(this.#others[place] ?? []), ...this.#compounds.otherWays(place)])].join(" ");
  }

  /** Words that stand in a third of the records and more, in the order of the alphabet. */
  common(): string[] {
    const records = this.#others.length;
    if (records < enoughArticles) return [];
    return this.#sorted(([, count]) => count * 3 >= records).map(([word]) => word);
  }

  /** Words worth suggesting, and in how many records they stand. */
  known(endingOf: EndingOf): WordsFile {
    const isWorth = ([word, count]: [string, number]) =>
      word.length > 2 &&
      word.length <= 30 &&
      /^\p{L}/u.test(word) &&
      (count > 1 || this.#others.length < manyArticles || this.#prominent.has(word));
    return Object.fromEntries(
      this.#sorted(isWorth).map(([word, count]) => {
        const stem = word.length - endingOf(word);
        return [stem < word.length ? word.slice(0, stem) + stemMark + word.slice(stem) : word, count];
      }),
    );
  }

  #sorted(isWanted: (entry: [string, number]) => boolean): [string, number][] {
    return this.#facts
      .map(({ count }, number): [string, number] => [this.#numbers.wordOf(number), count])
      .filter(isWanted)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Vietnamese names as those write them who have neither its marks nor its spaces: `hanoi` of `Hà Nội`. */
function namesWithoutSpaces(text: string, isVietnamese: boolean): string[] {
  if (!isVietnamese && !vietnamese.test(text)) return [];
  return Array.from(text.normalize("NFC").matchAll(names), ([name]) => name)
    .filter((name) => isVietnamese || vietnamese.test(name))
    .flatMap((name) => {
      const syllables = wordsOf(name).map((word) => withoutMarks(otherSpelling(word) ?? word));
      const pairs = syllables.slice(1).map((syllable, place) => `${syllables[place] ?? ""}${syllable}`);
      return syllables.length === 3 ? [...pairs, syllables.join("")] : pairs;
    });
}
