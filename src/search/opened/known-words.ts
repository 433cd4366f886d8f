/** The vocabulary of all parts: in how many articles a word stands, and where its ending begins. */
import { stemMark, type WordsFile } from "../index-format.ts";

export type KnownWord = {
  readonly count: number;
  /** How many letters of it are an ending: of `riding`, three. */
  readonly ending: number;
};

export function knownWords(files: readonly WordsFile[]): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  for (const file of files) {
    for (const [written, articles] of Object.entries(file)) {
      const [stem = "", ending = ""] = written.split(stemMark);
      const word = stem + ending;
      const count = (words.get(word)?.count ?? 0) + articles;
      words.set(word, { count, ending: ending.length });
    }
  }
  return words;
}
