/** What a WXR file holds: its site, users, terms and items, as it writes them. */
import type { Place } from "../../../../../content/diagnostics/diagnostic.ts";
import { xmlText } from "../../../../../content/markup/xml-text.ts";
import { unsharedText } from "../../../foreign/clean-text.ts";
import { readXml, type XmlFault, type XmlFile, type XmlTaker } from "./xml-stream.ts";

export type WxrRecord = WxrSite | WxrUser | WxrTerm | WxrItem;

/** The elements of the channel itself by name, such as `wp:base_blog_url`, or of a user. */
export type WxrSite = { readonly kind: "site"; readonly fields: Fields };
export type WxrUser = { readonly kind: "user"; readonly fields: Fields };
/** Of `wp:category`, `wp:tag` and `wp:term`, with the names of fields that the last has. */
export type WxrTerm = {
  readonly kind: "term";
  readonly taxonomy: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The slug of the term above it. */
  readonly parent: string;
  readonly description: string;
};

/** A post, a page, a file, or whatever plugins store as one. */
export type WxrItem = {
  readonly kind: "item";
  readonly place: Place;
  /** Empty where the item has none. */
  readonly field: (name: string) => string;
  readonly terms: readonly { readonly domain: string; readonly slug: string; readonly name: string }[];
  /** Of the first of a name. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly comments: number;
  /** The first of the characters that XML forbids. */
  readonly forbidden: { readonly place: Place; readonly count: number } | undefined;
};

type Fields = ReadonlyMap<string, string>;

/** The elements of an item of which something is made; the others are never held. */
const itemFields: ReadonlySet<string> = new Set([
  "title",
  "link",
  "pubDate",
  "dc:creator",
  "guid",
  "content:encoded",
  "excerpt:encoded",
  "wp:post_id",
  "wp:post_date",
  "wp:post_date_gmt",
  "wp:post_modified_gmt",
  "wp:post_name",
  "wp:status",
  "wp:post_parent",
  "wp:menu_order",
  "wp:post_type",
  "wp:post_password",
  "wp:is_sticky",
  "wp:attachment_url",
]);
const siteFields: ReadonlySet<string> = new Set([
  "title",
  "link",
  "language",
  "wp:base_blog_url",
  "wp:wxr_version",
]);
const termElements: ReadonlySet<string> = new Set(["wp:category", "wp:tag", "wp:term"]);

/** All texts of an item together may be no longer, in UTF-16 units. */
const largestItem = 40 * 1024 * 1024;

/** Reads a file to its records, in order. */
export function readWxr(file: XmlFile): AsyncGenerator<WxrRecord | XmlFault> {
  return readXml(file, wxrTaker());
}

/** By which reports know an item. */
export function itemId(item: WxrItem): string {
  const type = item.field("wp:post_type");
  return storyId(type === "page" || type === "attachment" ? type : "post", item.field("wp:post_id"));
}

export function storyId(kind: "post" | "page" | "attachment", number: string): string {
  return `${kind} ${number || "without a number"}`;
}

/** An element of the channel that is being read. */
type Open = {
  readonly element: string;
  readonly place: Place;
  readonly fields: Map<string, string>;
  readonly terms: { domain: string; slug: string; name: string }[];
  readonly meta: Map<string, string[]>;
  comments: number;
  size: number;
  forbidden: { place: Place; count: number } | undefined;
};

function wxrTaker(): XmlTaker<WxrRecord> {
  let records: WxrRecord[] = [];
  const path: string[] = [];
  const site = new Map<string, string>();
  let isSiteTold = false;
  let open: Open | undefined;
  let metaKey = "";
  let category = { domain: "", slug: "", name: "" };
  let text: string[] = [];

  const give = (record: WxrRecord): void => {
    if (!isSiteTold) records.push({ kind: "site", fields: site });
    isSiteTold = true;
    records.push(record);
  };
  const closeField = (name: string): void => {
    const written = text.join("");
    const legible = open?.forbidden === undefined ? written : xmlText(written);
    // Files that were set anew by a tool have white space about every value.
    const value = unsharedText(name === "content:encoded" ? legible : legible.trim());
    if (path.length === 2 && siteFields.has(name)) site.set(name, value);
    if (open === undefined) return;
    open.size += value.length;
    const { element, fields, terms, meta } = open;
    if (path.length === 3) {
      if (element === "item" && name === "category") terms.push({ ...category, name: value });
      else if (element !== "item" || itemFields.has(name)) fields.set(name, value);
    } else if (path.length === 4 && path[3] === "wp:postmeta") {
      if (name === "wp:meta_key") metaKey = value;
      else if (name === "wp:meta_value") {
        const values = meta.get(metaKey);
        if (values === undefined) meta.set(metaKey, [value]);
        else values.push(value);
      }
    }
  };
  return {
    open(name, attributes, place) {
      path.push(name);
      text = [];
      if (path.length === 3 && path[1] === "channel" && !siteFields.has(name)) {
        const fresh = { fields: new Map(), terms: [], meta: new Map(), comments: 0, size: 0 };
        open = { element: name, place: place(), ...fresh, forbidden: undefined };
      } else if (path.length === 4 && name === "category") {
        category = { domain: attributes["domain"] ?? "", slug: attributes["nicename"] ?? "", name: "" };
      } else if (path.length === 4 && name === "wp:comment" && open !== undefined) {
        open.comments += 1;
      }
    },
    text(piece) {
      // Comments hold what people wrote who are no part of the newsroom: not even looked at.
      if (path[3] !== "wp:comment") text.push(piece);
    },
    close(name) {
      path.pop();
      closeField(name);
      text = [];
      if (path.length === 2 && open !== undefined) {
        const record = recordOf(open);
        if (record !== undefined) give(record);
        open = undefined;
      }
      if (path.length === 1 && !isSiteTold && site.size > 0) {
        isSiteTold = true;
        records.push({ kind: "site", fields: site });
      }
    },
    forbidden(place) {
      if (open === undefined) return;
      open.forbidden = { place: open.forbidden?.place ?? place, count: (open.forbidden?.count ?? 0) + 1 };
    },
    refusal() {
      return open !== undefined && open.size > largestItem ? tooLarge : undefined;
    },
    taken() {
      const taken = records;
      records = [];
      return taken;
    },
  };
}

const tooLarge = `an item has more than ${largestItem / 1024 / 1024} MB of text; take it out`;

function recordOf({ element, place, fields, terms, meta, comments, forbidden }: Open): WxrRecord | undefined {
  const field = (name: string) => fields.get(name) ?? "";
  if (element === "item") return { kind: "item", place, field, terms, meta, comments, forbidden };
  if (element === "wp:author") return { kind: "user", fields };
  if (!termElements.has(element)) return undefined;
  // A category has no field for its taxonomy, and the names of its fields are its own.
  const [taxonomy, slug, name, parent, description] =
    element === "wp:category"
      ? ["category", "wp:category_nicename", "wp:cat_name", "wp:category_parent", "wp:category_description"]
      : element === "wp:tag"
        ? ["post_tag", "wp:tag_slug", "wp:tag_name", "", "wp:tag_description"]
        : [
            field("wp:term_taxonomy"),
            "wp:term_slug",
            "wp:term_name",
            "wp:term_parent",
            "wp:term_description",
          ];
  return {
    kind: "term",
    taxonomy: taxonomy ?? "",
    id: field("wp:term_id"),
    slug: field(slug ?? ""),
    name: field(name ?? ""),
    parent: field(parent ?? ""),
    description: field(description ?? ""),
  };
}
