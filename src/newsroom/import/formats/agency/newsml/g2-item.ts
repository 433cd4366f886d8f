/** Items of NewsML-G2: https://iptc.org/standards/newsml-g2/ */
import { xml } from "../../../../../content/markup/xml.ts";
import type { ForeignBody, ForeignPicture } from "../../../foreign/foreign-item.ts";
import { plainTextOf } from "../../../foreign/reading/plain-text.ts";
import {
  childOf,
  childrenOf,
  elementsIn,
  textIn,
  type XmlElement,
} from "../../../foreign/reading/xml-elements.ts";
import type { AgencyItem, Subject } from "../agency-item.ts";
import { paragraphsOf } from "../opening.ts";
import { nitfItem } from "./nitf-item.ts";
import { bodyOfXhtml, innerHtml, xhtmlElement } from "./xml-html.ts";

/** @param pictures of the same message, by their identifiers */
export function g2Item(element: XmlElement, pictures: ReadonlyMap<string, ForeignPicture>): AgencyItem {
  const [meta, content, rights] = ["itemMeta", "contentMeta", "rightsInfo"].map((name) =>
    childOf(element, name),
  );
  const language = childOf(content, "language")?.attributes.get("tag") ?? element.attributes.get("xml:lang");
  const nitf = inlineNitf(element);
  const inner = nitf === undefined ? undefined : nitfItem(nitf);
  const version = Number(element.attributes.get("version") ?? 0) || 0;
  const made = valueIn(meta, "versionCreated");
  const created = valueIn(meta, "firstCreated") ?? valueIn(content, "contentCreated") ?? inner?.created;
  const headline = inLanguage(childrenOf(content, "headline"), language);
  const source = sourceOf(meta, content, rights);
  const located = childOf(content, "located");
  const subjects = subjectsOf(content, language);
  return {
    id: identifierOf(element) ?? element.place.file,
    version,
    place: element.place,
    type: codeOf(childOf(meta, "itemClass")),
    status: statusOf(meta),
    isPartial: false,
    headline: headline ?? inner?.headline ?? inLanguage(childrenOf(meta, "title"), language),
    description: inLanguage(childrenOf(content, "description"), language) ?? inner?.description,
    created: created ?? made,
    // What is its first version was not changed for anybody.
    changed: version > 1 ? (valueIn(content, "contentModified") ?? made) : undefined,
    embargoed: valueIn(meta, "embargoed") ?? inner?.embargoed,
    expires: inner?.expires,
    dateline: lineIn(childOf(content, "dateline")) ?? inner?.dateline,
    located: located && inLanguage(childrenOf(located, "name"), language),
    bylines: bylinesOf(content, inner),
    source: source === undefined ? inner?.source : { name: source },
    language,
    services: namesOf(childrenOf(meta, "service"), language),
    subjects: subjects.length > 0 ? subjects : (inner?.subjects ?? []),
    keywords: [...linesIn(childrenOf(content, "keyword")), ...(inner?.keywords ?? [])],
    pictures: linksOf(element).flatMap((id) => pictures.get(id) ?? []),
    body: inner?.body ?? textOf(element),
    remarks: remarksOf(meta, content, rights, inner),
  };
}

export function identifierOf(element: XmlElement): string | undefined {
  return element.attributes.get("guid");
}

/** What a picture's own item says of it; undefined of what is no picture that has a file. */
export function g2Picture(element: XmlElement): ForeignPicture | undefined {
  const [meta, content, rights] = ["itemMeta", "contentMeta", "rightsInfo"].map((name) =>
    childOf(element, name),
  );
  if (!/^(?:picture|graphic)$/.test(codeOf(childOf(meta, "itemClass")) ?? "")) return undefined;
  const remotes = childrenOf(childOf(element, "contentSet"), "remoteContent");
  const width = ({ attributes }: XmlElement) =>
    /thumb|icon/i.test(attributes.get("rendition") ?? "") ? -1 : Number(attributes.get("width") ?? 0) || 0;
  const [best] = [...remotes].sort((a, b) => width(b) - width(a));
  const src = best?.attributes.get("href");
  if (src === undefined) return undefined;
  return {
    src,
    caption: lineIn(childOf(content, "description")),
    credit:
      lineIn(childOf(content, "creditline")) ??
      lineIn(childOf(content, "by")) ??
      sourceOf(meta, content, rights),
  };
}

/** Of all items: those that a text names as its own. */
export function linksOf(element: XmlElement): string[] {
  return [childOf(element, "itemMeta"), element].flatMap((parent) =>
    childrenOf(parent, "link").flatMap(({ attributes }) => attributes.get("residref") ?? []),
  );
}

/** `usable`, of `<pubStatus qcode="stat:usable"/>` */
function statusOf(meta: XmlElement | undefined): string | undefined {
  return codeOf(childOf(meta, "pubStatus"));
}

function codeOf(element: XmlElement | undefined): string | undefined {
  const code = element?.attributes.get("qcode") ?? element?.attributes.get("uri");
  return code?.replace(/^.*[:/]/, "");
}

function lineIn(element: XmlElement | undefined): string | undefined {
  return plainTextOf(textIn(element).replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
}

function linesIn(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => lineIn(element) ?? []);
}

function valueIn(element: XmlElement | undefined, name: string): string | undefined {
  const value = textIn(childOf(element, name)).trim();
  return value === "" ? undefined : value;
}

/** Of several, the one in the item's own language. */
function inLanguage(elements: readonly XmlElement[], language: string | undefined): string | undefined {
  const primary = language?.split("-")[0];
  const own = elements.find(({ attributes }) => attributes.get("xml:lang")?.split("-")[0] === primary);
  return lineIn(own ?? elements[0]);
}

function namesOf(elements: readonly XmlElement[], language: string | undefined): string[] {
  return elements.flatMap((element) => inLanguage(childrenOf(element, "name"), language) ?? []);
}

function subjectsOf(content: XmlElement | undefined, language: string | undefined): Subject[] {
  return childrenOf(content, "subject").flatMap((subject) => {
    const name = inLanguage(childrenOf(subject, "name"), language);
    const code = subject.attributes.get("qcode") ?? subject.attributes.get("uri");
    return name === undefined ? [] : [{ name, code }];
  });
}

function sourceOf(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
  rights: XmlElement | undefined,
): string | undefined {
  const holders = [
    childOf(meta, "provider"),
    childOf(rights, "copyrightHolder"),
    ...childrenOf(content, "infoSource"),
  ];
  const named = holders.flatMap((holder) => lineIn(childOf(holder, "name")) ?? [])[0];
  return (
    named ??
    lineIn(childOf(content, "creditline")) ??
    holders.flatMap((holder) => holder?.attributes.get("literal") ?? [])[0]
  );
}

/** What is printed goes before who wrote it. */
function bylinesOf(content: XmlElement | undefined, inner: AgencyItem | undefined): readonly string[] {
  const printed = linesIn(childrenOf(content, "by"));
  if (printed.length > 0) return printed;
  if (inner !== undefined && inner.bylines.length > 0) return inner.bylines;
  return childrenOf(content, "creator").flatMap((creator) => lineIn(childOf(creator, "name")) ?? []);
}

function inlineNitf(element: XmlElement): XmlElement | undefined {
  return childrenOf(childOf(element, "contentSet"), "inlineXML")
    .flatMap(elementsIn)
    .find(({ local }) => local === "nitf");
}

/** XHTML as it stands, HTML that is escaped, or plain text. */
function textOf(element: XmlElement): ForeignBody | undefined {
  const set = childOf(element, "contentSet");
  const xhtml = childrenOf(set, "inlineXML")
    .flatMap(elementsIn)
    .find(
      ({ local, uri }) =>
        uri === "http://www.w3.org/1999/xhtml" ||
        ["html", "body", "div", "section", "article"].includes(local),
    );
  if (xhtml !== undefined) {
    const body = bodyOfXhtml(xhtml);
    return { form: "html", text: xml`${innerHtml(body, xhtmlElement)}`.toString() };
  }
  for (const data of childrenOf(set, "inlineData")) {
    const type = data.attributes.get("contenttype") ?? "";
    const text = textIn(data);
    // What is encoded in a way of its own is a file.
    if (text.trim() === "" || data.attributes.has("encoding")) continue;
    if (/html/.test(type)) return { form: "html", text };
    if (/plain/.test(type) || type === "") return { form: "text", text: paragraphsOf(text) };
  }
  return undefined;
}

/** The codes of subjects that only a list elsewhere gives names. */
function namelessIn(content: XmlElement | undefined): string | undefined {
  const codes = childrenOf(content, "subject")
    .filter((subject) => childrenOf(subject, "name").length === 0)
    .flatMap(({ attributes }) => attributes.get("qcode") ?? attributes.get("uri") ?? []);
  return codes.length === 0 ? undefined : codes.join(", ");
}

/** What editors and lawyers read, by what it is. */
function remarksOf(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
  rights: XmlElement | undefined,
  inner: AgencyItem | undefined,
): ReadonlyMap<string, string> {
  const found = [
    ["note to editors", lineIn(childOf(meta, "edNote"))],
    ["copyright notice", lineIn(childOf(rights, "copyrightNotice"))],
    ["terms of usage", lineIn(childOf(rights, "usageTerms"))],
    ["slugline", lineIn(childOf(content, "slugline"))],
    ["subjects without a name", namelessIn(content)],
  ] as const;
  const said = found.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  return new Map([...(inner?.remarks ?? []), ...said]);
}
