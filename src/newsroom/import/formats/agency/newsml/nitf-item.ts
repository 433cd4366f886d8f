/** Documents of NITF, alone or within NewsML-G2. */
import { xml } from "../../../../../content/markup/xml.ts";
import { plainTextOf } from "../../../foreign/reading/plain-text.ts";
import {
  childOf,
  childrenOf,
  elementsIn,
  textIn,
  type XmlElement,
} from "../../../foreign/reading/xml-elements.ts";
import type { AgencyItem, Subject } from "../agency-item.ts";
import { lostInNitf, nitfHtml } from "./nitf-html.ts";

/** What a document says by itself; within NewsML-G2, what that says goes before it. */
export function nitfItem(nitf: XmlElement): AgencyItem {
  const head = childOf(nitf, "head");
  const docdata = childOf(head, "docdata");
  const body = childOf(nitf, "body");
  const top = childOf(body, "body.head");
  const hedline = childOf(top, "hedline");
  const id = docdata && childOf(docdata, "doc-id")?.attributes.get("id-string");
  const title = lineIn(childOf(hedline, "hl1")) ?? lineIn(childOf(head, "title"));
  const source =
    lineIn(childOf(top, "distributor")) ?? childOf(docdata, "doc.copyright")?.attributes.get("holder");
  const html = [
    nitfHtml(childOf(body, "body.content")),
    ...elementsIn(childOf(body, "body.end")).map((element) => xml`<p>${textIn(element)}</p>`.toString()),
  ];
  const content = html.join("\n").trim();
  return {
    id: id ?? title ?? nitf.place.file,
    version: Number(childOf(docdata, "du-key")?.attributes.get("version") ?? 0) || 0,
    place: nitf.place,
    status: statusOf(docdata?.attributes.get("management-status")),
    isPartial: false,
    headline: title,
    description: lineIn(childOf(top, "abstract")),
    created: normOf(docdata, "date.issue") ?? dateOfPublication(head),
    embargoed: normOf(docdata, "date.release"),
    expires: normOf(docdata, "date.expire"),
    dateline: datelineOf(childOf(top, "dateline")),
    bylines: childrenOf(top, "byline").flatMap((byline) => bylineOf(byline)),
    source: source === undefined || source === "" ? undefined : { name: source },
    language: nitf.attributes.get("xml:lang"),
    services: [],
    subjects: subjectsOf(head),
    keywords: keywordsOf(docdata),
    pictures: [],
    body:
      content === ""
        ? undefined
        : { form: "html", text: content, lost: lostInNitf(childOf(body, "body.content")) },
    remarks: new Map(
      [["note to editors", childOf(docdata, "ed-msg")?.attributes.get("info")] as const].flatMap(
        ([name, text]) => (text === undefined || text === "" ? [] : [[name, text] as const]),
      ),
    ),
  };
}

/** `usable`, `embargoed`, `withheld`, `canceled`; what is embargoed has a date. */
function statusOf(status: string | undefined): string | undefined {
  return status === "embargoed" ? "usable" : status;
}

function lineIn(element: XmlElement | undefined): string | undefined {
  return plainTextOf(textIn(element).replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
}

function normOf(docdata: XmlElement | undefined, name: string): string | undefined {
  return childOf(docdata, name)?.attributes.get("norm");
}

function dateOfPublication(head: XmlElement | undefined): string | undefined {
  return childOf(head, "pubdata")?.attributes.get("date.publication");
}

/** The place alone: what stands after it is the day. */
function datelineOf(dateline: XmlElement | undefined): string | undefined {
  if (dateline === undefined) return undefined;
  return lineIn(childOf(dateline, "location")) ?? lineIn(dateline);
}

/** Persons that are marked as such, or else the line without what it says of them. */
function bylineOf(byline: XmlElement): string[] {
  const persons = childrenOf(byline, "person").flatMap((person) => lineIn(person) ?? []);
  if (persons.length > 0) return persons;
  const words = byline.children.map((child) => {
    if (typeof child === "string") return child;
    return ["byttl", "location", "virtloc"].includes(child.local) ? "" : textIn(child);
  });
  return [words.join("").trim()].filter((line) => line !== "");
}

function subjectsOf(head: XmlElement | undefined): Subject[] {
  return childrenOf(childOf(head, "tobject"), "tobject.subject").flatMap(({ attributes }) => {
    const name = ["tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"]
      .map((key) => attributes.get(key))
      .find((value) => value !== undefined && value !== "");
    return name === undefined ? [] : [{ name, code: attributes.get("tobject.subject.refnum") }];
  });
}

function keywordsOf(docdata: XmlElement | undefined): string[] {
  const keys = childrenOf(childOf(docdata, "key-list"), "keyword").flatMap(
    ({ attributes }) => attributes.get("key") ?? [],
  );
  const content = elementsIn(childOf(docdata, "identified-content")).flatMap((element) => {
    return element.attributes.get("value") ?? lineIn(element) ?? [];
  });
  return [...keys, ...content].filter((name) => name !== "");
}
