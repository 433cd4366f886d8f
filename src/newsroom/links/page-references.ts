/** What a built page refers to, and what in it can be referred to. */
import { Parser } from "htmlparser2";

export type Reference = {
  /** As it stands in the page: an address, or part of one. */
  readonly target: string;
  /** Where the element begins, in UTF-16 units from the start of the page. */
  readonly offset: number;
  /** Whether it can lead to nothing but the site: what another site of the same host has is not meant. */
  readonly isOfSite?: true;
};

export type PageReferences = {
  readonly references: readonly Reference[];
  /** Values of `id`: what a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
  /** The whole web address the page wants to be known by. */
  readonly canonical?: string | undefined;
};

/** Attributes that hold one address (HTML standard, index of attributes). */
const addressAttributes = ["action", "cite", "data", "formaction", "href", "poster", "src"] as const;

/** Metadata that holds an address: https://ogp.me. Of copy from elsewhere, that of the page is the original's. */
const addressProperties: ReadonlySet<string> = new Set(["og:image", "og:url", "twitter:image"]);

/** Reads the HTML of a page, in one pass and without building a tree. */
export function pageReferences(html: string): PageReferences {
  const references: Reference[] = [];
  const ids = new Set<string>();
  let canonical: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, srcset, rel, href, content, property = "", name: metaName = property } = attributes;
      if (id !== undefined) ids.add(id);
      const offset = parser.startIndex;
      for (const attribute of addressAttributes) {
        const target = attributes[attribute];
        if (target !== undefined) references.push({ target: target.trim(), offset });
      }
      for (const target of srcset === undefined ? [] : candidates(srcset))
        references.push({ target, offset });
      if (name === "meta" && content !== undefined && addressProperties.has(metaName)) {
        references.push({ target: content, offset, ...(metaName !== "og:url" && { isOfSite: true }) });
      }
      if (name === "link" && rel === "canonical") canonical = href;
    },
  });
  parser.end(html);
  return { references, ids, canonical };
}

/** What a sitemap lists. */
export function sitemapReferences(xml: string): Reference[] {
  return textsOf(xml, "loc");
}

/** Where a feed says that it is, and what it is of. Its entries are left out: their pages are looked at. */
export function feedReferences(xml: string): Reference[] {
  const [head = ""] = xml.split("<entry");
  const references = textsOf(head, "id");
  const parser = new Parser(
    {
      onopentag(name, { rel, href }) {
        const isItself = name === "link" && (rel === "self" || rel === "alternate");
        if (isItself && href !== undefined) {
          references.push({ target: href, offset: parser.startIndex, isOfSite: true });
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(head);
  return references;
}

/** The addresses that are the text of elements of a name. */
function textsOf(xml: string, element: string): Reference[] {
  const references: Reference[] = [];
  let text: string | undefined;
  let offset = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        text = name === element ? "" : undefined;
        offset = parser.startIndex;
      },
      ontext(more) {
        if (text !== undefined) text += more;
      },
      onclosetag() {
        if (text !== undefined) references.push({ target: text, offset, isOfSite: true });
        text = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return references;
}

/** The addresses of a `srcset`: each ends at white space, and a comma there separates (HTML standard, 4.8.4.2.1). */
function candidates(srcset: string): string[] {
  return Array.from(srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,|\s[^,]*)?/g), ([, address = ""]) => address);
}
