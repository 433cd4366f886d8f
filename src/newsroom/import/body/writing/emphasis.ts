/** Emphasis whose ends stand where Markdown sees them. */
import { chineseAndJapanese } from "../../../../content/values/language.ts";
import { haveSameLook, isBlank, type Mark, marks, type Piece } from "./pieces.ts";

/**
 * The pieces with emphasis that goes on over the spaces inside it and begins and ends beside its words: spaces at its ends
 * are outside, and so are marks of punctuation beside a letter, where `**` would be read as asterisks
 * (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
 */
export function flanked(pieces: readonly Piece[]): Piece[] {
  return joined(marks.reduce(withFlanked, joined(pieces)));
}

/** Neighbours that look the same as one piece. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isSame = last?.kind === piece.kind && (piece.kind === "text" || piece.kind === "code");
    if (last !== undefined && isSame && haveSameLook(last, piece)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else result.push(piece);
  }
  return result;
}

function withFlanked(pieces: readonly Piece[], mark: Mark): Piece[] {
  const result: Piece[] = [];
  for (let start = 0; start < pieces.length; ) {
    const end = endOfRun(pieces, start, mark);
    const run = pieces.slice(start, Math.max(end, start + 1));
    if (end > start) appendTo(result, shrunk(run, mark, pieces[start - 1], pieces[end]));
    else appendTo(result, run);
    start += run.length;
  }
  return joined(result);
}

function appendTo(list: Piece[], pieces: readonly Piece[]): void {
  for (const piece of pieces) list.push(piece);
}

/** The index after the last piece of the run that begins at an index; the index itself where none does. */
function endOfRun(pieces: readonly Piece[], start: number, mark: Mark): number {
  let end = start;
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece?.[mark] === true) end = index + 1;
    else if (end === start || piece === undefined || !(isBlank(piece) || piece.kind === "break")) break;
  }
  return end;
}

/** The run of a mark, without the mark on what at its ends cannot have it. */
function shrunk(
  run: readonly Piece[],
  mark: Mark,
  before: Piece | undefined,
  after: Piece | undefined,
): Piece[] {
  const start = outsiders(run, "start", before);
  const inside = start.rest.map((piece) => ({ ...piece, [mark]: true }));
  const end = outsiders(inside, "end", after);
  const bare = (pieces: readonly Piece[]) => pieces.map((piece) => ({ ...piece, [mark]: false }));
  return [...bare(start.outside), ...end.rest, ...bare(end.outside).reverse()];
}

type Side = "start" | "end";

/** What must stand outside of emphasis at an end of a run, beginning with the outermost, and the rest of the run. */
function outsiders(run: readonly Piece[], side: Side, neighbour: Piece | undefined) {
  const outside: Piece[] = [];
  const rest = [...run];
  let outer = neighbour === undefined ? "" : signOf(neighbour, side === "start" ? "end" : "start");
  for (;;) {
    const piece = side === "start" ? rest[0] : rest.at(-1);
    if (piece === undefined) break;
    // The brackets of a link stand between what is inside of it and what is outside.
    if (neighbour?.link !== undefined && neighbour.link !== piece.link) outer = "]";
    const sign = signOf(piece, side);
    if (canBegin(outer, sign)) break;
    if (side === "start") rest.shift();
    else rest.pop();
    if (piece.kind !== "text") outside.push(piece);
    else {
      outside.push({ ...piece, text: sign });
      const { length } = sign;
      const text = side === "start" ? piece.text.slice(length) : piece.text.slice(0, -length);
      if (text !== "" && side === "start") rest.unshift({ ...piece, text });
      else if (text !== "") rest.push({ ...piece, text });
    }
    outer = sign;
  }
  return { outside, rest };
}

/** The sign with which pieces other than text begin and end. */
const signs = { code: "`", picture: "!", note: "[", break: "\n" } as const;

function signOf({ kind, text }: Piece, side: Side): string {
  if (kind !== "text") return signs[kind];
  return (side === "start" ? /^./su.exec(text) : /.$/su.exec(text.slice(-2)))?.[0] ?? "";
}

const space = /^\s?$/u;
const punctuation = /^[\p{P}\p{S}]$/u;
const wide = new RegExp(`[${chineseAndJapanese}\\p{Script=Hangul}\\u3001-\\u303f\\uff01-\\uff60]`, "u");

/** Whether emphasis can begin between two letters; it can end where it could begin in a text read backwards. */
export function canBegin(outside: string, inside: string): boolean {
  if (space.test(inside)) return false;
  if (!punctuation.test(inside)) return true;
  return space.test(outside) || punctuation.test(outside) || wide.test(outside) || wide.test(inside);
}
