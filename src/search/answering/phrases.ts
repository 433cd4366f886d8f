/** Quoted phrases are exact: Pagefind finds inflections of their words, too ("night shifts" for "night shift"). */
import { unlessLost } from "../opened/pagefind/lost-file.ts";
import { wordsOf } from "../words.ts";
import type { Answer } from "./ranking.ts";

/** Each costs a file; hardly anybody reads on so far. */
const answersChecked = 30;

/** The answers without those of the first thirty in whose text a phrase does not stand word for word. */
export async function withPhrases(answers: readonly Answer[], phrases: readonly string[]): Promise<Answer[]> {
  if (phrases.length === 0) return [...answers];
  const checks = await Promise.all(
    answers.slice(0, answersChecked).map(async ({ result }) => {
      const page = await unlessLost(result.data());
      return page === undefined || phrases.every((phrase) => hasPhrase(page.content, phrase));
    }),
  );
  return answers.filter((_, rank) => checks[rank] ?? true);
}

/** Whether the words of a phrase stand in a text one after the other. Accents and case count for nothing. */
export function hasPhrase(text: string, phrase: string): boolean {
  return plainWords(text).includes(plainWords(phrase));
}

function plainWords(text: string): string {
  return ` ${wordsOf(text).join(" ").normalize("NFD").replace(/\p{M}/gu, "")} `;
}
