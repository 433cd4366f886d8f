/** Changes of a text that readers should be told of: more than typing mistakes. */
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import { slipsBetween } from "../../content/names/slips.ts";
import { unspacedLetters } from "../../content/values/language.ts";
import { stretchesOf } from "../../content/writing/stretches.ts";

/** A text of which so many words changed is another text; to look further would take long. */
const editLimitWords = 2000;

type Word = { readonly text: string; readonly line: number };

/** A piece of text and the 1-based line of its file that it begins on. */
export type TextPiece = { readonly text: string; readonly line: number };

/**
 * The lines of the new text, 1-based and in order, in which more changed than typing mistakes. Where words are gone,
 * the line of the word after them is meant, or the last line.
 *
 * Letter case, punctuation, and where lines and words are parted count for nothing. A word for another is a typing
 * mistake where `isTypingMistake` says so. A word more or less never is one.
 */
export function silentlyEditedLines(before: readonly TextPiece[], after: readonly TextPiece[]): number[] {
  const [oldWords, newWords] = [wordsOf(before), wordsOf(after)];
  const changes = diffArrays(
    oldWords.map(({ text }) => text),
    newWords.map(({ text }) => text),
    { maxEditLength: editLimitWords },
  );
  const lineAt = (index: number) => (newWords[index] ?? newWords.at(-1) ?? after[0])?.line ?? 1;
  if (changes === undefined) return [lineAt(0)];
  const lines = new Set<number>();
  let index = 0;
  for (const { isSame, before: removed, after: added } of stretchesOf(changes)) {
    const isTold = !isSame && !isTypingMistakes(removed, added);
    for (let at = 0; isTold && at < Math.max(added.length, 1); at += 1) lines.add(lineAt(index + at));
    index += added.length;
  }
  return [...lines].sort((a, b) => a - b);
}

/** Scripts that write no spaces are taken letter by letter. */
const wordOrLetter = new RegExp(
  String.raw`[${unspacedLetters}]|[\p{L}\p{M}\p{N}%€$£¥]+(?:['’.,]\p{N}+)*`,
  "gu",
);

function wordsOf(pieces: readonly TextPiece[]): Word[] {
  return pieces.flatMap(({ text, line }) =>
    text.split("\n").flatMap((lineText, index) =>
      (lineText.replace(/(\p{L})['’](?=\p{L})/gu, "$1").match(wordOrLetter) ?? []).map((word) => ({
        text: word.normalize("NFC").toLowerCase(),
        line: line + index,
      })),
    ),
  );
}

function isTypingMistakes(removed: readonly string[], added: readonly string[]): boolean {
  // Words that were run together, or parted.
  if (removed.join("") === added.join("")) return true;
  if (removed.length !== added.length) return false;
  return removed.every((word, index) => isTypingMistake(word, added[index] ?? ""));
}

/**
 * Whether one word is likely the other, mistyped: without figures, with one first letter, and either two letters that
 * stand beside each other changed places (from three letters on), or one letter differs (from five letters on), or two
 * do (from eight on). So "recieve" may become "receive", but not "now" "not", "legal" "illegal" or "3.4" "4.3".
 */
export function isTypingMistake(before: string, after: string): boolean {
  if (before === after) return true;
  if (/\p{N}/u.test(before + after) || before[0] !== after[0]) return false;
  const length = Math.min(before.length, after.length);
  const steps = distance(before, after);
  // Of two steps that are one slip, the slip is two letters that changed places.
  if (length >= 3 && steps === 2 && slipsBetween(before, after, 1) === 1) return true;
  return steps <= (length >= 8 ? 2 : length >= 5 ? 1 : 0);
}
