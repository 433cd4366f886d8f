/** What a built page refers to, and what in it can be referred to. */
import { Parser } from "htmlparser2";

export type Reference = {
  /** As it stands in the page: an address, or part of one. */
  readonly target: string;
  /** Where the element begins, in UTF-16 units from the start of the page. */
  readonly offset: number;
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

/** Metadata that holds an address: https://ogp.me */
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
        references.push({ target: content, offset });
      }
      if (name === "link" && rel === "canonical") canonical = href;
    },
  });
  parser.end(html);
  return { references, ids, canonical };
}

/** The addresses of a `srcset`: each ends at white space, and a comma there separates (HTML standard, 4.8.4.2.1). */
function candidates(srcset: string): string[] {
  return Array.from(srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,|\s[^,]*)?/g), ([, address = ""]) => address);
}
