/** The text of a paragraph, taken apart into pieces that look the same from their beginning to their end. */
import type { PhrasingContent } from "mdast";

export type Mark = "strong" | "em" | "del";
export const marks: readonly Mark[] = ["strong", "em", "del"];

export type Piece = Look & {
  readonly kind: "text" | "code" | "picture" | "break" | "note";
  /** The text, the code, the description of a picture, the label of a note. */
  readonly text: string;
  /** Of a picture: where it is. */
  readonly src?: string;
};

export type Look = Readonly<Record<Mark, boolean>> & {
  /** The link it is in, to be told from another to the same address. */
  readonly link: { readonly url: string } | undefined;
};

export const plainLook: Look = { strong: false, em: false, del: false, link: undefined };

/** Where a link leads, and how a picture is named; undefined where there is none. */
export type Places = {
  readonly linkTo: (address: string) => string | undefined;
  readonly pictureAt: (key: string) => string | undefined;
};

/** The pieces of a paragraph's content as mdast has it. Pictures that are nowhere are left out. */
export function piecesOf(nodes: readonly PhrasingContent[], places: Places): Piece[] {
  const pieces: Piece[] = [];
  const collect = (list: readonly PhrasingContent[], look: Look): void => {
    for (const node of list) {
      if (node.type === "text") pieces.push({ kind: "text", text: node.value, ...look });
      else if (node.type === "inlineCode") pieces.push({ kind: "code", text: node.value, ...look });
      else if (node.type === "break") pieces.push({ kind: "break", text: "", ...plainLook });
      else if (node.type === "footnoteReference") {
        pieces.push({ kind: "note", text: node.identifier, ...look, link: undefined });
      } else if (node.type === "image") {
        const src = places.pictureAt(node.url);
        if (src === undefined) continue;
        pieces.push({ kind: "picture", text: node.alt ?? "", src, ...plainLook, link: look.link });
      } else if (node.type === "strong") collect(node.children, { ...look, strong: true });
      else if (node.type === "emphasis") collect(node.children, { ...look, em: true });
      else if (node.type === "delete") collect(node.children, { ...look, del: true });
      else if (node.type === "link") {
        const url = look.link === undefined ? places.linkTo(node.url) : undefined;
        collect(node.children, url === undefined ? look : { ...look, link: { url } });
      }
    }
  };
  collect(nodes, plainLook);
  return pieces;
}

export function haveSameLook(one: Look, other: Look): boolean {
  return one.link === other.link && marks.every((mark) => one[mark] === other[mark]);
}

/** All that shows as nothing at the ends of a line: white space, and a space of no width. */
const blank = /^[\s\u200b]*$/;

export function isBlank({ kind, text }: Piece): boolean {
  return kind === "text" && blank.test(text);
}

/** What no page can show, nor XML hold: control characters, a mark of bytes, halves of characters. */
export const unshown = /[^\P{Cc}\t\n\r]|\ufeff|\p{Cs}/gu;

/** Text with one space where there is white space of several characters; one that does not break stays where it is alone. */
export function spaced(text: string): string {
  return text.replace(unshown, "").replace(/\s{2,}|[\t\n\r\u2028\u2029]/g, " ");
}

/**
 * The paragraphs that pieces make: parted where a line is broken twice, and beside pictures that stand at an end of a line.
 * No line has white space at its ends, and white space within is one space.
 */
export function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][][] = [[]];
  for (const line of linesOf(pieces)) {
    if (line.length === 0) paragraphs.push([]);
    else if (line.every(({ kind }) => kind === "picture")) paragraphs.push(...line.map((one) => [[one]]), []);
    else {
      const [before, words, after] = picturesApart(line);
      paragraphs.push(...before.map((one) => [[one]]), ...(before.length > 0 ? [[]] : []));
      paragraphs.at(-1)?.push(words);
      if (after.length > 0) paragraphs.push(...after.map((one) => [[one]]), []);
    }
  }
  const lineBreak: Piece = { kind: "break", text: "", ...plainLook };
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line])));
}

/** Everything in one line: what stands in a cell or a heading. */
export function oneLineOf(pieces: readonly Piece[]): Piece[] {
  return tidied(
    pieces.map((piece) => (piece.kind === "break" ? { ...piece, kind: "text" as const, text: " " } : piece)),
  );
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "break") lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines.map(tidied);
}

/** The pictures a line begins with, its words, and the pictures it ends with. */
function picturesApart(line: readonly Piece[]): [Piece[], Piece[], Piece[]] {
  const isAside = (piece: Piece) => piece.kind === "picture" || isBlank(piece);
  const start = line.findIndex((piece) => !isAside(piece));
  const end = line.findLastIndex((piece) => !isAside(piece)) + 1;
  const pictures = (some: readonly Piece[]) => some.filter(({ kind }) => kind === "picture");
  return [pictures(line.slice(0, start)), tidied(line.slice(start, end)), pictures(line.slice(end))];
}

function tidied(line: readonly Piece[]): Piece[] {
  const tidy: Piece[] = [];
  for (const piece of line) {
    const last = tidy.at(-1);
    if (piece.kind !== "text") {
      tidy.push(piece);
      continue;
    }
    const words = spaced(piece.text);
    const text =
      last === undefined || (last.kind === "text" && /\s$/.test(last.text)) ? trimmedStart(words) : words;
    if (text === "") continue;
    if (last?.kind === "text" && haveSameLook(last, piece)) {
      tidy[tidy.length - 1] = { ...last, text: last.text + text };
    } else tidy.push({ ...piece, text });
  }
  for (let last = tidy.pop(); last !== undefined; last = tidy.pop()) {
    const text = last.kind === "text" ? trimmedEnd(last.text) : last.text;
    if (last.kind === "text" && text === "") continue;
    tidy.push({ ...last, text });
    break;
  }
  return tidy;
}

function trimmedStart(text: string): string {
  return text.replace(/^[\s\u200b]+/, "");
}

/** A pattern would look at each run of white space from each of its places. */
function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && blank.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
