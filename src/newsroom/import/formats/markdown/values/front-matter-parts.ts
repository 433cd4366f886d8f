/** The front matter of a foreign text, in whatever of the known forms it is, and the text below it. */
import { type Diagnostic, errorAt, type Place } from "../../../../../content/diagnostics/diagnostic.ts";
import { plainHeaders } from "./plain-headers.ts";
import { tomlValues } from "./toml-values.ts";
import type { Values, ValuesReading } from "./values.ts";
import { yamlValues } from "./yaml-values.ts";

export type FrontMatterParts = {
  /** Undefined where the text has no front matter. */
  readonly values: Values | undefined;
  readonly body: string;
  /** Where a key of the first level stands; of one that stands nowhere, where the text begins. */
  readonly placeOf: (key: string) => Place;
};

type Form = {
  readonly opening: RegExp;
  readonly closing: RegExp;
  readonly read: ((file: string, text: string, linesBefore: number) => ValuesReading) | string;
};

const yamlClosing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

/** Jekyll's, Hugo's and Zola's, and those of gray-matter, which Eleventy and Gatsby read with. */
const fencedForms: readonly Form[] = [
  { opening: /^---[ \t]*(?:ya?ml)?[ \t]*\n/, closing: yamlClosing, read: yamlValues },
  { opening: /^\+\+\+[ \t]*\n/, closing: /^\+\+\+[ \t]*(?:\n|$)/m, read: tomlValues },
  { opening: /^---[ \t]*toml[ \t]*\n/, closing: yamlClosing, read: tomlValues },
  { opening: /^---[ \t]*json[ \t]*\n/, closing: yamlClosing, read: yamlValues },
  {
    opening: /^---[ \t]*(?:js|javascript|coffee)[ \t]*\n/,
    closing: yamlClosing,
    read: "front matter that is code is not run; write its values as YAML",
  },
];

/** Parts a text. Gives a diagnostic where its front matter cannot be read. */
export function frontMatterParts(file: string, text: string): FrontMatterParts | Diagnostic {
  for (const { opening, closing, read } of fencedForms) {
    const [fence] = opening.exec(text) ?? [];
    if (fence === undefined) continue;
    const rest = text.slice(fence.length);
    const end = closing.exec(rest);
    if (end === null) {
      const place = { file, line: 1, column: 1, sourceLine: fence.trimEnd() };
      const message = `front matter opens here and is never closed; add a line "${fence.slice(0, 3)}" after its last key`;
      return errorAt(place, "unclosed-front-matter", message);
    }
    const head = rest.slice(0, end.index);
    if (typeof read === "string") return errorAt({ file, line: 1, column: 1 }, "yaml-syntax", read);
    return partsOf(file, read(file, head, 1), head, 1, rest.slice(end.index + end[0].length));
  }
  // Sticky: at the beginning of the text alone.
  const json = /\{\s*(?:"[\s\S]*?|)^\}/my.exec(text)?.[0];
  if (json !== undefined) {
    const body = text.slice(json.length).replace(/^[ \t]*(?:\n;;;)?[ \t]*\n?/, "");
    return partsOf(file, yamlValues(file, json), json, 0, body);
  }
  const headers = plainHeaders(text);
  if (headers === undefined) return partsOf(file, undefined, "", 0, text);
  const lines = text.split("\n");
  const head = lines.slice(0, headers.lineCount).join("\n");
  return partsOf(file, headers, head, 0, lines.slice(headers.lineCount).join("\n"));
}

function partsOf(
  file: string,
  reading: ValuesReading | undefined,
  head: string,
  linesBefore: number,
  body: string,
): FrontMatterParts | Diagnostic {
  if (reading !== undefined && "fault" in reading) return reading.fault;
  return { values: reading?.values, body, placeOf: (key) => placeOfKey(file, head, linesBefore, key) };
}

function placeOfKey(file: string, head: string, linesBefore: number, key: string): Place {
  const lines = head.split("\n");
  const index = lines.findIndex((line) => {
    const written = line.trimStart().replace(/^["']/, "");
    return (
      written.slice(0, key.length).toLowerCase() === key.toLowerCase() &&
      /^["']?\s*[:=]/.test(written.slice(key.length))
    );
  });
  const sourceLine = lines[Math.max(0, index)] ?? "";
  const column = sourceLine.length - sourceLine.trimStart().length + 1;
  return index < 0
    ? { file, line: 1, column: 1 }
    : { file, line: linesBefore + index + 1, column, sourceLine };
}
