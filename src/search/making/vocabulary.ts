/** The vocabulary of a part of the search: for suggestions, and to know words that are everywhere. */
import { allWords } from "../../content/markup/body-blocks.ts";
import type { WordsFile } from "../index-format.ts";
import { otherSpelling, wordsOf } from "../words.ts";
import type { SearchRecord } from "./records.ts";

/** Fewer articles say nothing about which words are common. */
const enoughArticles = 30;

/** Of so many articles, a word that stands only in one body is more likely a typing mistake than worth its bytes. */
const manyArticles = 1000;

export class RecordWords {
  readonly #counts = new Map<string, number>();
  readonly #prominent = new Set<string>();
  #records = 0;

  /** Counts the words of a record. Gives those that are also written otherwise, the other way, with spaces between. */
  add(record: SearchRecord): string {
    this.#records += 1;
    const prominent = wordsOf(`${record.title} ${record.description} ${record.keywords}`);
    const words = new Set([...prominent, ...wordsOf(allWords(String(record.body)))]);
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    for (const word of prominent) this.#prominent.add(word);
    const others = [...words].map(otherSpelling).filter((other) => other !== undefined);
    return [...new Set(others)].join(" ");
  }

  /** Words that stand in a third of the records and more, in the order of the alphabet. */
  common(): string[] {
    if (this.#records < enoughArticles) return [];
    return this.#sorted(([, count]) => count * 3 >= this.#records).map(([word]) => word);
  }

  /** Words worth suggesting, and in how many records they stand. */
  known(): WordsFile {
    return Object.fromEntries(
      this.#sorted(
        ([word, count]) =>
          word.length > 2 &&
          word.length <= 30 &&
          /^\p{L}/u.test(word) &&
          (count > 1 || this.#records < manyArticles || this.#prominent.has(word)),
      ),
    );
  }

  #sorted(isWanted: (entry: [string, number]) => boolean): [string, number][] {
    return [...this.#counts].filter(isWanted).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
