/** Edits of a text: pieces of it, each with what takes its place. */

/** A piece of a text, in UTF-16 units, and what takes its place. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** An edit of a part of a text as one of the whole. @param by where the part begins */
export function moved({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}

/** The text after edits that do not overlap, in any order. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(done, start), by);
    done = end;
  }
  return pieces.join("") + text.slice(done);
}
