/** Keeping the lines of a text that nobody changed, where an editor has written the whole of it in its own way. */
import { diffArrays } from "diff";
import { type Stretch, stretchesOf } from "./stretches.ts";

/**
 * The edited text, in which every line that a person left alone is as it was in the original.
 *
 * @param original as the file has it
 * @param rewritten what the editor makes of the original before anybody changes a word
 * @param edited what the editor gives back in the end
 */
export function keptLines(original: string, rewritten: string, edited: string): string {
  const editedLines = edited.split("\n");
  const rewrittenLines = rewritten.split("\n");
  const places = placesOf(rewrittenLines, editedLines);
  const result: string[] = [];
  let at = 0;
  const takeEdited = (until: number) => {
    while (at < until) result.push(editedLines[at++] ?? "");
  };
  let start = 0;
  const stretches = stretchesOf(diffArrays(rewrittenLines, original.split("\n")));
  for (const { before: lines, after: originalLines } of stretches.flatMap(asShortAsCanBe)) {
    const own = places.slice(start, start + lines.length);
    const placeBefore = places[start - 1];
    const first = own.find((place) => place !== undefined);
    if (first !== undefined) takeEdited(first);
    // What the editor left out stays with the line before it.
    const isWhole =
      lines.length > 0
        ? own.every((place, index) => place === at + index)
        : start === 0 || (placeBefore !== undefined && at === placeBefore + 1);
    if (isWhole) {
      result.push(...originalLines);
      at += lines.length;
    }
    start += lines.length;
  }
  takeEdited(editedLines.length);
  return result.join("\n");
}

/** For each line of the first text its place in the second, where it stands there still. */
function placesOf(lines: string[], others: string[]): (number | undefined)[] {
  let at = 0;
  return stretchesOf(diffArrays(lines, others)).flatMap(({ isSame, before, after }) => {
    const start = at;
    at += after.length;
    return before.map((_, index) => (isSame ? start + index : undefined));
  });
}

/** Of as many lines as stand in their place, each stands for its own. */
function asShortAsCanBe({ before, after, ...stretch }: Stretch): Stretch[] {
  if (before.length !== after.length) return [{ ...stretch, before, after }];
  return before.map((line, index) => ({ ...stretch, before: [line], after: after.slice(index, index + 1) }));
}
