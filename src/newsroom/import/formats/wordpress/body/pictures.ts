/** The pictures in a text, with what the archive knows of them: the file in full size, its description, who made it. */
import { escapeAttribute, escapeText } from "entities";
import { Parser } from "htmlparser2";
import type { Attachment, Knowledge } from "../wxr/knowledge.ts";
import { fileKey } from "../wxr/knowledge.ts";
import { captionOf } from "./codes/media-codes.ts";
import { htmlPieces } from "./html/html-pieces.ts";

export function withKnownPictures(html: string, known: Knowledge): string {
  if (!/<img\s/i.test(html)) return html;
  const made: string[] = [];
  /** The figures that are open, each with the makers of its pictures who are not named yet. */
  const figures: string[][] = [];
  for (const { kind, name, start, end } of htmlPieces(html)) {
    const written = html.slice(start, end);
    if (kind === "open" && name === "figure") figures.push([]);
    const credits = figures.at(-1);
    if (kind === "open" && name === "img") {
      const { tag, credit } = knownPicture(written, known);
      if (credits !== undefined) credits.push(credit);
      made.push(
        credits === undefined && credit !== "" ? `<figure>${tag}${captionOf("", credit)}</figure>` : tag,
      );
      continue;
    }
    if (kind === "close" && credits !== undefined && (name === "figcaption" || name === "figure")) {
      const credit = [...new Set(credits.filter((one) => one !== ""))].join(", ");
      if (credit !== "")
        made.push(
          name === "figcaption"
            ? ` / <span class="credit">${escapeText(credit)}</span>`
            : captionOf("", credit),
        );
      credits.length = 0;
      if (name === "figure") figures.pop();
    }
    made.push(written);
  }
  return made.join("");
}

function knownPicture(tag: string, known: Knowledge): { readonly tag: string; readonly credit: string } {
  const attributes = attributesOf(tag);
  const src = attributes["src"] ?? "";
  const file = fileOf(src, attributes["class"] ?? "", known);
  if (file === undefined) return { tag, credit: "" };
  const alt = (attributes["alt"] ?? "").trim() === "" ? file.alt : (attributes["alt"] ?? "");
  // Sizes and lists of smaller files are of the file that was there.
  const { srcset: _, sizes: _sizes, width: _width, height: _height, ...others } = attributes;
  const all = Object.entries({ ...others, src: file.src, alt });
  return {
    tag: `<img ${all.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(" ")}>`,
    credit: file.credit,
  };
}

/** By its address, or by the number that WordPress writes beside it, where the name of the file is the same. */
function fileOf(
  src: string,
  classes: string,
  { attachments, attachmentAt }: Knowledge,
): Attachment | undefined {
  const keys = keysOf(src);
  const found = keys.map((key) => attachmentAt.get(key)).find((file) => file !== undefined);
  if (found !== undefined) return found;
  const numbered = attachments.get(/\bwp-image-(\d+)\b/.exec(classes)?.[1] ?? "");
  const names = keys.map((key) => key.slice(key.lastIndexOf("/")));
  return numbered !== undefined && names.some((name) => fileKey(numbered.src).endsWith(name))
    ? numbered
    : undefined;
}

/** Of the file itself, of the one that it is a size of (`fire-300x200.jpg`), and of that where WordPress made it smaller. */
function keysOf(src: string): string[] {
  const key = fileKey(src);
  const full = key.replace(/-\d{1,5}x\d{1,5}(?=\.\w+$)/, "");
  return [key, full, full.replace(/(?=\.\w+$)/, "-scaled")];
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  let found: Readonly<Record<string, string>> = {};
  const parser = new Parser({
    onopentag(_, attributes) {
      found = attributes;
    },
  });
  parser.end(tag);
  return found;
}
