/** Names of people and terms, in the shapes that front matter has them in. */
import { isValues, listOf, textOf, type Value } from "../values/values.ts";
import { plain } from "./plain-text.ts";

/**
 * The people that a value names: a name, several in one text, a list, tables with a `name`.
 *
 * @param known names by the keys that stand for them, as `_data/authors.yml` has them
 */
export function peopleIn(value: Value | undefined, known: ReadonlyMap<string, string>): string[] {
  const names = listOf(value).flatMap((one): string[] => {
    if (isValues(one)) {
      const name =
        textOf(one["name"]) ?? textOf(one["display_name"]) ?? textOf(one["id"]) ?? textOf(one["key"]);
      return name === undefined
        ? Object.keys(one).length === 0
          ? []
          : peopleIn(one["author"], known)
        : [name];
    }
    const text = textOf(one)?.replace(/^by:?\s+(?=\p{Lu})/iu, "");
    if (text === undefined || typeof one === "boolean") return [];
    // Themes show names as Markdown: "[Mei Tan](https://mei.example), editor".
    return known.has(text) ? [text] : peopleInText(plain(text) ?? "");
  });
  // An address of e-mail is nobody's to see.
  const cleaned = names.map((name) =>
    (known.get(name) ?? name)
      .replace(/(?<!\s)\s*[<(]?([^\s<>()]+)[>)]?/g, (whole, word) => (email.test(word) ? "" : whole))
      .trim(),
  );
  return [...new Set(cleaned.filter((name) => name !== ""))];
}

/** Of a word without spaces. */
const email = /^.[^@]*@.+\../;

/** At semicolons; at commas and "and" where each part is a whole name. */
function peopleInText(text: string): string[] {
  const whole = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== "");
  if (text.includes(";")) return whole(text.split(";"));
  const parts = whole(text.split(/,\s*(?:and\s+)?|(?<!\s)\s+(?:and|&)\s+|[、，]/u));
  return parts.every((part) => / |^[^\p{ASCII}]{2,}$/u.test(part)) ? parts : [text];
}

/**
 * The terms that a value names. A text is parted at commas, and at spaces where a system does so. Lists in lists, as
 * Hexo has categories below others, are one list.
 */
export function termsIn(value: Value | undefined, bySpaces: boolean): string[] {
  const names = listOf(value).flatMap((one): string[] => {
    if (Array.isArray(one)) return termsIn(one, false);
    if (isValues(one)) {
      const name =
        textOf(one["name"]) ??
        textOf(one["title"]) ??
        textOf(one["label"]) ??
        textOf(one["slug"]) ??
        textOf(one["id"]);
      return name === undefined ? [] : [name];
    }
    const text = textOf(one);
    if (text === undefined) return [];
    if (Array.isArray(value)) return [text];
    return text
      .split(/[,，、;]/u.test(text) ? /[,，、;]/u : bySpaces ? /\s+/ : /\n/)
      .filter((name) => name !== "");
  });
  return [...new Set(names.map((name) => name.replace(/^#(?=\S)/, "").trim()).filter((name) => name !== ""))];
}
