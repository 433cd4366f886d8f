/** The words of a body that has been rendered. */
import { decodeHTML } from "entities";

/** All words, with a space in the place of each tag: a parser takes several times as long for all articles. */
export function allWords(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, " "));
}

/** The words a body begins with, of no more than so much of its HTML. */
export function openingText(html: string, limit: number): string {
  return plainText(html.slice(0, limit));
}

/** HTML that `renderBody` made, as plain text with a space in the place of each tag that ends a block. */
export function plainText(html: string): string {
  return decodeHTML(
    html
      .replace(/<(?:\/?(?:p|h\d|li|ul|ol|td|th|tr|pre|blockquote|div|section)\b|br|hr)[^>]*>/g, " ")
      .replace(/<[^>]*>/g, ""),
  );
}

const blockTag =
  /<(?:\/?(?:p|h\d|li|ul|ol|table|t[dhr]|thead|tbody|pre|blockquote|div|section)\b|br|hr)[^>]*>/;

/**
 * The words of each block, code left out, and descriptions of pictures where these stand. The dateline and numbers
 * of notes are not the author's words.
 */
export function blockTexts(html: string): string[] {
  return html
    .replace(
      /<pre>.*?<\/pre>|<code>.*?<\/code>|<sup class="footnote-ref">.*?<\/sup>|<span class="dateline">[^<]*<\/span>/gs,
      " ",
    )
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, "$1")
    .split(blockTag)
    .map(plainText)
    .filter((text) => text.trim() !== "");
}

/** The words of the first paragraph or heading that has any, without the dateline that was set before them. */
export function firstBlockText(html: string): string {
  const block = /\s*<(?:p|h\d)>(.*?)<\/(?:p|h\d)>/sy;
  for (let match = block.exec(html); match !== null; match = block.exec(html)) {
    const [, words = ""] = match;
    const text = plainText(words.replace(/<span class="dateline">[^<]*<\/span> — /, "")).trim();
    if (text !== "") return text;
  }
  return "";
}

/** The words of the paragraph that ends the text, or the empty string where something else does. */
export function lastParagraphText(html: string): string {
  const start = html.lastIndexOf("<p>");
  const text = start === -1 ? "" : html.slice(start).trimEnd();
  return text.indexOf("</p>") === text.length - "</p>".length ? plainText(text).trim() : "";
}

/** The lines of each paragraph that has more than one, as it was written; a line end that was asked for is none. */
export function linesOfParagraphs(html: string): string[][] {
  return html
    .split("<p>")
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf("</p>")).replaceAll("<br>\n", " "))
    .filter((paragraph) => paragraph.includes("\n"))
    .map((paragraph) => paragraph.split("\n").map((line) => plainText(line).trim()));
}
