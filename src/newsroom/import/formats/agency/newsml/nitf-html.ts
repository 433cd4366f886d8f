/** The text of NITF as HTML: https://iptc.org/std/NITF/3.6/documentation/ */
import { type XmlPart, xml } from "../../../../../content/markup/xml.ts";
import type { ForeignPicture } from "../../../foreign/foreign-item.ts";
import type { LostPart } from "../../../foreign/import-notes.ts";
import {
  childOf,
  childrenOf,
  elementsIn,
  textIn,
  type XmlElement,
} from "../../../foreign/reading/xml-elements.ts";
import { innerHtml, tagged } from "./xml-html.ts";

export function nitfHtml(content: XmlElement | undefined): string {
  return xml`${innerHtml(content, written)}`.toString();
}

/** Tables of data that say nothing without a program of their own, listed once. */
export function lostInNitf(content: XmlElement | undefined): LostPart[] {
  const isLost = (element: XmlElement): boolean =>
    dataTables.has(element.local) || elementsIn(element).some(isLost);
  if (content === undefined || !isLost(content)) return [];
  return [{ code: "dropped-markup", message: "a table of data (nitf-table, custom-table) is left out" }];
}

const dataTables: ReadonlySet<string> = new Set(["nitf-table", "custom-table"]);

/** Elements that HTML has under the same name and with the same meaning. */
const same: ReadonlySet<string> = new Set(
  "p table thead tbody tfoot tr td th caption col colgroup ul ol li dl dt dd pre br hr em strong sub sup q".split(
    " ",
  ),
);

/** Elements that HTML has under another name. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["hl1", "h2"],
  ["hl2", "h2"],
  ["hl3", "h3"],
  ["bq", "blockquote"],
  ["block", "div"],
  ["note", "aside"],
  ["credit", "p"],
  ["abstract", "div"],
  ["tagline", "p"],
  ["bibliography", "p"],
  ["i", "em"],
  ["b", "strong"],
]);

/** Values that say of what an element's words are: the words stay, and nothing is said of them here. */
function written(element: XmlElement, inner: () => XmlPart): XmlPart | undefined {
  const { local, attributes } = element;
  const spans = ["colspan", "rowspan"].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (local === "a") {
    const href = attributes.get("href");
    return href === undefined ? undefined : tagged("a", inner(), [["href", href]]);
  }
  if (local === "em" && /bold/i.test(attributes.get("class") ?? "")) return tagged("strong", inner());
  if (local === "media") return mediaHtml(element);
  if (local === "fn") return xml` (${inner()})`;
  if (local === "frac")
    return xml`${textIn(childOf(element, "frac-num"))}⁄${textIn(childOf(element, "frac-den"))}`;
  // The dateline and the byline are read where they stand; they may stand in the text again.
  if (["dateline", "byline", "datasource"].includes(local) || dataTables.has(local)) return [];
  const name = same.has(local) ? local : renamed.get(local);
  return name === undefined ? undefined : tagged(name, inner(), spans);
}

function mediaHtml(media: XmlElement): XmlPart {
  const picture = pictureOf(media);
  if (picture !== undefined) {
    const { src, alt = "", caption = "", credit = "" } = picture;
    const below = [caption, credit].filter((text) => text !== "").join(" ");
    return xml`<figure><img src="${src}" alt="${alt}"/>${below !== "" && xml`<figcaption>${below}</figcaption>`}</figure>`;
  }
  const [source] = sourcesOf(media);
  return source === undefined
    ? []
    : xml`<p><a href="${source}">${textIn(childOf(media, "media-caption")) || source}</a></p>`;
}

/** A picture that a text of NITF shows; undefined of a film or a sound. */
function pictureOf(media: XmlElement): ForeignPicture | undefined {
  const isPicture = /^(?:image|photo|picture|graphic)/i.test(media.attributes.get("media-type") ?? "image");
  const [src] = sourcesOf(media);
  if (!isPicture || src === undefined) return undefined;
  const alternate = childrenOf(media, "media-reference").map(({ attributes }) =>
    attributes.get("alternate-text"),
  );
  return {
    src,
    alt: alternate.find((text) => text !== undefined),
    caption: textIn(childOf(media, "media-caption")).trim(),
    credit: textIn(childOf(media, "media-producer")).trim(),
  };
}

/** The largest first. */
function sourcesOf(media: XmlElement): string[] {
  const width = ({ attributes }: XmlElement) => Number(attributes.get("width") ?? 0) || 0;
  return [...childrenOf(media, "media-reference")]
    .sort((a, b) => width(b) - width(a))
    .flatMap(({ attributes }) => attributes.get("source") ?? []);
}
