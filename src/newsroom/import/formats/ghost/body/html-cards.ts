/** Cards in HTML that Ghost made: its mark-up is for its own style sheets, and says little without them. */
import { DomUtils, parseDocument } from "htmlparser2";
import { xml } from "../../../../../content/markup/xml.ts";
import { type Card, cardHtml, type Lose } from "./cards.ts";

type Found = ReturnType<typeof DomUtils.findOne>;
type Element = NonNullable<Found>;

/** The class of a card's outermost element, the card's name, and what of it stands where. */
const cards: Readonly<Record<string, readonly [name: string, of: (element: Element) => Card]>> = {
  "kg-gallery-card": [
    "gallery",
    (element) => ({
      images: DomUtils.findAll((inner) => inner.name === "img", [element]).map(({ attribs }) => ({
        src: attribs["src"],
        alt: attribs["alt"],
      })),
      caption: captionOf(element),
    }),
  ],
  "kg-bookmark-card": [
    "bookmark",
    (element) => ({
      url: linkIn(element, "kg-bookmark-container"),
      metadata: {
        title: textIn(element, "kg-bookmark-title"),
        description: textIn(element, "kg-bookmark-description"),
        thumbnail: sourceIn(element, "kg-bookmark-thumbnail"),
      },
      caption: captionOf(element),
    }),
  ],
  "kg-callout-card": [
    "callout",
    (element) => ({
      calloutEmoji: textIn(element, "kg-callout-emoji"),
      calloutText: htmlIn(element, "kg-callout-text"),
    }),
  ],
  "kg-toggle-card": [
    "toggle",
    (element) => ({
      heading: htmlIn(element, "kg-toggle-heading-text"),
      content: htmlIn(element, "kg-toggle-content"),
    }),
  ],
  "kg-button-card": ["button", buttonIn("kg-btn")],
  "kg-product-card": [
    "product",
    (element) => ({
      productImageSrc: sourceIn(element, "kg-product-card-image"),
      productTitle: htmlIn(element, "kg-product-card-title"),
      productDescription: htmlIn(element, "kg-product-card-description"),
      productRatingEnabled: withClass(element, "kg-product-card-rating-star") !== undefined,
      productStarRating: DomUtils.findAll(
        (inner) => hasClass(inner, "kg-product-card-rating-active"),
        [element],
      ).length,
      productButtonEnabled: withClass(element, "kg-product-card-button") !== undefined,
      productButton: textIn(element, "kg-product-card-button"),
      productUrl: linkIn(element, "kg-product-card-button"),
    }),
  ],
  "kg-audio-card": [
    "audio",
    (element) => ({
      src: DomUtils.findOne((inner) => inner.name === "audio", [element])?.attribs["src"],
      title: textIn(element, "kg-audio-title"),
      caption: captionOf(element),
    }),
  ],
  "kg-video-card": [
    "video",
    (element) => ({
      src: DomUtils.findOne((inner) => inner.name === "video", [element])?.attribs["src"],
      caption: captionOf(element),
    }),
  ],
  "kg-file-card": [
    "file",
    (element) => ({
      src: linkIn(element, "kg-file-card-container"),
      fileTitle: textIn(element, "kg-file-card-title"),
      fileName: textIn(element, "kg-file-card-filename"),
      fileCaption: htmlIn(element, "kg-file-card-caption"),
    }),
  ],
  "kg-header-card": [
    "header",
    (element) => ({
      header: htmlIn(element, "kg-header-card-heading") || htmlIn(element, "kg-header-card-header"),
      subheader: htmlIn(element, "kg-header-card-subheading") || htmlIn(element, "kg-header-card-subheader"),
      buttonEnabled: withClass(element, "kg-header-card-button") !== undefined,
      ...buttonIn("kg-header-card-button")(element),
    }),
  ],
  "kg-cta-card": [
    "call-to-action",
    (element) => ({
      imageUrl: DomUtils.findOne((inner) => inner.name === "img", [element])?.attribs["src"],
      textValue: htmlIn(element, "kg-cta-text"),
      showButton: withClass(element, "kg-cta-button") !== undefined,
      ...buttonIn("kg-cta-button")(element),
    }),
  ],
  "kg-signup-card": ["signup", () => ({})],
  "kg-nft-card": [
    "nft",
    (element) => ({ url: linkIn(element, "kg-nft-card"), title: textIn(element, "kg-nft-title") }),
  ],
};

/** The same HTML with each card as it would be written by hand. What is nested too deep for that stays as it is. */
export function withPlainCards(html: string, lose: Lose): string {
  if (!html.includes("kg-")) return html;
  try {
    const document = parseDocument(html);
    for (const element of DomUtils.findAll((found) => cardOf(found) !== undefined, [document])) {
      const [name, read] = cardOf(element) ?? [];
      if (name === undefined || read === undefined) continue;
      const plain = parseDocument(xml`${cardHtml(name, read(element), lose)}`.toString());
      for (const child of [...plain.children]) DomUtils.prepend(element, child);
      DomUtils.removeElement(element);
    }
    return DomUtils.getOuterHTML(document, { encodeEntities: "utf8" });
  } catch (error) {
    if (error instanceof RangeError) return html;
    throw error;
  }
}

function cardOf(element: Element) {
  const name = classesOf(element).find((one) => Object.hasOwn(cards, one));
  // A gallery's images, and a card within a toggle, are cards as well: the outermost is made first, with all in it.
  return name === undefined || isInCard(element) ? undefined : cards[name];
}

function isInCard(element: Element): boolean {
  for (let above = element.parent; above !== null; above = above.parent) {
    if ("attribs" in above && classesOf(above).some((one) => Object.hasOwn(cards, one))) return true;
  }
  return false;
}

function classesOf({ attribs }: Pick<Element, "attribs">): readonly string[] {
  return (attribs["class"] ?? "").split(/\s+/);
}

function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

function withClass(element: Element, name: string): Element | undefined {
  return DomUtils.findOne((inner) => hasClass(inner, name), [element]) ?? undefined;
}

function textIn(element: Element, name: string): string {
  const found = withClass(element, name);
  return found === undefined ? "" : DomUtils.textContent(found).trim();
}

function htmlIn(element: Element, name: string): string {
  const found = withClass(element, name);
  return found === undefined ? "" : DomUtils.getInnerHTML(found, { encodeEntities: "utf8" }).trim();
}

function captionOf(element: Element): string {
  const found = DomUtils.findOne((inner) => inner.name === "figcaption", [element]);
  return found === null ? "" : DomUtils.getInnerHTML(found, { encodeEntities: "utf8" });
}

function linkIn(element: Element, name: string): string {
  return withClass(element, name)?.attribs["href"] ?? "";
}

/** Of a picture, or of the element that holds it. */
function sourceIn(element: Element, name: string): string {
  const holder = withClass(element, name);
  const image = holder && DomUtils.findOne((inner) => inner.name === "img", [holder]);
  return image?.attribs["src"] ?? "";
}

function buttonIn(name: string): (element: Element) => Card {
  return (element) => ({ buttonText: textIn(element, name), buttonUrl: linkIn(element, name) });
}
