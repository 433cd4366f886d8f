/** Elements of XML as HTML. */
import { Xml, type XmlPart, xml } from "../../../../../content/markup/xml.ts";
import { elementsIn, type XmlElement } from "../../../foreign/reading/xml-elements.ts";

/** How one vocabulary makes HTML of an element: undefined where its children alone stand for it. */
export type ElementWriter = (element: XmlElement, inner: () => XmlPart) => XmlPart | undefined;

/** The HTML of what is in an element. */
export function innerHtml(element: XmlElement | undefined, write: ElementWriter): XmlPart {
  return (element?.children ?? []).map((child) => {
    if (typeof child === "string") return child;
    const inner = () => innerHtml(child, write);
    return write(child, inner) ?? inner();
  });
}

/** XHTML as it stands: its elements have the names that HTML's have. */
export function xhtmlElement(element: XmlElement, inner: () => XmlPart): XmlPart {
  return tagged(element.local, inner(), [...element.attributes]);
}

/** The body of an XHTML document, or a part of one. */
export function bodyOfXhtml(element: XmlElement): XmlElement {
  return elementsIn(element).find(({ local }) => local === "body") ?? element;
}

const voidElements: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "source", "track", "wbr"]);

export function tagged(
  name: string,
  inner: XmlPart,
  attributes: readonly (readonly [name: string, value: string])[] = [],
): Xml {
  const tag = name.toLowerCase();
  const written = attributes
    .filter(([key]) => /^[a-z][a-z-]*$/i.test(key))
    .map(([key, value]) => xml` ${new Xml(key)}="${value}"`);
  const open = xml`${new Xml(`<${tag}`)}${written}`;
  return voidElements.has(tag) ? xml`${open}/>` : xml`${open}>${inner}${new Xml(`</${tag}>`)}`;
}
