/** Shortcodes in HTML: `[gallery ids="1,2"]`, `[caption]…[/caption]`. Other square brackets are text. */
import { onDemandFor } from "../../../../../../content/values/on-demand.ts";
import type { HtmlPiece } from "../html/html-pieces.ts";
import { attributesAt, type CodeAttributes, noAttributes } from "./code-attributes.ts";

export type Shortcode = {
  readonly name: string;
  readonly attributes: CodeAttributes;
  /** As it is written, up to where its content begins. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Absent where it has none, or nothing closes it. */
  readonly content?:
    | { readonly start: number; readonly end: number; readonly codes: readonly Shortcode[] }
    | undefined;
  /** `[[gallery]]`, which shows the code itself; and one that closes what was never opened. */
  readonly form: "code" | "escaped" | "stray";
};

/** What is known of names. */
export type CodeNames = {
  /** Whether it means something by itself, without attributes. */
  readonly isSingle: (name: string) => boolean;
  /** Whether it means something with attributes of any form. */
  readonly isKnown: (name: string) => boolean;
  /** Whether its content is shown as it is written. */
  readonly isVerbatim: (name: string) => boolean;
};

const silent: ReadonlySet<string> = new Set(["pre", "code", "script", "style", "textarea"]);
const begin = /\[(\[?)(\/?)([a-z][\w-]{0,60})(?=[\s\]/=])/gi;

type Token = Omit<Shortcode, "content" | "form"> & {
  readonly form: Shortcode["form"] | "close";
  readonly isClosed: boolean;
};

/**
 * The codes in a part of the HTML, outermost ones only, each with those in it. A name that is not known is a code where it
 * has attributes, where it is closed, and where it is written with an underscore, as no word is.
 *
 * @param pieces all of the HTML's
 * @param isAllCode whether all brackets are codes, as in a block made for them
 */
export function shortcodesIn(
  html: string,
  pieces: readonly HtmlPiece[],
  names: CodeNames,
  isAllCode = false,
): Shortcode[] {
  const tokens = tokensIn(html, pieces, names);
  const closed = new Set(tokens.filter(({ form }) => form === "close").map(({ name }) => name));
  const isCode = ({ name, attributes: { named, listed }, form, written, start }: Token) => {
    const isKnown = names.isKnown(name);
    if (form !== "code") return form === "close" || isKnown;
    if (isAllCode || closed.has(name) || names.isSingle(name)) return true;
    // No word has an underscore; but in code that nobody marked, a name may stand behind another: $_FILES[tmp_name].
    if (name.includes("_") && !/[\w\])"'$]/.test(html[start - 1] ?? " ")) return true;
    if (named.size > 0 && (isKnown || /=\s*["'“”″]|=\s*&(?:quot|#)/.test(written))) return true;
    // "[video courtesy of a reader]" is text.
    return isKnown && listed.some((value) => /\/\/|\d|[a-z][A-Z]/.test(value));
  };
  return nested(tokens.filter(isCode));
}

function tokensIn(html: string, pieces: readonly HtmlPiece[], { isVerbatim }: CodeNames): Token[] {
  const tokens: Token[] = [];
  const lastPlace = onDemandFor((text: string) => html.lastIndexOf(text));
  let silence = 0;
  let done = 0;
  let next: RegExpExecArray | null | undefined;
  // Kept where it lies in a later piece: each would look through all of the HTML again.
  const matchFrom = (place: number) => {
    if (next === null || (next !== undefined && next.index >= place)) return next;
    begin.lastIndex = place;
    next = begin.exec(html);
    return next;
  };
  for (const { kind, name, start, end } of pieces) {
    if (silent.has(name)) silence = Math.max(0, silence + (kind === "open" ? 1 : -1));
    if (kind !== "text" || silence > 0) continue;
    done = Math.max(done, start);
    for (let match = matchFrom(done); match !== null && match.index < end; match = matchFrom(done)) {
      done = match.index + match[0].length;
      const token = tokenAt(html, match);
      if (token === undefined) continue;
      tokens.push(token);
      done = token.end;
      if (token.form === "code" && isVerbatim(token.name)) {
        const closing = `[/${token.name}]`;
        if (lastPlace(closing) >= token.end) done = html.indexOf(closing, token.end);
      }
    }
  }
  return tokens;
}

function tokenAt(html: string, match: RegExpExecArray): Token | undefined {
  const [opening, second = "", slash = "", name = ""] = match;
  const start = match.index;
  const from = start + opening.length;
  if (slash !== "") {
    if (second !== "" || html[from] !== "]") return undefined;
    const written = html.slice(start, from + 1);
    return { name, attributes: noAttributes, written, start, end: from + 1, form: "close", isClosed: true };
  }
  const rest = attributesAt(html, from);
  if (rest === undefined) return undefined;
  const { attributes, isClosed, end } = rest;
  if (second !== "" && html[end] === "]") {
    const written = html.slice(start + 1, end);
    return { name, attributes, written, start, end: end + 1, form: "escaped", isClosed: true };
  }
  const own = start + second.length;
  return { name, attributes, written: html.slice(own, end), start: own, end, form: "code", isClosed };
}

/** Codes deeper in codes stand beside them. */
const deepest = 50;

/** Each opening code with the one that closes it: the next of its name at the same depth. */
function nested(tokens: readonly Token[]): Shortcode[] {
  const closings = closingsOf(tokens);
  const root: Shortcode[] = [];
  const open: { readonly codes: Shortcode[]; readonly closing: Token }[] = [];
  for (const [index, token] of tokens.entries()) {
    const { isClosed: _, form, ...code } = token;
    const inside = open.at(-1);
    const beside = inside?.codes ?? root;
    if (inside?.closing === token) open.pop();
    else if (form === "close") beside.push({ ...code, form: "stray" });
    else {
      const closing = tokens[closings.get(index) ?? -1];
      if (closing === undefined) beside.push({ ...code, form });
      else {
        const codes: Shortcode[] = [];
        beside.push({
          ...code,
          form,
          end: closing.end,
          content: { start: code.end, end: closing.start, codes },
        });
        open.push({ codes, closing });
      }
    }
  }
  return root;
}

/** Which token closes which, by their places in the list. */
function closingsOf(tokens: readonly Token[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, change: number) => counts.set(name, (counts.get(name) ?? 0) + change);
  for (const [index, { name, form, isClosed }] of tokens.entries()) {
    if (form === "close" && (counts.get(name) ?? 0) > 0) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        const other = tokens[last]?.name ?? "";
        count(other, -1);
        if (other !== name) continue;
        closings.set(last, index);
        break;
      }
    } else if (form === "code" && !isClosed && open.length < deepest) {
      open.push(index);
      count(name, 1);
    }
  }
  return closings;
}
