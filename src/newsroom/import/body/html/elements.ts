/** Elements of HTML as hast has them: their attributes, classes and words, and what kind they are of. */
import type { Element, ElementContent, Nodes, Properties } from "hast";

export function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: "element", tagName, properties, children };
}

export function textNode(value: string): ElementContent {
  return { type: "text", value };
}

/** The value of an attribute by its name in hast (`dataSrc`), as one text; undefined where it is not there or empty. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false || value === true) return undefined;
  const text = (Array.isArray(value) ? value.join(" ") : String(value)).trim();
  return text === "" ? undefined : text;
}

/** Whether one of its classes is of the pattern. */
export function hasClass({ properties }: Element, pattern: RegExp): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.some((name) => pattern.test(String(name)));
}

/** Whether a node is an element, of one of the names where some are given. */
export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === "element" && (names.length === 0 || names.some((name) => name === node.tagName));
}

/** The words of a node, with a space between blocks, of at most so many characters. */
export function wordsOf(node: Nodes, limit = 2_000): string {
  const parts: string[] = [];
  let length = 0;
  const collect = (one: Nodes): void => {
    if (length > limit) return;
    if (one.type === "text") {
      const words = one.value.replace(/\s+/g, " ");
      parts.push(words);
      length += words.trim().length;
    } else if ("children" in one) {
      if (isElement(one, "script", "style")) return;
      if (isElement(one) && isBlockName(one.tagName)) parts.push(" ");
      for (const child of one.children) collect(child);
    }
  };
  collect(node);
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** Whether any text of a node is more than white space. */
export function hasWords(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  return "children" in node && !isElement(node, "script", "style") && node.children.some(hasWords);
}

/** The first element inside a node that is asked for. */
export function found(node: Nodes, isIt: (element: Element) => boolean): Element | undefined {
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const one = isIt(child) ? child : found(child, isIt);
    if (one !== undefined) return one;
  }
  return undefined;
}

const blocks: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre section summary table tbody " +
    "td tfoot th thead tr ul video xmp audio iframe object embed"
  ).split(" "),
);

/** Whether elements of a name stand apart from the text around them, embedded media among them. */
export function isBlockName(tagName: string): boolean {
  return blocks.has(tagName);
}

/** All elements that hold a block, at any depth. */
export function holdersOfBlocks(tree: Nodes): ReadonlySet<Nodes> {
  const holders = new Set<Nodes>();
  const holds = (node: Nodes): boolean => {
    if (!("children" in node)) return false;
    let result = false;
    for (const child of node.children) {
      const inside = holds(child);
      if (inside || (isElement(child) && isBlockName(child.tagName))) result = true;
    }
    if (result) holders.add(node);
    return result;
  };
  holds(tree);
  return holders;
}
