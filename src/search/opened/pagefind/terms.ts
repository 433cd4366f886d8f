/** Texts as Pagefind looks them up: in lower case and without punctuation, as its own script makes them. */

export type Term = {
  readonly plain: string;
  /** With its accents. */
  readonly asWritten: string;
  /** Whether it is quoted: to be found word for word. */
  readonly isExact: boolean;
};

const punctuation = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

/** Marks of all scripts but those that make other letters of kana. */
const accents = /(?![\u3099\u309A])\p{M}/gu;

export function termOf(text: string): Term {
  const written = text.replace(punctuation, "").toLowerCase().trim().split(/\s+/);
  const words = written.map((word) => [word, plainOf(word)] as const).filter(([, plain]) => plain !== "");
  return {
    plain: words.map(([, plain]) => plain).join(" "),
    asWritten: words.map(([word]) => word).join(" "),
    isExact: /^\s*".+"\s*$/.test(text),
  };
}

function plainOf(word: string): string {
  const plain = word.normalize("NFD").replace(accents, "");
  return /[\u3099\u309A]/.test(plain) ? plain.normalize("NFC") : plain;
}
