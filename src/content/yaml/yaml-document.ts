/** The document of a YAML text: neither brackets without end nor thousands of keys are too much for the parser. */
import { type Document, isCollection, isPair, isScalar, parseDocument, YAMLParseError } from "yaml";

/** No article needs so many levels, and the parser runs out of its stack at a few times as many. */
const deepestLevel = 200;

/** Parses a YAML 1.2 text. What is wrong stands among the errors of the document, in the order of the text. */
export function yamlDocument(text: string): Document.Parsed {
  const depth = tooDeepAt(text);
  // The parser itself compares each key with all before it.
  const options = { prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(depth === undefined ? text : "", options);
  if (depth !== undefined) {
    const message = `more than ${deepestLevel} levels inside each other`;
    document.errors.push(new YAMLParseError([depth, depth + 1], "RESOURCE_EXHAUSTION", message));
  }
  for (const offset of repeatedKeys(document.contents)) {
    const message = "Map keys must be unique";
    document.errors.push(new YAMLParseError([offset, offset + 1], "DUPLICATE_KEY", message));
  }
  document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  return document;
}

/** Where a text may go deeper than can be read. Each level takes a bracket, an indicator or a space of its own. */
function tooDeepAt(text: string): number | undefined {
  let open = 0;
  let inLine = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}\n]|[-?:][ \t]|(?<=\n|^) +/g)) {
    if (sign === "\n") inLine = 0;
    else if (sign === "[" || sign === "{") open += 1;
    else if (sign === "]" || sign === "}") open = Math.max(0, open - 1);
    else if (open === 0) inLine += sign.trim() === "" ? sign.length : 1;
    if (open + inLine > deepestLevel) return index;
  }
  return undefined;
}

/** Where keys stand whose mapping has them already, of a node and of all inside it. */
function repeatedKeys(node: unknown): number[] {
  if (isPair(node)) return [...repeatedKeys(node.key), ...repeatedKeys(node.value)];
  if (!isCollection(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap((item) => {
    const inside = repeatedKeys(item);
    if (!isPair(item) || !isScalar(item.key)) return inside;
    const { value, range } = item.key;
    if (seen.has(value)) return [range?.[0] ?? 0, ...inside];
    seen.add(value);
    return inside;
  });
}
