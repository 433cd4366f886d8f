/** Slugs: the part of an address that names an article or a term. */

/** File systems take names of 255 bytes; some room is left for what is added to a name. */
export const slugLimitBytes = 240;

/** Languages whose capital of "ı" is "I", and of "i" is "İ": https://www.unicode.org/Public/UNIDATA/SpecialCasing.txt */
const dotless = /^(?:tr|az)(?:-|$)/i;

/**
 * The slug of a name: letters, marks and digits of every script, in lower case and NFC, with hyphens between.
 * Apostrophes vanish ("women's" is "womens"), and so does what nobody sees: soft hyphens, joiners, variation
 * selectors, and a dot above a small i. A mark that stands on neither letter nor digit goes with what it stands on.
 * Text without any letter or digit gives the empty string, which callers must refuse.
 * `slugOf(slugOf(x, l), l) === slugOf(x, l)`.
 *
 * @param language BCP 47: the letter case of some is their own
 */
export function slugOf(name: string, language = "en"): string {
  const composed = name.normalize("NFC");
  const letters = (dotless.test(language) ? composed.toLocaleLowerCase("tr") : composed.toLowerCase())
    .replace(/['’ʼ]|\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/i\u0307+/gu, "i");
  return (letters.match(word) ?? []).join("-").normalize("NFC");
}

/** Of no more letters than a pattern's stack has room for; a longer one is no name, and is parted. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,99999}/gu;

/** Whether a slug is short enough to be the name of a folder on every file system. */
export function fitsFileName(slug: string): boolean {
  return new TextEncoder().encode(slug).length <= slugLimitBytes;
}
