/** A markdown-it plugin: where a line ends between Chinese or Japanese letters, readers see no space. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { chineseAndJapanese } from "../../values/language.ts";

/**
 * To be used with the language of the text as `language` of its environment.
 *
 * A line's end in Markdown is a space, as in HTML. Between letters of scripts that part no words by spaces it is nothing,
 * unless one of them is Hangul (https://drafts.csswg.org/css-text-4/#line-break-transform), which browsers do not see to.
 */
export function lineJoints(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "line_joints", joinLines);
}

/** Letters and marks of Chinese and Japanese, and full-width forms. */
const unspaced = new RegExp(
  `^[${chineseAndJapanese}\\u3001-\\u303f\\u30fb\\u30fc\\uff01-\\uff9f\\uffe0-\\uffe6]$`,
  "u",
);

function joinLines({ tokens, env }: StateCore): void {
  // Korean parts its words by spaces, whatever letters they are in.
  if (/^ko\b/.test(String(env["language"]))) return;
  for (const { children } of tokens) {
    if (children === null) continue;
    /** The last letter so far, and the line's end that follows it. */
    let letter = "";
    let end: Token | undefined;
    for (const token of children) {
      if (token.type === "softbreak") end = token;
      else if (isSeen(token)) {
        const text = token.type === "image" ? "" : token.content;
        if (end !== undefined && unspaced.test(letter) && unspaced.test(firstLetter(text))) end.type = "text";
        letter = lastLetter(text);
        end = undefined;
      }
    }
  }
}

/** Emphasis shows nothing of its own, and the raised number of a note parts no words. */
function isSeen({ type, content }: Token): boolean {
  return content !== "" || type === "image" || type === "hardbreak";
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastLetter(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? "";
}
