/** The description of an article: how long it may be, and what stands in for one. */
import { onDemand } from "../../values/on-demand.ts";

/** Search engines show about 160; two sentences take up to 200. */
export const descriptionLimitCharacters = 200;

const graphemes = onDemand(() => new Intl.Segmenter("und", { granularity: "grapheme" }));

/** A text as it may stand in for a description. @param text on one line */
export function standInFor(text: string): string {
  return cutAfterWord(text, descriptionLimitCharacters);
}

/**
 * A text whole where it is short enough, else cut after a word, or after a letter where it has no spaces, with an
 * ellipsis in the place of the rest.
 *
 * @param text on one line
 */
export function cutAfterWord(text: string, limitCharacters: number): string {
  // A character takes at most two UTF-16 units: no more of a long text need be looked at.
  const characters = [...text.slice(0, 2 * (limitCharacters + 1))];
  if (characters.length <= limitCharacters) return text;
  const kept = characters.slice(0, limitCharacters).join("");
  const space = kept.lastIndexOf(" ");
  const words = kept.slice(0, space > kept.length / 2 ? space : lastLetterEnd(kept));
  return /[.!?。！？]$/u.test(words)
    ? words
    : `${words.replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:、，；：]+$/u, "")}…`;
}

/** Where the last letter begins whose end may have been cut off: an emoji can be several characters. */
function lastLetterEnd(text: string): number {
  return [...graphemes().segment(text)].at(-1)?.index ?? 0;
}
