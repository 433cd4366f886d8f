/** Files of NewsML-G2, an item or a message with several, and documents of NITF. */
import { errorAt } from "../../../../../content/diagnostics/diagnostic.ts";
import type { ForeignFormat } from "../../../foreign/foreign-format.ts";
import type { ForeignEntry } from "../../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../../foreign/foreign-source.ts";
import { noteOf } from "../../../foreign/reading/note-of.ts";
import { xmlChunks } from "../../../foreign/reading/xml-decoding.ts";
import { type XmlElement, xmlElements } from "../../../foreign/reading/xml-elements.ts";
import { entriesOfFiles, holdsItems } from "../agency-files.ts";
import type { AgencyItem } from "../agency-item.ts";
import { g2Item, g2Picture, identifierOf, linksOf } from "./g2-item.ts";
import { nitfItem } from "./nitf-item.ts";

export const newsml: ForeignFormat = {
  name: "newsml",
  title: "agencies' items in NewsML-G2",
  shape: "XML of NewsML-G2 with NITF or XHTML, a message with several, or NITF alone",
  recognizes: (source) => holdsItems(source, ending, isNewsMl),
  read: (source, options) => entriesOfFiles(source, ending, itemsIn, options),
};

const ending = /\.(?:xml|nitf)$/i;

/** Files in UTF-16 have a zero beside each letter. */
function isNewsMl(head: string): boolean {
  const text = head.replaceAll("\0", "");
  return (
    /^[\s\uFEFF\uFFFD]*</.test(text) && /<(?:\w+:)?(?:newsItem|newsMessage|packageItem|nitf)[\s>]/.test(text)
  );
}

/** Kinds of items beside those of news; what is in a package stands in items of its own. */
const otherItems: ReadonlySet<string> = new Set([
  "packageItem",
  "conceptItem",
  "knowledgeItem",
  "planningItem",
  "catalogItem",
]);

async function* itemsIn({ name: file, path }: ForeignSource): AsyncGenerator<AgencyItem | ForeignEntry> {
  const elements: XmlElement[] = [];
  for await (const one of xmlElements(file, xmlChunks(path), isItem)) {
    if ("kind" in one) {
      yield one;
      // What came before is given: it may be asked for.
      if (elements.length === 0) return;
    } else elements.push(one);
  }
  if (elements.length === 0) {
    const message = "there is no item of NewsML-G2 and no document of NITF in it; NewsML 1 is not read";
    yield { kind: "fault", diagnostic: errorAt({ file }, "wrong-type", message), stops: true };
    return;
  }
  const pictures = new Map(
    elements.flatMap((element) => {
      const [id, picture] = [identifierOf(element), g2Picture(element)];
      return id === undefined || picture === undefined ? [] : [[id, picture] as const];
    }),
  );
  const taken = new Set(elements.flatMap(linksOf));
  for (const element of elements.filter(({ local }) => otherItems.has(local))) {
    const id = identifierOf(element) ?? file;
    yield noteOf(
      { id, place: element.place },
      { code: "other-kind", message: `it is no text: ${element.local}` },
    );
  }
  for (const element of elements) {
    const id = identifierOf(element) ?? "";
    // A picture that a text of the same message names comes with the text.
    if (otherItems.has(element.local) || (pictures.has(id) && taken.has(id))) continue;
    yield element.local === "nitf" ? nitfItem(element) : g2Item(element, pictures);
  }
}

function isItem(path: readonly string[]): boolean {
  const name = path.at(-1)?.replace(/^.*:/, "") ?? "";
  return name === "newsItem" || otherItems.has(name) || name === "nitf";
}
