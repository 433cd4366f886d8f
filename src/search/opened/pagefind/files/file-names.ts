/**
 * How the files of a part are named: pieces by what they hold, articles by what this was made of, so that browsers may keep
 * them for ever; and by what the part's list says anyway, so that few digits are enough.
 */

/** So many digits tell what a piece at one place has held at any time from each other, and the articles of one day. */
export const fewestDigits = 5;

/** @param place of the piece in the list */
export function piecePath(place: number, digits: string): string {
  return `index/${place}-${digits}.piece`;
}

/** CDNs refuse folders of 20,000 files and more: the articles of a part are spread over sixteen. @param day since 1970-01-01 */
export function articlePath(day: number, digits: string): string {
  return `fragment/${digits.slice(0, 1)}/${day}-${digits.slice(1)}.pf_fragment`;
}

/** As many first digits of each article's digest as give all articles names of their own. */
export function articleDigits(days: readonly number[], digests: readonly string[]): string[] {
  for (let count = fewestDigits; ; count += 1) {
    const digits = digests.map((digest) => digest.slice(0, count));
    const paths = new Set(digits.map((own, place) => articlePath(days[place] ?? 0, own)));
    // What is the same to the last digit is the same.
    if (paths.size === digests.length || digests.every(({ length }) => length <= count)) return digits;
  }
}

/** Texts that stand one after the other, each as long as the others. */
export function evenlyCut(text: string, count: number): string[] {
  const length = text.length / count;
  return Array.from({ length: count }, (_, place) => text.slice(place * length, (place + 1) * length));
}
