/** Plain text as it is pasted: which of its line ends part paragraphs, and whether it is a table. */

/** What begins a line that Markdown reads together with its neighbours: an item, a quotation, a row of a table. */
const markedLine = /^\s*(?:[-*+>|]|\d{1,9}[.)]\s)/;
const fence = /^[^\S\n]*(?:```|~~~)/m;

/** Mail programs and agencies wrap lines at 60 to 80 characters; what is longer is a paragraph. */
const wrapping = { narrowest: 50, widest: 100 };

const sentenceEnd = /[.!?…。！？:：]["'”’»)\]」』]*$/u;

/**
 * The paragraphs of a text, each with its lines. In word processors a line is a paragraph; lines that were wrapped
 * because no further word had room are joined; marked lines of Markdown stay together.
 */
export function pastedParagraphs(text: string): readonly (readonly string[])[] {
  const whole = text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/^\n+/, "")
    .trimEnd();
  if (fence.test(whole)) return [whole.split("\n")];
  const width = whole.split("\n").reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0);
  return whole.split(/\n(?:[^\S\n]*\n)+/).flatMap((block): (readonly string[])[] => {
    const lines = block.split("\n").map((line) => line.trimEnd());
    if (lines.every((line) => markedLine.test(line))) return [lines];
    if (lines.length > 1 && isWrapped(lines, width)) return [[lines.map((line) => line.trim()).join(" ")]];
    return lines.map((line) => [line.trim()]);
  });
}

function isWrapped(lines: readonly string[], width: number): boolean {
  if (width < wrapping.narrowest || width > wrapping.widest) return false;
  const upper = lines.slice(0, -1);
  const isFull = (line: string, index: number) => {
    const [word = ""] = lines[index + 1]?.trim().split(/\s/) ?? [];
    return line.length + 1 + word.length > width;
  };
  return upper.every(isFull) && !upper.every((line) => sentenceEnd.test(line));
}

/** The cells of a text that spreadsheets give: rows of as many cells each, parted by tabs. */
export function pastedCells(text: string): readonly (readonly string[])[] | undefined {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/^\n+/, "")
    .replace(/(?<!\n)\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
  const columns = rows[0]?.length ?? 0;
  const isTable = rows.length > 1 && columns > 1 && rows.every(({ length }) => length === columns);
  // Paragraphs that begin with a tab have nothing before it.
  return isTable && rows.some(([first]) => first !== "") ? rows : undefined;
}
