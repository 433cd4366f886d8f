/** The terms of a WordPress site: categories with their tree, tags, and the people who write. */
import { decoded } from "../../../../content/values/address.ts";
import type { ForeignTerm } from "../../foreign/foreign-item.ts";
import { plainText } from "../../foreign/reading/plain-text.ts";
import { listingAddresses } from "./stories/addresses.ts";
import type { Knowledge, Person } from "./wxr/knowledge.ts";
import type { WxrTerm } from "./wxr/wxr-records.ts";

/** A category or a tag; undefined of other taxonomies, and where it has no name. @param base without a slash at its end */
export function foreignTerm(term: WxrTerm, base: string, known: Knowledge): ForeignTerm | undefined {
  const name = plainText(term.name);
  if (name === "" || (term.taxonomy !== "category" && term.taxonomy !== "post_tag")) return undefined;
  const slug = decoded(term.slug);
  const description = plainText(term.description) || undefined;
  if (term.taxonomy === "post_tag") {
    const oldAddresses = listingAddresses(
      { name: "tag", path: [term.slug] },
      `tag=${term.slug}`,
      base,
      known,
    );
    return { kind: "term", termKind: "tag", name, slug, description, oldAddresses };
  }
  const above = known.categories.get(term.parent);
  const listing = { name: "category", path: wayTo(term, known) } as const;
  return {
    kind: "term",
    termKind: "category",
    name,
    slug,
    description,
    parent: above === undefined ? undefined : plainText(above.name),
    oldAddresses: listingAddresses(listing, term.id === "" ? undefined : `cat=${term.id}`, base, known),
  };
}

/** The slugs of a category and all above it, the topmost first. A tree that leads into itself is cut where it does. */
function wayTo(term: WxrTerm, { categories }: Knowledge): string[] {
  const way = new Set<string>();
  for (
    let at: WxrTerm | undefined = term;
    at !== undefined && !way.has(at.slug);
    at = categories.get(at.parent)
  ) {
    way.add(at.slug);
  }
  return [...way].reverse();
}

/** Somebody who writes. @param base without a slash at its end */
export function authorTerm(
  { name, slug, id, description }: Person,
  base: string,
  known: Knowledge,
): ForeignTerm {
  const query = id === undefined || id === "" ? undefined : `author=${id}`;
  const oldAddresses = listingAddresses({ name: "author", path: [slug] }, query, base, known);
  return {
    kind: "term",
    termKind: "author",
    name,
    slug: slug === "" ? undefined : decoded(slug),
    description,
    oldAddresses,
  };
}
