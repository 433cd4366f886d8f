/** Writing a text in the way its file was written: byte-order mark, line ends, and what stands at its end. */
import { diffArrays } from "diff";
import { stretchesOf } from "./stretches.ts";

const byteOrderMark = "\uFEFF";

/**
 * An edited text in the way of the file it was made from. A line ends as the one that stood in its place did, or as the
 * line before it does.
 *
 * @param written the file as it is
 * @param edited with "\n" for line ends
 */
export function writtenAlike(written: string, edited: string): string {
  const mark = written.startsWith(byteOrderMark) ? byteOrderMark : "";
  const lines = linesOf(written.slice(mark.length));
  const editedLines = edited.split("\n");
  let end = lines.find((line) => line.end !== "")?.end ?? "\n";
  let at = 0;
  const changes = diffArrays(
    lines.map(({ text }) => text),
    editedLines,
  );
  const ends = stretchesOf(changes).flatMap(({ before, after }) => {
    const stood = lines.slice(at, at + before.length);
    at += before.length;
    return after.map((_, index) => {
      end = stood[index]?.end || end;
      return end;
    });
  });
  const last = editedLines.length - 1;
  return mark + editedLines.map((line, index) => (index === last ? line : line + ends[index])).join("");
}

/** The white space at the end of a text as it was; what was written anew ends in one line end. */
export function endedAlike(written: string, edited: string): string {
  const text = written.replace(/\r\n?/g, "\n");
  return edited.trimEnd() + text.slice(text.trimEnd().length);
}

function linesOf(text: string): { readonly text: string; readonly end: string }[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .slice(0, /[\r\n]$/.test(text) || text === "" ? undefined : -1)
    .map(([, line = "", end = ""]) => ({ text: line, end }));
}
