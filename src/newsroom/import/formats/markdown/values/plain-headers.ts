/** Plain headers: lines `Title: …` at the top of a file, as Pelican and MultiMarkdown have them. */
import type { Value, Values } from "./values.ts";

const headerLine = /^([A-Za-z][A-Za-z0-9_ -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/s;
/** Without one of these, lines with a colon are text. */
const tellingKey = /^(?:title|date|authors?|slug|category|categories|tags|status|summary|modified)$/;

export type PlainHeaders = { readonly values: Values; readonly lineCount: number };

/**
 * Reads the headers a text begins with, up to an empty line or a line `---`; undefined where it begins with none. Keys
 * come in lower case; what is indented goes on with the line before; a key that stands again makes a list
 * (https://python-markdown.github.io/extensions/meta_data/).
 */
export function plainHeaders(text: string): PlainHeaders | undefined {
  const values = new Map<string, string[]>();
  let last: string[] | undefined;
  let lineCount = 0;
  for (const line of linesOf(text)) {
    lineCount += 1;
    if (/^(?:-{3,}|\.{3})?[ \t]*$/.test(line)) break;
    const [, key, value = ""] = headerLine.exec(line) ?? [];
    if (key !== undefined) {
      const name = key.toLowerCase();
      last = values.get(name) ?? [];
      last.push(value.trim());
      values.set(name, last);
    } else if (last !== undefined && /^[ \t]+\S/.test(line)) {
      last.push(`${last.pop() ?? ""} ${line.trim()}`.trim());
    } else return undefined;
  }
  if (![...values.keys()].some((key) => tellingKey.test(key))) return undefined;
  const entries = [...values].map(([key, texts]): [string, Value] => [
    key,
    texts.length === 1 ? (texts[0] ?? "") : texts,
  ]);
  return { values: Object.fromEntries(entries), lineCount };
}

/** The lines of a text, each cut off when it is asked for: texts are long, and headers short. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end < 0 ? undefined : end);
    start = end < 0 ? text.length : end + 1;
  }
}
