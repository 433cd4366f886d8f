/** Plain text of values that other systems show as HTML or Markdown. */
import { decodeHTML } from "entities";
import { textOf } from "../values/values.ts";

const inlineTags =
  /<\/?(?:em|i|b|strong|code|span|small|sup|sub|u|mark|br|wbr|p|a)(?:\s[^<>]{0,1000})?\/?>/gi;

/** Text without tags, character references and the signs of Markdown, which many systems read in such values. */
export function plain(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const words = text
    .replace(inlineTags, "")
    .replace(/!?\[([^[\]\n]{1,300})\]\([^()\s]{1,500}\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(`{1,2})(?!`)([^`\n]{1,300})\1(?!`)/g, "$2");
  return textOf(decodeHTML(words));
}
