/** Mobiledoc, in which Ghost's editor kept texts from its version 1 on, as HTML. */
import { Xml, type XmlPart, xml } from "../../../../../content/markup/xml.ts";
import { type Card, cardHtml, cardOf, type Lose, textOf } from "./cards.ts";

/**
 * The HTML of a document of the versions 0.2 to 0.3.2
 * (https://github.com/bustle/mobiledoc-kit/blob/main/MOBILEDOC.md): sections, the markers in them, and cards.
 */
export function mobiledocHtml(value: unknown, lose: Lose): string {
  const document = documentOf(cardOf(value));
  return xml`${document.sections.map((section) => sectionHtml(section, document, lose))}`.toString();
}

export function isMobiledoc(value: unknown): boolean {
  return Array.isArray(cardOf(value)["sections"]);
}

type Document = {
  readonly markups: readonly unknown[][];
  readonly atoms: readonly unknown[][];
  readonly cards: readonly unknown[][];
  readonly sections: readonly unknown[][];
};

/** In 0.2, markups stand beside the sections, and a card within its section. */
function documentOf(value: Card): Document {
  const isOld = textOf(value, "version").startsWith("0.2");
  const [oldMarkups, oldSections] = isOld ? list(value["sections"]) : [];
  return {
    markups: lists(isOld ? oldMarkups : value["markups"]),
    atoms: lists(value["atoms"]),
    cards: lists(value["cards"]),
    sections: lists(isOld ? oldSections : value["sections"]),
  };
}

const markupSection = 1;
const imageSection = 2;
const listSection = 3;
const cardSection = 10;

const sectionTags = /^(?:p|h[1-6]|blockquote|aside|ul|ol)$/;

function sectionHtml([kind, first, second]: readonly unknown[], document: Document, lose: Lose): XmlPart {
  const tag = typeof first === "string" ? first.toLowerCase() : "p";
  switch (kind) {
    case markupSection:
      return markup(sectionTags.test(tag) ? tag : "p", markersHtml(lists(second), document));
    case imageSection:
      return cardHtml("image", { src: first }, lose);
    case listSection: {
      const items = list(second).map((item) => xml`<li>${markersHtml(lists(item), document)}</li>`);
      return element(tag === "ol" ? "ol" : "ul", items);
    }
    case cardSection: {
      const [name, payload] = typeof first === "number" ? (document.cards[first] ?? []) : [first, second];
      return cardHtml(typeof name === "string" ? name : "?", cardOf(payload), lose);
    }
    default:
      lose({ code: "unknown-code", message: "a section of a kind that is not known is left out" });
      return undefined;
  }
}

function markup(tag: string, inner: XmlPart): XmlPart {
  return tag === "blockquote" || tag === "aside"
    ? xml`<blockquote><p>${inner}</p></blockquote>`
    : element(tag, inner);
}

const inlineTags: ReadonlySet<string> = new Set(
  "a b code em i s strong sub sup u mark del ins small span".split(" "),
);

/** Markers open and close markups by their numbers: those that a section leaves open are closed with it. */
function markersHtml(markers: readonly unknown[][], { markups, atoms }: Document): XmlPart {
  const pieces: string[] = [];
  const open: string[] = [];
  const close = () => {
    const tag = open.pop();
    if (tag !== undefined) pieces.push(`</${tag}>`);
  };
  for (const marker of markers) {
    // In 0.2 there are no atoms, and a marker does not say that it is none.
    const [isAtom, opened, closed, value] = marker.length === 3 ? [0, ...marker] : marker;
    for (const number of list(opened)) {
      const [tag, attributes] = (typeof number === "number" ? markups[number] : undefined) ?? [];
      if (typeof tag !== "string" || !inlineTags.has(tag.toLowerCase())) open.push("span");
      else open.push(tag.toLowerCase());
      pieces.push(openingTag(open.at(-1) ?? "span", list(attributes)));
    }
    pieces.push(isAtom === 1 ? atomHtml(atoms[Number(value)]) : textHtml(value));
    for (let count = typeof closed === "number" ? closed : 0; count > 0 && open.length > 0; count -= 1)
      close();
  }
  while (open.length > 0) close();
  return new Xml(pieces.join(""));
}

function openingTag(tag: string, attributes: readonly unknown[]): string {
  const at = attributes.indexOf("href");
  const href = at === -1 ? undefined : attributes[at + 1];
  return tag === "a" && typeof href === "string" ? xml`<a href="${href}">`.toString() : `<${tag}>`;
}

function atomHtml([name, text]: readonly unknown[] = []): string {
  return name === "soft-return" ? "<br/>" : textHtml(text);
}

function textHtml(text: unknown): string {
  return typeof text === "string" ? xml`${text}`.toString() : "";
}

function element(tag: string, inner: XmlPart): Xml {
  return xml`${new Xml(`<${tag}>`)}${inner}${new Xml(`</${tag}>`)}`;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lists(value: unknown): readonly unknown[][] {
  return list(value).map((item) => [...list(item)]);
}
