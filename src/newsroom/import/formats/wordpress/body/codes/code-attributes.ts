/** The values of a shortcode: `ids="1,2" link=file https://video.example/1`. */
import { decodeHTML } from "entities";

export type CodeAttributes = {
  /** By names in small letters. */
  readonly named: ReadonlyMap<string, string>;
  /** Those without a name. */
  readonly listed: readonly string[];
};

export const noAttributes: CodeAttributes = { named: new Map(), listed: [] };

/** No value between quotation marks is longer, and no others together. */
const longestValue = 5_000;
const longestBare = 2_000;

const name = /([\w-]{1,60})\s{0,20}=\s{0,20}/y;
/** Editors that write for print make quotation marks of their own of all. */
const quote = /["'“”″]|&(?:quot|#0?34|#822[01]|#8243|#x201[cd]);/iy;
const closing: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"/g],
  ["'", /'/g],
]);
const anyClosing = /[“”″]|&(?:quot|#0?34|#822[01]|#8243|#x201[cd]);/gi;

/**
 * The values between the name of a code and the bracket that ends it.
 *
 * @param from where the name ends
 * @returns undefined where no bracket ends it; `end` is behind the bracket
 */
export function attributesAt(
  text: string,
  from: number,
): { readonly attributes: CodeAttributes; readonly isClosed: boolean; readonly end: number } | undefined {
  const named = new Map<string, string>();
  const listed: string[] = [];
  let at = from;
  for (;;) {
    const [space = ""] = matchAt(/\s*/y, text, at) ?? [];
    at += space.length;
    if (text[at] === "]") return { attributes: { named, listed }, isClosed: false, end: at + 1 };
    if (text.startsWith("/]", at)) return { attributes: { named, listed }, isClosed: true, end: at + 2 };
    // "[youtube=https://…]" names the code itself.
    const [before = "", key] =
      (at === from ? matchAt(/=\s{0,20}/y, text, at) : undefined) ?? matchAt(name, text, at) ?? [];
    const value = valueAt(text, at + before.length, from);
    if (value === undefined) return undefined;
    at = value.end;
    if (key === undefined) listed.push(decodeHTML(value.text));
    else if (!named.has(key.toLowerCase())) named.set(key.toLowerCase(), decodeHTML(value.text));
  }
}

function valueAt(
  text: string,
  at: number,
  from: number,
): { readonly text: string; readonly end: number } | undefined {
  const [opening] = matchAt(quote, text, at) ?? [];
  if (opening !== undefined) {
    const start = at + opening.length;
    const inside = text.slice(start, start + longestValue);
    const end = inside.matchAll(closing.get(opening) ?? anyClosing).next().value;
    return end && { text: inside.slice(0, end.index), end: start + end.index + end[0].length };
  }
  const [bare] = matchAt(/(?:(?!\/\])[^\s\][<>])+/y, text, at) ?? [];
  return bare === undefined || at - from > longestBare ? undefined : { text: bare, end: at + bare.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
