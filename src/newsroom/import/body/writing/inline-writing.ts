/** Pieces of a paragraph as Markdown, in which their emphasis shows on Dateline's pages. */
import { canBegin, flanked, joined } from "./emphasis.ts";
import { escapedLabel, escapedOpening, escapedText, writtenAddress } from "./escapes.ts";
import { type Look, type Mark, marks, type Piece, plainLook } from "./pieces.ts";
import { seenIn, seenOf } from "./seen-pieces.ts";

export type InlineText = {
  readonly markdown: string;
  /** Whether there is emphasis that Markdown cannot say, and that is gone. */
  readonly isPlainer: boolean;
};

/**
 * The Markdown of a line, or of lines that are broken on purpose. What has emphasis is read again as the page reads it: where
 * neighbouring marks would be read otherwise, others are taken, and where none will do, emphasis is left out.
 *
 * @param isCell whether it is a cell of a table, where a bar must be escaped, in code, too
 */
export function inlineMarkdown(given: readonly Piece[], isCell = false): InlineText {
  for (const { pieces, emphasis, isPlainer } of attempts(joined(given))) {
    const markdown = new InlineWriter(emphasis).written(pieces);
    const isRight = !pieces.some(isEmphasized) || seenIn(markdown) === seenOf(pieces);
    if (isRight) return { markdown: isCell ? markdown.replace(/\|/g, "\\|") : markdown, isPlainer };
  }
  throw new Error("text without emphasis is not read again");
}

type Attempt = {
  readonly pieces: readonly Piece[];
  readonly emphasis: "*" | "_";
  readonly isPlainer: boolean;
};

function* attempts(given: readonly Piece[]): Generator<Attempt> {
  const pieces = flanked(given);
  yield { pieces, emphasis: "*", isPlainer: false };
  yield { pieces, emphasis: "_", isPlainer: false };
  const single = flanked(
    given.map((piece) => {
      if (piece.del) return { ...piece, strong: false, em: false };
      return piece.strong ? { ...piece, em: false } : piece;
    }),
  );
  yield { pieces: single, emphasis: "*", isPlainer: true };
  const bold = flanked(given.map((piece) => ({ ...piece, em: false, del: false })));
  yield { pieces: bold, emphasis: "*", isPlainer: true };
  const none = joined(
    given.map(({ kind, text, src, link }) => {
      return { kind, text, ...(src === undefined ? {} : { src }), ...plainLook, link };
    }),
  );
  yield { pieces: none, emphasis: "*", isPlainer: true };
}

function isEmphasized(piece: Piece): boolean {
  return marks.some((mark) => piece[mark]);
}

/** Addresses that pages show as they are written between angle brackets: others are shown decoded. */
const shownAsWritten = /^https?:\/\/(?!.*xn--)[\w.~:/?#@!$&'()*+,;=-]+$/;

type Kind = Mark | "link";

class InlineWriter {
  readonly #signs: Readonly<Record<Mark, string>>;
  readonly #parts: string[] = [];

  constructor(emphasis: "*" | "_") {
    this.#signs = { strong: "**", em: emphasis, del: "~~" };
  }

  written(pieces: readonly Piece[]): string {
    this.#write(pieces, plainLook);
    return this.#parts.join("");
  }

  /** @param open what all the pieces have, and what is begun already */
  #write(pieces: readonly Piece[], open: Look): void {
    for (let start = 0; start < pieces.length; ) {
      const [kind, end] = longestFrom(pieces, start, open);
      const first = pieces[start];
      if (first === undefined) return;
      if (kind === undefined) {
        this.#writePiece(first, open);
        start += 1;
        continue;
      }
      const run = pieces.slice(start, end);
      if (kind === "link") this.#writeLink(run, { ...open, link: first.link });
      else {
        const { before, inside, after } = spacesApart(run);
        const sign = inside.length === 0 ? "" : this.#signs[kind];
        this.#parts.push(before, sign);
        this.#write(inside, { ...open, [kind]: true });
        this.#parts.push(sign, after);
      }
      start = end;
    }
  }

  #writeLink(run: readonly Piece[], open: Look): void {
    const address = open.link?.url ?? "";
    const [first] = run;
    const isBare = run.length === 1 && first?.kind === "text" && first.text === address;
    if (isBare && shownAsWritten.test(address)) {
      this.#parts.push(`<${address}>`);
      return;
    }
    this.#guard();
    const isOpening = this.#isOpening();
    this.#parts.push("[");
    this.#write(run, open);
    // With an empty title, code such as `]:` makes no definition of a link that begins a line.
    const title =
      isOpening && run.some(({ kind, text }) => kind === "code" && text.includes("]:")) ? ' ""' : "";
    this.#parts.push(`](${writtenAddress(address)}${title})`);
  }

  #writePiece({ kind, text, src }: Piece, open: Look): void {
    if (kind === "break") this.#parts.push("\\\n");
    else if (kind === "code") this.#parts.push(code(text));
    else if (kind === "note") {
      this.#guard();
      this.#parts.push(`[^${text}]`);
    } else if (kind === "picture") {
      this.#guard();
      this.#parts.push(`![${escapedLabel(text)}](${writtenAddress(src ?? "")})`);
    } else {
      const escaped = open.link === undefined ? escapedText(text) : escapedLabel(text);
      this.#parts.push(this.#isOpening() ? escapedOpening(escaped) : escaped);
    }
  }

  #isOpening(): boolean {
    return this.#parts.findLast((part) => part !== "")?.endsWith("\n") !== false;
  }

  /** Before a bracket, some signs would make something else of it. */
  #guard(): void {
    while (this.#parts.at(-1) === "") this.#parts.pop();
    const last = this.#parts.at(-1) ?? "";
    if (/[!^]$/.test(last)) this.#parts[this.#parts.length - 1] = `${last.slice(0, -1)}\\${last.slice(-1)}`;
  }
}

/**
 * What goes on for longest from a piece on, of what is not begun yet: a link, where both are as long. Emphasis does not begin
 * or end with a link beside a letter, where its marks would not be read: it stands inside the link, and apart.
 */
function longestFrom(pieces: readonly Piece[], start: number, open: Look): [Kind | undefined, number] {
  const first = pieces[start];
  if (first === undefined) return [undefined, start];
  const isLink = first.link !== undefined && open.link === undefined;
  const linkEnd = isLink ? endOf(pieces, start, "link") : start;
  let longest: [Kind | undefined, number] = isLink ? ["link", linkEnd] : [undefined, start];
  if (isLink && !canBegin(letterOf(pieces[start - 1], "end"), "[")) return longest;
  for (const mark of marks) {
    if (!first[mark] || open[mark]) continue;
    let end = endOf(pieces, start, mark);
    if (open.link === undefined && !canBegin(letterOf(pieces[end], "start"), "]")) {
      while (end > start && pieces[end - 1]?.link !== undefined) end -= 1;
    }
    if (end > longest[1]) longest = [mark, end];
  }
  return longest;
}

/** Emphasis that is cut where other emphasis ends may begin or end with a space, beside which it would not be read. */
function spacesApart(run: readonly Piece[]): { before: string; inside: readonly Piece[]; after: string } {
  const [first] = run;
  const last = run.at(-1);
  const before = first?.kind === "text" ? (/^\s+/.exec(first.text)?.[0] ?? "") : "";
  const after = last?.kind === "text" && last.text.trim() !== "" ? (/\s$/.exec(last.text)?.[0] ?? "") : "";
  if (before === "" && after === "") return { before, inside: run, after };
  const inside = run.flatMap((piece, index) => {
    const start = index === 0 ? before.length : 0;
    const end = index === run.length - 1 ? piece.text.length - after.length : piece.text.length;
    const text = piece.text.slice(start, end);
    return text === "" && piece.kind === "text" ? [] : [{ ...piece, text }];
  });
  return { before, inside, after };
}

function endOf(pieces: readonly Piece[], start: number, kind: Kind): number {
  let end = start + 1;
  while (end < pieces.length && pieces[end]?.[kind] === pieces[start]?.[kind]) end += 1;
  return end;
}

/** The letter with which text begins or ends; none where anything else stands there. */
function letterOf(piece: Piece | undefined, side: "start" | "end"): string {
  if (piece?.kind !== "text" || piece.link !== undefined) return "";
  return (side === "start" ? /^./su.exec(piece.text) : /.$/su.exec(piece.text.slice(-2)))?.[0] ?? "";
}

/** https://spec.commonmark.org/0.31.2/#code-spans */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  let length = 1;
  while (runs.includes(length)) length += 1;
  const fence = "`".repeat(length);
  const isPadded = /^`|`$|^ .* $/s.test(text) && text.trim() !== "";
  return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence;
}
