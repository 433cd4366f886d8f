/** JSON of elsewhere: what it holds, and where in it that stands. */
import { parse, type ValueNode } from "@humanwhocodes/momoa";
import {
  type Diagnostic,
  errorAt,
  type Place,
  placesIn,
} from "../../../../content/diagnostics/diagnostic.ts";
import { onDemand } from "../../../../content/values/on-demand.ts";

export type JsonSource = {
  readonly value: unknown;
  /** Where the value of a path stands. The text is looked through anew at the first call only. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
};

/** Exports are written in one line: what is longer is not shown. */
const longestShownLine = 400;

/** No export comes near it, and what looks through the values calls itself for each. */
const mostDepth = 500;

/** Reads a JSON text, or says where it is broken. */
export function jsonSource(file: string, text: string): JsonSource | Diagnostic {
  const placeAt = placesIn(file, text);
  const shownPlace = (offset: number): Place => {
    const { sourceLine = "", ...place } = placeAt(offset);
    return sourceLine.length > longestShownLine ? place : { ...place, sourceLine };
  };
  const tooDeep = placeDeeperThan(mostDepth, text);
  if (tooDeep !== undefined) {
    const message = `arrays and objects stand more than ${mostDepth} deep in each other`;
    return errorAt(shownPlace(tooDeep), "too-large", message);
  }
  try {
    const value: unknown = JSON.parse(text);
    const tree = onDemand(() => parse(text).body);
    return { value, placeOf: (path) => shownPlace(nodeAt(tree(), path).loc.start.offset) };
  } catch {
    const { offset, what } = firstFault(text);
    return errorAt(shownPlace(offset), "broken-json", `this is not JSON: ${what}; export the file again`);
  }
}

export function isJsonFault(source: JsonSource | Diagnostic): source is Diagnostic {
  return "code" in source;
}

/** The value at a path, or the innermost there is on the way to it. */
function nodeAt(node: ValueNode, path: readonly PropertyKey[]): ValueNode {
  const [key, ...rest] = path;
  if (key === undefined) return node;
  const inner =
    node.type === "Array"
      ? node.elements[Number(key)]?.value
      : node.type === "Object"
        ? node.members.find(({ name }) => ("value" in name ? name.value : name.name) === key)?.value
        : undefined;
  return inner === undefined ? node : nodeAt(inner, rest);
}

/** Where a text is broken that is no JSON. The built-in reader does not always say where. */
function firstFault(text: string): { readonly offset: number; readonly what: string } {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Error && "offset" in error && typeof error.offset === "number") {
      const rest = text.slice(error.offset).trim();
      // Of a text that ends too early, its last piece is told as what is wrong.
      const isAtEnd =
        error.message.startsWith("Unexpected end of input") || /^(?:[\]},:]|"?[^\s"\]},:]*)$/.test(rest);
      if (isAtEnd) return { offset: text.trimEnd().length, what: "it ends too early, or wrongly" };
      const what = /^Unexpected (.*?) found\. /.exec(error.message)?.[1] ?? "something";
      return { offset: error.offset, what: `${what} stands here, which must not` };
    }
  }
  return { offset: 0, what: "it holds a character that it must not" };
}

/** Where brackets and braces stand so deep in each other for the first time. */
function placeDeeperThan(most: number, text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at + 1);
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > most) return at;
  }
  return undefined;
}

/** Where the quotation mark stands that ends a text. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (at - escapes > from && text[at - escapes - 1] === "\\") escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
