/** Words in the order of the alphabet, each without what it shares with the one before. */

/** The letters that count: words of the index are in lower case. */
const counters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * For each word, how many of its first letters are those of the word before (A is none), and the rest.
 *
 * @throws if a word has one of the letters that count
 */
export function sortedText(words: readonly string[]): string {
  return words
    .map((word, place) => {
      if (/[A-Z]/.test(word)) throw new Error(`Pagefind has not put "${word}" into lower case`);
      const before = words[place - 1] ?? "";
      let shared = 0;
      while (shared < counters.length - 1 && shared < word.length && word[shared] === before[shared])
        shared += 1;
      // Half a surrogate pair is no text.
      if (/[\ud800-\udbff]/.test(word[shared - 1] ?? "")) shared -= 1;
      return `${counters[shared]}${word.slice(shared)}`;
    })
    .join("");
}

export function sortedWords(text: string): string[] {
  let before = "";
  return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, counter = "", rest = ""]) => {
    before = before.slice(0, counters.indexOf(counter)) + rest;
    return before;
  });
}

/** The order in which Pagefind has words: that of their letters' numbers in Unicode, which is not that of JavaScript's texts. */
export function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  return rankOf(a.charCodeAt(shared)) - rankOf(b.charCodeAt(shared));
}

/** Halves of surrogate pairs, of which letters beyond U+FFFF are made, come after all others, and the end of a word before. */
function rankOf(unit: number): number {
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
