/** Words of a part by number: a number is compared, counted and kept at a fraction of what a text costs. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  /** The number of a word; of a new one, the next. */
  numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /** The number of a word that has one. */
  knownNumberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  wordOf(number: number): string {
    return this.#words[number] ?? "";
  }

  /** All words, each at the place of its number. */
  get words(): readonly string[] {
    return this.#words;
  }
}
