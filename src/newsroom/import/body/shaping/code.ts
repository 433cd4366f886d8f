/** Code of foreign HTML, and verse that is set as it is written. */
import type { Element, ElementContent } from "hast";
import { attribute, element, found, hasClass, isBlockName, isElement, textNode } from "../html/elements.ts";
import type { Around, Shaper } from "./shaper.ts";

const language = /^(?:language|lang|brush:|highlight-source|highlight-text|sourceCode)[-:]?\s*([\w+#.-]+)/i;

/** Whether a box or a table is code with its numbers of lines, or its colours, around it. */
export function isCode(node: Element): boolean {
  return (
    isBoxOfLines(node) ||
    (hasClass(
      node,
      /^(?:highlighter-rouge|highlight|rouge-table|lntable|crayon-table|codehilite(?:table)?)$/,
    ) &&
      pre(node) !== undefined)
  );
}

/** Code of old weblogs: words in colours, and line breaks between. */
function isBoxOfLines(node: Element): boolean {
  return (
    node.tagName === "div" &&
    hasClass(node, /^(?:code|codebox|codeblock|code-block)$/) &&
    found(node, ({ tagName }) => tagName === "br") !== undefined &&
    found(node, (one) => one !== node && (isBlockName(one.tagName) || one.tagName === "img")) === undefined
  );
}

/** The text of such a box, whose white space is as in any text. */
function linesOf(node: Element): string {
  return textOf(node, (text) => text.replace(/[ \t\r\n]+/g, " "))
    .replace(/ ?\n ?/g, "\n")
    .replaceAll("\u{a0}", " ");
}

function pre(node: Element): Element | undefined {
  return found(node, (one) => one.tagName === "pre" && !isGutter(one));
}

function isGutter(node: Element): boolean {
  return hasClass(node, /^(?:lineno|linenos?|gutter|line-numbers-rows)$/) || /^[\s\d]*$/.test(textOf(node));
}

/** Fenced code; verse becomes a paragraph whose lines stay. */
export function preformatted(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const block = node.tagName === "pre" ? node : (pre(node) ?? node);
  if (hasClass(node, /verse|poem|poetry/)) return verse(shaper, block, around);
  const text = (isBoxOfLines(block) ? linesOf(block) : textOf(block))
    .replace(/\r\n?/g, "\n")
    .replace(/^\n+/, "")
    .trimEnd();
  if (text === "") return [];
  const name = languageOf(node) ?? languageOf(block);
  const code = element(
    "code",
    [textNode(text)],
    name === undefined ? {} : { className: [`language-${name}`] },
  );
  return [element("pre", [code])];
}

function languageOf(node: Element): string | undefined {
  const inner = found(node, ({ tagName }) => tagName === "code");
  for (const one of inner === undefined ? [node] : [node, inner]) {
    const names = [attribute(one, "dataLang") ?? "", attribute(one, "dataLanguage") ?? ""];
    const classes = (attribute(one, "className") ?? "").replace(/brush:\s*/, "brush:").split(/[\s;]+/);
    const name =
      names.find((value) => value !== "") ?? classes.flatMap((value) => language.exec(value)?.[1] ?? [])[0];
    if (name !== undefined && !/^(?:plaintext|text|none|plain)$/i.test(name))
      return /^[\w+#.-]+$/.test(name) ? name : undefined;
  }
  return undefined;
}

/** The text of code: its lines may be broken by `<br>`, or be blocks of their own. */
function textOf(node: Element, written: (text: string) => string = (text) => text): string {
  return node.children
    .map((child) => {
      if (child.type === "text") return written(child.value);
      if (!isElement(child) || hasClass(child, /^(?:lineno|linenos?|ln|lnt|gutter|line-numbers-rows)$/))
        return "";
      if (child.tagName === "br") return "\n";
      const text = textOf(child, written);
      return isBlockName(child.tagName) && !text.endsWith("\n") ? `${text}\n` : text;
    })
    .join("");
}

function verse(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  return shaper.text("p", { ...node, tagName: "p", children: node.children.flatMap(withLines) }, around);
}

function withLines(node: ElementContent): ElementContent[] {
  if (isElement(node)) return [{ ...node, children: node.children.flatMap(withLines) }];
  if (node.type !== "text") return [node];
  return node.value
    .split(/\r\n?|\n/)
    .flatMap((line, index) => (index === 0 ? [textNode(line)] : [element("br", []), textNode(line)]));
}
