/** ninjs, the IPTC's news in JSON, of its versions 1, 2 and 3, and as Superdesk writes it. */
import type { Place } from "../../../../../content/diagnostics/diagnostic.ts";
import type { ForeignBody } from "../../../foreign/foreign-item.ts";
import { plainTextOf } from "../../../foreign/reading/plain-text.ts";
import { xmlElements } from "../../../foreign/reading/xml-elements.ts";
import type { AgencyItem } from "../agency-item.ts";
import { nitfItem } from "../newsml/nitf-item.ts";
import { paragraphsOf } from "../opening.ts";
import { picturesOf } from "./ninjs-pictures.ts";
import {
  descriptionOf,
  headlineOf,
  itemSchema,
  type NinjsItem,
  namesOf,
  type Roled,
  sourceOf,
  valuesOf,
  withSmallKeys,
} from "./ninjs-values.ts";

/** An item, or what is wrong with it: at which path, and in which words. */
export async function ninjsItem(
  value: unknown,
  place: Place,
): Promise<AgencyItem | { readonly path: readonly PropertyKey[]; readonly fault: string }> {
  const read = itemSchema.safeParse(withSmallKeys(value));
  if (!read.success) {
    const [issue] = read.error.issues;
    return { path: issue?.path ?? [], fault: issue?.message ?? "it is none" };
  }
  const item = read.data;
  const id = item.guid || item.uri;
  if (!id) return { path: [], fault: 'it has no "uri"' };
  const source = sourceOf(item);
  return {
    id,
    version: Number(item.version ?? 0) || 0,
    place,
    type: item.type ?? undefined,
    status: item.pubstatus === "cancelled" ? "canceled" : (item.pubstatus ?? undefined),
    isPartial: item.representationtype === "partial" || item.representationtype === "incomplete",
    headline: headlineOf(item),
    description: descriptionOf(item),
    created: item.firstcreated ?? item.contentcreated ?? undefined,
    changed: item.versioncreated ?? undefined,
    embargoed: item.embargoeduntil ?? item.embargoed ?? undefined,
    expires: item.expires ?? undefined,
    located: plainTextOf(item.located),
    bylines: bylinesOf(item),
    source: source === undefined ? undefined : { name: source },
    language: item.language ?? undefined,
    services: namesOf(item.service),
    subjects: [...(item.subject ?? []), ...(item.subjects ?? [])].flatMap(
      ({ name, code, qcode, literal, uri }) =>
        name ? [{ name, code: code ?? qcode ?? literal ?? uri ?? undefined }] : [],
    ),
    keywords: [
      ...(item.keywords ?? []),
      ...[item.place, item.places, item.person, item.people, item.organisation, item.organisations].flatMap(
        namesOf,
      ),
    ],
    pictures: picturesOf(item),
    body: await bodyOf(item, place),
    remarks: remarksOf(item),
  };
}

/** HTML before NITF before plain text; what is in other forms of XML is no text that can be read here. */
async function bodyOf(item: NinjsItem, { file }: Place): Promise<ForeignBody | undefined> {
  const values = valuesOf(item, "body", item.bodies);
  const html = values.find(isHtml);
  if (html !== undefined) return { form: "html", text: html.value };
  for (const { value } of values.filter((body) => isXml(body) && /<nitf[\s>]/.test(body.value))) {
    for await (const one of xmlElements(file, [value.trim()], (path) => path.at(-1) === "nitf")) {
      if (!("kind" in one)) return nitfItem(one).body;
    }
  }
  const plain = values.find((body) => !isXml(body));
  return plain === undefined ? undefined : { form: "text", text: paragraphsOf(plain.value) };
}

function isHtml(body: Roled): boolean {
  const { role, contenttype, value } = body;
  if (/html/.test(contenttype ?? "") || /html|richtext/.test(role ?? "")) return true;
  return !contenttype && !isXml(body) && /<\/?p[\s>]/i.test(value);
}

function isXml({ contenttype, value }: Roled): boolean {
  return /xml|json/.test(contenttype ?? "") || /^\s*<(?:\?xml|nitf)[\s>]/.test(value);
}

function bylinesOf(item: NinjsItem): string[] {
  const writers = (item.authors ?? []).filter(({ role }) => !role || /writer|author/i.test(role));
  return writers.length > 0
    ? namesOf(writers)
    : [item.by ?? item.byline].flatMap((line) => plainTextOf(line) ?? []);
}

/** What editors and lawyers read, by its key; and the keys that nothing here is made of. */
function remarksOf(item: NinjsItem): ReadonlyMap<string, string> {
  const said = ["ednote", "usageterms", "copyrightnotice", "slugline"].flatMap((key) => {
    const value = item[key];
    return typeof value === "string" && value.trim() !== "" ? [[key, value] as const] : [];
  });
  const others = Object.keys(item).filter((key) => !isRead(key) && !said.some(([name]) => name === key));
  return new Map([...said, ...(others.length === 0 ? [] : [["other keys", others.join(", ")] as const])]);
}

/** Keys of which something is made, and those that say how the item is written and not what. */
function isRead(key: string): boolean {
  return (
    key in itemSchema.shape ||
    /^(?:headline|description|body)(?:_|$)/.test(key) ||
    /^(?:associations|renditions|standard|\$standard|mimetype|profile|charcount|wordcount|altids|urgency|ednote|usageterms|copyrightnotice|slugline)$/.test(
      key,
    )
  );
}
