/** The endings of words, by the stemming algorithms of their languages. */
import { withoutMarks } from "../../spellings.ts";

type Stemming = { readonly stemmer: (word: string) => string };

const stemmings: Readonly<Record<string, () => Promise<Stemming>>> = {
  ar: () => import("@orama/stemmers/arabic"),
  da: () => import("@orama/stemmers/danish"),
  de: () => import("@orama/stemmers/german"),
  el: () => import("@orama/stemmers/greek"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  ga: () => import("@orama/stemmers/irish"),
  hi: () => import("@orama/stemmers/indian"),
  hu: () => import("@orama/stemmers/hungarian"),
  hy: () => import("@orama/stemmers/armenian"),
  id: () => import("@orama/stemmers/indonesian"),
  it: () => import("@orama/stemmers/italian"),
  lt: () => import("@orama/stemmers/lithuanian"),
  nb: () => import("@orama/stemmers/norwegian"),
  ne: () => import("@orama/stemmers/nepali"),
  nl: () => import("@orama/stemmers/dutch"),
  nn: () => import("@orama/stemmers/norwegian"),
  no: () => import("@orama/stemmers/norwegian"),
  pt: () => import("@orama/stemmers/portuguese"),
  ro: () => import("@orama/stemmers/romanian"),
  ru: () => import("@orama/stemmers/russian"),
  sr: () => import("@orama/stemmers/serbian"),
  sv: () => import("@orama/stemmers/swedish"),
  ta: () => import("@orama/stemmers/tamil"),
  tr: () => import("@orama/stemmers/turkish"),
};

/** How many letters of a word are its ending: of `riding`, three. */
export type EndingOf = (word: string) => number;

/** Tells endings in a language. @param language ISO 639-1; of one that is not known, no word has an ending */
export async function endingsIn(language: string): Promise<EndingOf> {
  const stemming = await stemmings[language]?.();
  if (stemming === undefined) return () => 0;
  return (word) => {
    const [stem, letters] = [stemming.stemmer(word), word].map(withoutMarks);
    if (stem === undefined || letters === undefined) return 0;
    let shared = 0;
    while (shared < stem.length && stem[shared] === letters[shared]) shared += 1;
    return letters.length - shared;
  };
}
