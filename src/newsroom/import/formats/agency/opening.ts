/** How the texts of agencies begin: with the headline again, and with where they come from. */
import { splitDateline } from "../../../../content/article/dateline.ts";
import type { ForeignBody } from "../../foreign/foreign-item.ts";
import { plainText } from "../../foreign/reading/plain-text.ts";

/** A town in capitals, what it lies in, the agency in parentheses, and a dash: "GROSSETO, Italy (AP) -- ". */
const townFirst =
  /^(\p{Lu}[\p{Lu}\p{M}'’.-]+(?:\s\p{Lu}[\p{Lu}\p{M}'’.-]+){0,4}(?:,\s[\p{L}\p{M}'’.-]+(?:\s[\p{L}\p{M}'’.-]+){0,3}){0,2}(?:,?\s?\([^()]{1,40}\)){0,2})\s*(?:--|[—–-])\s+(?=\S)/u;

/** Takes the dateline off the beginning of a text. */
export function withoutOpening(body: ForeignBody): {
  readonly body: ForeignBody;
  readonly dateline?: string;
} {
  const before =
    body.form === "html" ? (/^(?:\s|<!--.*?-->|<[a-z][^<>]*>)*/is.exec(body.text)?.[0] ?? "") : "";
  const rest = body.text.slice(before.length);
  const end = body.form === "html" ? rest.indexOf("<") : rest.indexOf("\n");
  const run = rest.slice(0, end === -1 ? rest.length : end);
  // Character references in a dateline are those of dashes and spaces.
  const plain = run
    .slice(0, 300)
    .replace(/&(?:mdash|ndash|#8211|#8212);/g, "—")
    .replace(/&(?:nbsp|#160);/g, " ");
  const [whole, town] = townFirst.exec(plain) ?? [];
  const split = splitDateline(plain);
  const dateline = split?.dateline ?? town;
  if (dateline === undefined) return { body };
  const left = split?.rest ?? plain.slice(whole?.length ?? 0);
  const text = `${before}${left}${run.slice(300)}${rest.slice(run.length)}`;
  return { body: { ...body, text }, dateline };
}

const heading = /<h1[^<>]*>([\s\S]{0,1000}?)<\/h1>/i;

/** Takes the first heading off a text where it is the headline, which pages show above it anyway. */
export function withoutHeadline(body: ForeignBody, headline: string | undefined): ForeignBody {
  if (headline === undefined) return body;
  if (body.form !== "html") {
    const [first = "", ...others] = body.text.split("\n");
    return plainText(first) === headline ? { ...body, text: others.join("\n") } : body;
  }
  const found = heading.exec(body.text);
  return found !== null && plainText(found[1] ?? "") === headline
    ? { ...body, text: body.text.slice(0, found.index) + body.text.slice(found.index + found[0].length) }
    : body;
}

/** Text of agencies with each paragraph in a line: where empty lines part paragraphs, others end no more than a line. */
export function paragraphsOf(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n");
  if (!/\n[^\S\n]*\n/.test(lines.trim())) return lines;
  return lines
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/(?<!\s)\s*\n\s*/g, " ").trim())
    .join("\n");
}
