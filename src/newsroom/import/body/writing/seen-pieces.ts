/** What readers see of a line: the same text for pieces and for the Markdown written of them, if that is right. */
import type { Token } from "markdown-it";
import { parsedLine } from "../../../../content/markup/markdown/markdown.ts";
import type { Look, Piece } from "./pieces.ts";

/** Of pieces. */
export function seenOf(pieces: readonly Piece[]): string {
  const seen = new Seen();
  for (const piece of pieces) {
    const { kind, text } = piece;
    // A note is a note only where there is one of its label: in a line alone it is text.
    if (kind === "note") seen.add("text", `[^${text}]`, piece);
    else seen.add(kind, kind === "picture" ? "" : text, piece);
  }
  return seen.text;
}

/** Of Markdown. */
export function seenIn(markdown: string): string {
  const seen = new Seen();
  const open = { strong: 0, em: 0, s: 0, link: 0 };
  const look = () => ({
    strong: open.strong > 0,
    em: open.em > 0,
    del: open.s > 0,
    link: open.link > 0 ? { url: "" } : undefined,
  });
  for (const token of parsedLine(markdown)) {
    const name = nameOf(token);
    if (name !== undefined) open[name] += token.nesting;
    else if (token.type === "image")
      seen.add("picture", "", { ...look(), strong: false, em: false, del: false });
    else if (token.type === "hardbreak") seen.add("break", "", look());
    else if (token.type === "softbreak") seen.add("text", "\n", look());
    else seen.add(token.type === "code_inline" ? "code" : "text", token.content, look());
  }
  return seen.text;
}

function nameOf({ type }: Token): "strong" | "em" | "s" | "link" | undefined {
  const name = type.replace(/_(?:open|close)$/, "");
  return name === "strong" || name === "em" || name === "s" || name === "link" ? name : undefined;
}

class Seen {
  text = "";
  #last = "";

  /** White space looks the same with emphasis and without. */
  add(kind: Piece["kind"], text: string, { strong, em, del, link }: Look): void {
    const isSpace = kind === "text" && text.trim() === "";
    const isUnmarked = kind === "picture" || kind === "break";
    const marks = isUnmarked ? "" : `${strong ? "b" : ""}${em ? "i" : ""}${del ? "s" : ""}`;
    const look = isSpace ? this.#last : `${kind} ${marks}${link === undefined ? "" : "@"}`;
    const [, before = "", words = text] = (kind === "text" && /^(\s*)(.*)$/s.exec(text)) || [];
    this.text += before;
    if (look !== this.#last || kind !== "text") this.text += `\0${look}\0`;
    this.#last = look;
    this.text += words;
  }
}
