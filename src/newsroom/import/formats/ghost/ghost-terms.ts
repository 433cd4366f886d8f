/** The categories, tags and authors of posts, with what the export tells of each. */
import type { ForeignTerm } from "../../foreign/foreign-item.ts";
import { holdsEmail, plainTextOf } from "../../foreign/reading/plain-text.ts";
import { siteAddresses } from "./body/ghost-body.ts";
import type { GhostPost, GhostTag, GhostUser } from "./ghost-export.ts";
import { bylineOf } from "./ghost-stories.ts";
import type { JoinedTables } from "./ghost-tables.ts";

/** Those that imported posts have: users without a post are nobody's business. */
export class UsedTerms {
  readonly #categories = new Set<GhostTag>();
  readonly #tags = new Set<GhostTag>();
  readonly #authors = new Set<GhostUser>();

  add(post: GhostPost, tables: JoinedTables): void {
    const [first, ...others] = tables.publicTagsOf(post);
    if (first !== undefined) this.#categories.add(first);
    for (const tag of others) this.#tags.add(tag);
    for (const author of tables.authorsOf(post)) this.#authors.add(author);
  }

  entries(): ForeignTerm[] {
    return [
      // A listing leads to one other alone: where a tag of Ghost became both, that of the tag has its address still.
      ...Array.from(this.#categories, (tag) =>
        this.#tags.has(tag) ? { ...termOf("category", tag), oldAddresses: [] } : termOf("category", tag),
      ),
      ...Array.from(this.#tags, (tag) => termOf("tag", tag)),
      ...Array.from(this.#authors, authorTerm).flatMap((term) => term ?? []),
    ];
  }
}

function termOf(termKind: "category" | "tag", { name, slug, description }: GhostTag): ForeignTerm {
  return {
    kind: "term",
    termKind,
    name,
    slug: slug ?? undefined,
    description: plainTextOf(description),
    oldAddresses: slug ? [`/tag/${slug}/`] : [],
  };
}

function authorTerm(user: GhostUser): ForeignTerm | undefined {
  const name = bylineOf(user);
  if (name === undefined) return undefined;
  const bio = plainTextOf(user.bio);
  return {
    kind: "term",
    termKind: "author",
    name,
    slug: user.slug ?? undefined,
    description: bio === undefined || holdsEmail(bio) ? undefined : bio,
    url: user.website ? siteAddresses(user.website) : undefined,
    oldAddresses: user.slug ? [`/author/${user.slug}/`] : [],
  };
}
