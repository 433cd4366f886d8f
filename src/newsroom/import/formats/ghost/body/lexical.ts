/** Lexical, in which Ghost's editor keeps texts since its version 5.56, as HTML. */
import { Xml, type XmlPart, xml } from "../../../../../content/markup/xml.ts";
import { type Card, cardHtml, cardOf, type Lose, textOf } from "./cards.ts";

/** No text that a person wrote is nested deeper. */
const deepest = 64;

/**
 * The HTML of a document: `{"root": {"children": […]}}`. The nodes of Lexical's own are text, links, lists, quotations and
 * headings; all others are Ghost's cards.
 */
export function lexicalHtml(document: unknown, lose: Lose): string {
  return xml`${nodes(cardOf(cardOf(document)["root"]), lose, 0)}`.toString();
}

export function isLexical(document: unknown): boolean {
  return Array.isArray(cardOf(cardOf(document)["root"])["children"]);
}

function nodes(parent: Card, lose: Lose, depth: number): XmlPart {
  const children = parent["children"];
  if (!Array.isArray(children)) return undefined;
  if (depth > deepest) {
    lose({ code: "dropped-markup", message: `what is nested more than ${deepest} deep is left out` });
    return undefined;
  }
  return children.map((child: unknown) => node(cardOf(child), lose, depth + 1));
}

function node(value: Card, lose: Lose, depth: number): XmlPart {
  const inner = () => nodes(value, lose, depth);
  switch (textOf(value, "type")) {
    case "paragraph":
    case "tk":
      return xml`<p>${inner()}</p>`;
    case "heading":
    case "extended-heading":
      return element(/^h[1-6]$/.test(textOf(value, "tag")) ? textOf(value, "tag") : "h2", inner());
    case "quote":
    case "extended-quote":
    case "aside":
      return xml`<blockquote><p>${inner()}</p></blockquote>`;
    case "list":
      return element(textOf(value, "listType") === "number" ? "ol" : "ul", inner());
    case "listitem":
      return xml`<li>${inner()}</li>`;
    case "link":
    case "autolink":
      return xml`<a href="${textOf(value, "url")}">${inner()}</a>`;
    case "at-link": {
      const url = textOf(value, "url");
      return url === "" ? inner() : xml`<a href="${url}">${inner()}</a>`;
    }
    case "linebreak":
      return xml`<br/>`;
    case "tab":
      return " ";
    case "text":
    case "extended-text":
    case "code-highlight":
      return formatted(textOf(value, "text"), value["format"]);
    // Says nothing by itself: it stands where a caret may.
    case "zwnj":
    case "at-link-search":
      return undefined;
    default:
      return cardHtml(textOf(value, "type"), value, lose);
  }
}

/** https://github.com/facebook/lexical: `LexicalConstants.ts`, one bit for each format. */
const formats: readonly (readonly [bit: number, tag: string])[] = [
  [16, "code"],
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

function formatted(text: string, format: unknown): XmlPart {
  const bits = typeof format === "number" ? format : 0;
  return formats.reduce<XmlPart>(
    (inner, [bit, tag]) => ((bits & bit) === 0 ? inner : element(tag, inner)),
    text,
  );
}

function element(tag: string, inner: XmlPart): Xml {
  return xml`${new Xml(`<${tag}>`)}${inner}${new Xml(`</${tag}>`)}`;
}
