/** What a body loses on its way, gathered so that each kind of thing is told once, however often it stands there. */
import type { LostPart, NoteCode } from "../../foreign/import-notes.ts";

type Kind = { readonly code: NoteCode; readonly what: string };
type Count = Kind & { count: number; readonly example: string };

/** So much of a thing is quoted. */
const quotedCharacters = 60;

export class Losses {
  readonly #counts = new Map<string, Count>();

  /**
   * @param what the thing and what became of it, such as "a form was left out"
   * @param example its beginning, or nothing where it has no words
   */
  add(code: NoteCode, what: string, example = ""): void {
    const key = `${code} ${what}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { code, what, count: 1, example: quotable(example) });
    else known.count += 1;
  }

  /** In the order in which they were met. */
  parts(): LostPart[] {
    return [...this.#counts.values()].map(({ code, what, count, example }) => {
      const quoted = example === "" ? "" : `: "${example}"`;
      return {
        code,
        message: count === 1 ? what + quoted : `${what}${quoted}, and ${count - 1} more of the kind`,
      };
    });
  }
}

function quotable(text: string): string {
  const characters = [
    ...text
      .slice(0, quotedCharacters * 8)
      .replace(/\s+/g, " ")
      .trim(),
  ];
  const isLong = characters.length > quotedCharacters;
  return isLong ? `${characters.slice(0, quotedCharacters).join("")}…` : characters.join("");
}
