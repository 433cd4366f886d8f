/** Codes that show pictures, sounds and videos of the site's own: galleries, captions, players, lists to play. */
import { escapeAttribute, escapeText } from "entities";
import type { Attachment } from "../../wxr/knowledge.ts";
import { blockOf, type Flow, htmlOf } from "../html/flow.ts";
import type { CodeGround, CodeMaker, CodeUse } from "./code-use.ts";

/** A picture with what is said of it; who made it is said of all pictures of a text, later. */
function figureOf({ src, alt, caption: text }: Attachment): string {
  const picture = `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}">`;
  return `<figure>${picture}${captionOf(escapeText(text), "")}</figure>`;
}

/** @param caption HTML @param credit text */
export function captionOf(caption: string, credit: string): string {
  const parts = [caption, ...(credit === "" ? [] : [`<span class="credit">${escapeText(credit)}</span>`])];
  const inside = parts.filter((part) => part !== "").join(" / ");
  return inside === "" ? "" : `<figcaption>${inside}</figcaption>`;
}

/** `[gallery ids="3,5"]`, `include`, or all pictures that were uploaded to the post, without those of `exclude`. */
export function gallery({ attributes: { named } }: CodeUse, ground: CodeGround): Flow[] {
  const listed = named.get("ids") ?? named.get("include");
  const owner = named.get("id") ?? ground.item;
  const pictures =
    listed === undefined ? (ground.known.picturesOf.get(owner) ?? []) : filesOf(listed, ground);
  const excluded = new Set(idsIn(named.get("exclude") ?? "").map((id) => ground.known.attachments.get(id)));
  const shown = pictures.filter((picture) => !excluded.has(picture));
  if (listed === undefined && shown.length === 0) {
    ground.lose(
      "missing-picture",
      "a gallery of all pictures uploaded to this post shows none that is in the archive",
    );
  }
  return shown.length === 0
    ? []
    : [blockOf(`<figure class="gallery">${shown.map(figureOf).join("")}</figure>`)];
}

function idsIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}

function filesOf(list: string, { known, lose }: CodeGround): Attachment[] {
  const ids = idsIn(list);
  const missing = ids.filter((id) => !known.attachments.has(id));
  if (missing.length > 0) {
    const numbers =
      missing.length > 5
        ? `${missing.slice(0, 5).join(", ")} and ${missing.length - 5} more`
        : missing.join(", ");
    lose(
      "missing-picture",
      `files of a gallery are not in the archive and were left out: their numbers are ${numbers}`,
    );
  }
  return ids.flatMap((id) => known.attachments.get(id) ?? []);
}

/** `[caption]<img> What it shows[/caption]`; in older posts the text stands in the attribute `caption`. */
export function caption({ attributes: { named }, content = [] }: CodeUse): Flow[] {
  const isTag = (piece: Flow | undefined, kind: "open" | "close", name: string) =>
    piece?.kind === kind && piece.name === name;
  const picture = content.findIndex((piece) => isTag(piece, "open", "img"));
  const before = content.slice(0, picture);
  const link = before.findIndex((piece) => isTag(piece, "open", "a"));
  const isPlain = before.every((piece) => isTag(piece, "open", "a") || piece.html.trim() === "");
  if (picture === -1 || !isPlain) return [...content];
  const end = link === -1 ? picture : content.findIndex((piece) => isTag(piece, "close", "a"));
  const text = htmlOf(content.slice(Math.max(end, picture) + 1)).trim();
  const shown = htmlOf(content.slice(0, Math.max(end, picture) + 1)).trim();
  return [
    blockOf(`<figure>${shown}${captionOf(text === "" ? (named.get("caption") ?? "") : text, "")}</figure>`),
  ];
}

/** `[media-credit name="Jane Doe"]<img>[/media-credit]` */
export function mediaCredit({ attributes: { named }, content }: CodeUse): Flow[] {
  const html = content === undefined ? "" : htmlOf(content).trim();
  if (!/<img\s/i.test(html)) return [...(content ?? [])];
  return [blockOf(`<figure>${html}${captionOf("", named.get("name") ?? "")}</figure>`)];
}

const players = {
  audio: ["src", "mp3", "m4a", "ogg", "wav", "wma", "flac"],
  video: ["src", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "mov"],
} as const;

/** `[audio src="talk.mp3"]`, `[video mp4="fire.mp4" poster="fire.jpg"]`; undefined where it names no file. */
export function player(kind: keyof typeof players): CodeMaker {
  return ({ attributes: { named, listed }, text }: CodeUse): Flow[] | undefined => {
    const given = [...players[kind].map((key) => named.get(key)), listed[0]?.split("|")[0], text.trim()];
    const src = given.find((one) => one !== undefined && /^(?:https?:)?\/|\.\w{2,4}$/.test(one));
    return src === undefined
      ? undefined
      : [blockOf(`<figure><${kind} controls src="${escapeAttribute(src)}"></${kind}></figure>`)];
  };
}

/** `[playlist ids="3,5"]`: the files by their titles. */
export function playlist({ attributes: { named } }: CodeUse, ground: CodeGround): Flow[] | undefined {
  const files = filesOf(named.get("ids") ?? named.get("include") ?? "", ground);
  const items = files.map(
    ({ src, title }) => `<li><a href="${escapeAttribute(src)}">${escapeText(title || src)}</a></li>`,
  );
  return items.length === 0 ? undefined : [blockOf(`<ul>${items.join("")}</ul>`)];
}
