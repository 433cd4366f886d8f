/** Hugo's shortcodes: https://gohugo.io/content-management/shortcodes/ */
import { escapeUTF8 } from "entities";
import { textAt } from "../values/values.ts";
import { type BodyContext, betweenMarks, wordsOf } from "./body-context.ts";
import { knownPart } from "./known-parts.ts";

/** Resolves the shortcodes of a part of a text that is no code. What stands between two that are not known stays. */
export function withoutShortcodes(text: string, context: BodyContext): string {
  if (!text.includes("{{<") && !text.includes("{{%")) return text;
  const replaced = (inside: string, whole: string): string | undefined => {
    // `{{</* ref */>}}` shows a shortcode.
    if (/^\s*\/\*/.test(inside)) return shownShortcode(inside, whole);
    const [, closing, name = "", rest = ""] =
      /^(\/?)\s*([\w./-]+)\s*([\s\S]*?)\/?$/.exec(inside.trim()) ?? [];
    if (name === "") return undefined;
    if (closing === "/") return closings.get(name) ?? "";
    const made = shortcodeText(name, rest, context);
    if (made === undefined) context.lost(name, whole);
    return made ?? "";
  };
  const outer = betweenMarks(text, "{{<", ">}}", replaced);
  return betweenMarks(outer, "{{%", "%}}", replaced);
}

/** The text that an escaped shortcode shows; in Markdown, `<` would begin a tag. */
export function shownShortcode(inside: string, whole: string): string {
  const code = inside
    .trim()
    .replace(/^\/\*|\*\/$/g, "")
    .trim();
  const [open, close] = [whole.slice(0, 3), whole.slice(-3)];
  return `\`${open} ${code} ${close}\``;
}

const closings: ReadonlyMap<string, string> = new Map([
  ["blockquote", "\n\n</blockquote>\n\n"],
  ["quote", "\n\n</blockquote>\n\n"],
]);

function shortcodeText(
  name: string,
  rest: string,
  { addressOf, page, lost: _ }: BodyContext,
): string | undefined {
  const words = wordsOf(rest);
  const target = words.named.get("path") ?? words.plain[0];
  switch (name) {
    case "ref":
    case "relref":
      return target === undefined ? undefined : addressOf(target);
    case "param":
      return target === undefined ? undefined : escapeUTF8(textAt(page, target) ?? "");
    case "blockquote":
    case "quote": {
      const author = words.named.get("author");
      return `\n\n${author === undefined ? "" : `${escapeUTF8(author)}:\n\n`}<blockquote>\n\n`;
    }
    case "comment":
    case "toc":
      return "";
    default:
      return knownPart(name, words);
  }
}
