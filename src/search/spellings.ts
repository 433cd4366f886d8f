/** How else words are written: without the letters of a language, by another keyboard, in other digits. */

const foldings: readonly (readonly [RegExp, string])[] = [
  [/ä/g, "ae"],
  [/ö/g, "oe"],
  [/ü/g, "ue"],
  [/ß/g, "ss"],
  [/[đð]/g, "d"],
  [/þ/g, "th"],
  [/ø/g, "o"],
  [/å/g, "aa"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ł/g, "l"],
  [/ı/g, "i"],
];

/** Arabic's article, alone or after "and", "so", "with", "like" and "for", and the vowel signs that few write. */
const arabicArticle = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u;
const arabicSigns = /[\u064B-\u0652\u0640]/g;

/**
 * Endings of Russian that Pagefind does not know, because it takes the mark of "й" away before it looks for a stem: in
 * their place another of the same words, by which "новый" and "рекой" have the stem of "нового" and "река".
 */
const russianEnding = /(?<=[а-яё]{3})[оы]й$/;

/** Where the ten digits of scripts begin that have their own. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

/**
 * How a word is written by those without its letters (`müller`: `mueller`; `đà`: `da`; `þór`: `thor`), without its
 * article (`القاهرة`: `قاهرة`), or in other digits (`٢٠٢٦`: `2026`). The index has such words this way, too. Undefined
 * where there is no other way. Lower case in, lower case out.
 */
export function otherSpelling(word: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(word)) return undefined;
  let other = word;
  if (/[\u0600-\u1fff]/.test(word)) other = inUsualDigits(word).replaceAll("ँ", "ं");
  if (/[\u0600-\u06ff]/.test(word)) {
    const letters = other.replace(arabicSigns, "");
    // Either keyboard's letters are looked up as they are: only words of both need another spelling.
    const isMixed = letters !== persianLetters(letters) && letters !== arabicLetters(letters);
    other = (isMixed ? arabicLetters(letters) : letters).replace(arabicArticle, "");
  } else if (/[äöüßđðþøåæœłı]/.test(word)) {
    for (const [letter, spelling] of foldings) other = other.replace(letter, spelling);
    other = withoutMarks(other);
  } else if (russianEnding.test(word)) {
    other = word.replace(russianEnding, "ом");
  }
  return other === word ? undefined : other;
}

/** The ways in which a word that is looked for may be written in the index, its own first. */
export function spellingsOf(word: string): string[] {
  const spellings = [word, otherSpelling(word) ?? word];
  for (const spelling of [...spellings]) {
    spellings.push(
      arabicLetters(spelling),
      persianLetters(spelling),
      spelling.replace(/(?<=\d)\.(?=\d)/, ","),
    );
  }
  return [...new Set(spellings)];
}

/** A word without its accents. */
export function withoutMarks(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

/** Kaf and yeh as Arabic keyboards have them. */
function arabicLetters(word: string): string {
  return word.replace(/ک/g, "ك").replace(/[یى]/g, "ي");
}

/** Kaf and yeh as Persian keyboards have them. */
function persianLetters(word: string): string {
  return word.replace(/ك/g, "ک").replace(/[يى]/g, "ی");
}

function inUsualDigits(word: string): string {
  return word.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
