/** Keeping the lines of a text that nobody changed, where an editor has written the whole of it in its own way. */
import { diffArrays } from "diff";

/** Lines of the rewritten text from `start` on, and what stood in the original in their place. */
type Stretch = { readonly start: number; readonly count: number; readonly original: readonly string[] };

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
  const isKept = keptOf(rewrittenLines, editedLines);
  const stretches = stretchesBetween(rewrittenLines, original.split("\n"));
  const result: string[] = [];
  let at = 0;
  const takeEdited = (until: number) => {
    while (at < until) result.push(editedLines[at++] ?? "");
  };
  for (const { start, count, original: lines } of stretches) {
    const places = Array.from({ length: count }, (_, index) => isKept[start + index]);
    const first = places.find((place) => place !== undefined);
    if (count > 0 && first === undefined) continue;
    if (count === 0) {
      // What the editor left out stays with the line before it.
      const before = isKept[start - 1];
      if (start === 0 || (before !== undefined && at === before + 1)) result.push(...lines);
      continue;
    }
    takeEdited(first ?? at);
    const isWhole = places.every((place, index) => place === at + index);
    if (!isWhole) continue;
    result.push(...lines);
    at += count;
  }
  takeEdited(editedLines.length);
  return result.join("\n");
}

/** For each line of the first text its place in the second, where it stands there still. */
function keptOf(lines: readonly string[], others: readonly string[]): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays([...lines], [...others])) {
    if (added) at += value.length;
    else for (const _ of value) places.push(removed ? undefined : at++);
  }
  return places;
}

/** Cuts both texts into stretches that stand for each other, as short as can be. */
function stretchesBetween(rewritten: readonly string[], original: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let gone: readonly string[] = [];
  let come: readonly string[] = [];
  const settle = () => {
    if (gone.length === come.length) {
      come.forEach((line, index) => {
        stretches.push({ start: start + index, count: 1, original: [line] });
      });
    } else {
      stretches.push({ start, count: gone.length, original: come });
    }
    start += gone.length;
    [gone, come] = [[], []];
  };
  for (const { value, added, removed } of diffArrays([...rewritten], [...original])) {
    if (removed) gone = value;
    else if (added) come = value;
    else {
      settle();
      for (const line of value) stretches.push({ start: start++, count: 1, original: [line] });
    }
  }
  settle();
  return stretches;
}
