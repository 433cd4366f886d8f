/** What the codes of a body are resolved by. */
import type { Values } from "../values/values.ts";

export type BodyContext = {
  readonly title: string;
  /** Front matter and configuration, for `{{ page.x }}` and `{{ site.x }}`. */
  readonly page: Values;
  readonly config: Values;
  /** The address of a text or file of the folder, as links name it; undefined where there is none. */
  readonly addressOf: (target: string) => string | undefined;
  /** The same of a post by its name without ending, as `post_url` and `[[…]]` have it. */
  readonly postNamed: (
    name: string,
  ) => { readonly address: string | undefined; readonly title: string } | undefined;
  /** The text of a file that others include, without its front matter; undefined where it is none for readers. */
  readonly included: (name: string) => string | undefined;
  /** Names that a text gives to parts of itself, which are left where they stand. */
  readonly captured: Set<string>;
  /** How many texts include this one. */
  readonly depth: number;
  /** Takes note of a code that is not known and taken out. @param name what it is called */
  readonly lost: (name: string, code: string) => void;
};

/**
 * Replaces what stands between two marks. What `replacement` does not know stays as it is. Marks that are not closed are
 * text.
 */
export function betweenMarks(
  text: string,
  open: string,
  close: string,
  replacement: (inside: string, whole: string) => string | undefined,
): string {
  let made = "";
  let done = 0;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, done)) {
    const end = text.indexOf(close, at + open.length);
    if (end < 0) break;
    const whole = text.slice(at, end + close.length);
    const part = replacement(text.slice(at + open.length, end), whole) ?? whole;
    made += text.slice(done, at);
    done = end + close.length;
    // Emphasis of nothing would show its marks.
    const mark = part === "" ? markAround(text, at, done) : "";
    made = made.slice(0, made.length - mark.length) + part;
    done += mark.length;
  }
  return made + text.slice(done);
}

/** The marks of emphasis that stand on both sides of a part of a text, and around nothing else. */
function markAround(text: string, start: number, end: number): string {
  const mark = /(\*{1,3}|_{1,3}|~~)$/.exec(text.slice(Math.max(0, start - 3), start))?.[1] ?? "";
  const isAround = mark !== "" && text.startsWith(mark, end) && text[end + mark.length] !== mark[0];
  return isAround ? mark : "";
}

/** The words of a tag: those between quotation marks are one; `name=word` and `name: word` have a name. */
export function wordsOf(text: string): {
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
} {
  const named = new Map<string, string>();
  const plain: string[] = [];
  const word = /(?:([A-Za-z_][\w-]*)\s*[=:]\s*)?(?:(["'`])|([^\s"'`,]+))/g;
  const unclosed = new Set<string>();
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const [, name, mark, bare = ""] = match;
    const quoted =
      mark === undefined || unclosed.has(mark) ? undefined : quotedAt(text, word.lastIndex, mark);
    if (mark !== undefined && quoted === undefined) {
      // What does not close this one closes none behind it.
      unclosed.add(mark);
      if (name !== undefined) plain.push(...match[0].slice(0, -1).trim().split(/\s+/));
      continue;
    }
    word.lastIndex += quoted === undefined ? 0 : quoted.length + 1;
    const isAddress = name !== undefined && bare.startsWith("//");
    const value = isAddress ? `${name}:${bare}` : (quoted ?? bare).replace(/\\(["'\\])/g, "$1");
    if (name === undefined || isAddress) plain.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, plain };
}

/** What stands up to the closing mark, as it is written; undefined where there is none. */
function quotedAt(text: string, start: number, mark: string): string | undefined {
  const signs = mark === "`" ? /`/g : /\\.|["']/gs;
  signs.lastIndex = start;
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    if (sign[0] === mark) return text.slice(start, sign.index);
  }
  return undefined;
}
