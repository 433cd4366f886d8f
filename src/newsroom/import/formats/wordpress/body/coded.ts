/** HTML with its shortcodes, made to pieces that await their paragraphs. */
import type { CodeGround } from "./codes/code-use.ts";
import { codeNames, makerOf } from "./codes/known-codes.ts";
import { type Shortcode, shortcodesIn } from "./codes/shortcodes.ts";
import type { Flow } from "./html/flow.ts";
import { type HtmlPiece, htmlPieces } from "./html/html-pieces.ts";

/** @param isAllCode whether all brackets are codes, as in a block made for them */
export function codedFlow(html: string, ground: CodeGround, isAllCode = false): Flow[] {
  const pieces = htmlPieces(html);
  const text: Text = { html, pieces, ground };
  return flowIn(text, 0, html.length, shortcodesIn(html, pieces, codeNames, isAllCode));
}

type Text = { readonly html: string; readonly pieces: readonly HtmlPiece[]; readonly ground: CodeGround };

function flowIn(text: Text, start: number, end: number, codes: readonly Shortcode[]): Flow[] {
  const flow: Flow[] = [];
  let done = start;
  for (const code of codes) {
    for (const piece of plainFlow(text, done, code.start)) flow.push(piece);
    for (const piece of flowOfCode(text, code)) flow.push(piece);
    done = code.end;
  }
  for (const piece of plainFlow(text, done, end)) flow.push(piece);
  return flow;
}

function flowOfCode(text: Text, { name, attributes, form, written, content }: Shortcode): readonly Flow[] {
  const { lose } = text.ground;
  if (form === "escaped") return [{ kind: "text", name: "", html: written }];
  if (form === "stray") {
    lose("unknown-code", `the code ${written} ends what never began; it was left out`);
    return [];
  }
  const inside = content && flowIn(text, content.start, content.end, content.codes);
  const use = {
    name,
    attributes,
    content: inside,
    text: content ? text.html.slice(content.start, content.end) : "",
  };
  const made = makerOf(name)?.(use, text.ground);
  if (made !== undefined) return made;
  const fate = inside === undefined ? "it was left out" : "what stands in it was kept";
  lose("unknown-code", `nothing here knows the code [${name}]; ${fate}`);
  return inside ?? [];
}

/** What stands between two places, without codes. */
function* plainFlow({ html, pieces }: Text, start: number, end: number): Generator<Flow> {
  for (let at = firstAfter(pieces, start); at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.start >= end) return;
    const part = html.slice(Math.max(piece.start, start), Math.min(piece.end, end));
    if (part !== "") yield { kind: piece.kind, name: piece.name, html: part };
  }
}

/** The first piece that ends after a place. */
function firstAfter(pieces: readonly HtmlPiece[], place: number): number {
  let [first, last] = [0, pieces.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((pieces[middle]?.end ?? 0) <= place) first = middle + 1;
    else last = middle;
  }
  return first;
}
