/** The terms of one kind in an archive, settled: spellings become one, and each has an address of its own. */
import type { Place } from "../../../content/diagnostics/diagnostic.ts";
import { freeSlugs } from "../../../content/names/free-slugs.ts";
import {
  isTermFault,
  newTerm,
  type Term,
  type TermKind,
  type TermList,
} from "../../../content/names/terms.ts";
import { grouped } from "../../../content/values/grouped.ts";
import { fitsFileName, slugOf } from "../../../content/values/slug.ts";
import type { Site } from "../../../site/settings/site.ts";
import type { ForeignTerm } from "../foreign/foreign-item.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { cleanName, spellingKey } from "./term-spelling.ts";
import type { TermUse } from "./term-uses.ts";

/** Names that `--map` gives to foreign ones; `null` for those that are passed over. */
export type MappedNames = ReadonlyMap<string, string | null>;

/** What a foreign name is on the site: a term, a name that its closed list does not know, or nothing. */
export type Settled = Term | "unknown" | undefined;

export type UnlistedTerm = {
  readonly term: Term;
  readonly count: number;
  readonly listed?: ForeignTerm | undefined;
};

/** A term that articles of the site have already. */
export type StandingTerm = Pick<UnlistedTerm, "term" | "count">;

/** A name of the archive, and what is looked for in its place. */
type NamedUse = { readonly use: TermUse; readonly name: string };

export class KindOfTerms {
  readonly #found: UnlistedTerm[] = [];
  readonly #standing: readonly StandingTerm[];
  readonly notes: ImportNote[] = [];
  readonly #kind: TermKind;
  readonly #list: TermList | undefined;
  readonly #language: string;
  readonly #mapped: MappedNames;
  readonly #mappedByKey: MappedNames;
  readonly #byName = new Map<string, Settled>();
  readonly #byKey: Map<string, Settled>;
  readonly #freeSlug: (slug: string) => string;
  readonly #mayBeListed: boolean;
  readonly #bySlug = new Map<string, Term>();

  constructor(
    kind: TermKind,
    { terms, language }: Pick<Site, "terms" | "language">,
    mapped: MappedNames,
    standing: readonly StandingTerm[],
    isWhole: boolean,
  ) {
    const list = terms[kind];
    this.#kind = kind;
    this.#list = list;
    this.#language = language;
    this.#mapped = mapped;
    this.#mappedByKey = byKey(mapped);
    this.#standing = standing.filter(({ term }) => list?.byName.has(term.name) !== true);
    const known = this.#standing.map(({ term }) => term);
    this.#byKey = byKey([...known.map((term) => [term.name, term] as const), ...(list?.byName ?? [])]);
    this.#mayBeListed = mayBeListed(kind, terms, isWhole);
    for (const term of [...known, ...(list?.terms ?? [])]) this.#bySlug.set(term.slug, term);
    this.#freeSlug = freeSlugs(this.#bySlug.keys());
  }

  /** Of those that the site's articles have, too, where the archive adds any. */
  unlisted(): readonly UnlistedTerm[] {
    return this.#found.length === 0 ? [] : [...this.#standing, ...this.#found];
  }

  /** What a name is. One that only the text of a story told is settled when it is asked for. */
  of(name: string): Settled {
    if (!this.#byName.has(name) && this.#kind === "source") this.settle([newUse(name, 1)]);
    return this.#byName.get(name);
  }

  settle(uses: readonly TermUse[]): void {
    const groups = grouped(
      uses.flatMap((use) => this.#named(use)),
      ({ name }) => spellingKey(name),
    );
    const open = [...groups].flatMap(([key, spellings]) => {
      const best = commonest(spellings);
      const known = this.#list?.byName.get(best.name) ?? this.#byKey.get(key);
      const isClosed = this.#list !== undefined && this.#kind !== "tag";
      if (known !== undefined || isClosed) {
        this.#take(known ?? "unknown", spellings);
        return [];
      }
      return [
        {
          key,
          spellings,
          best,
          slug: archiveSlug(best, spellings),
          count: spellings.reduce((sum, { use }) => sum + use.count, 0),
        },
      ];
    });
    // Those that had their slug in the archive come before those whose slug is made, and these in order of use.
    open.sort((a, b) => Number(b.slug !== undefined) - Number(a.slug !== undefined) || b.count - a.count);
    for (const { key, spellings, best, slug, count } of open) {
      const term = this.#termFor(best, slug);
      this.#byKey.set(key, term);
      if (term === undefined) continue;
      this.#take(term, spellings);
      if (this.#bySlug.has(term.slug)) continue;
      this.#bySlug.set(term.slug, term);
      const listed = [best, ...spellings].find(({ use }) => use.listed !== undefined)?.use.listed;
      this.#found.push({ term, count, listed });
    }
  }

  #named(use: TermUse): NamedUse[] {
    const byKey = this.#mappedByKey.get(spellingKey(use.name));
    const to = this.#mapped.has(use.name) ? this.#mapped.get(use.name) : byKey;
    this.#byName.set(use.name, undefined);
    return to === null ? [] : [{ use, name: to === undefined ? use.name : cleanName(to) }];
  }

  /** A new term; where site.yaml will not say that it has a slug of its own, the one that has its address already. */
  #termFor({ name, use }: NamedUse, slug: string | undefined): Term | undefined {
    const kind = this.#kind;
    const own = this.#mayBeListed ? slug : undefined;
    const made = own === undefined ? newTerm(kind, name, this.#language) : { kind, name, slug: own };
    if (!isTermFault(made)) {
      return this.#mayBeListed
        ? { ...made, slug: this.#freeSlug(made.slug) }
        : (this.#bySlug.get(made.slug) ?? made);
    }
    this.notes.push({ ...this.#ofTerm(use), code: "unusable-value", message: made.message });
    return undefined;
  }

  #take(settled: Term | "unknown", spellings: readonly NamedUse[]): void {
    for (const { use, name } of spellings) {
      this.#byName.set(use.name, settled);
      // What is asked for is no news.
      if (settled === "unknown" || settled.name === use.name || name !== use.name) continue;
      const many = use.count === 1 ? "1 story" : `${use.count} stories`;
      const reason =
        spellingKey(use.name) === spellingKey(settled.name)
          ? "from which it differs by letter case, hyphen or accent only"
          : "as both have one address";
      const message = `"${use.name}" (${many}) is "${settled.name}" now, ${reason}`;
      this.notes.push({ ...this.#ofTerm(use), code: "merged-term", message });
    }
  }

  #ofTerm({ name, place }: TermUse): { readonly item: string; readonly place: Place } {
    return { item: `${this.#kind} "${name}"`, place };
  }
}

/**
 * Whether site.yaml is given a list of the new terms of a kind, which says what slugs they have that are not made of their names: where it
 * has none, and one shuts out nothing that comes later.
 */
export function mayBeListed(kind: TermKind, terms: Site["terms"], isWhole: boolean): boolean {
  return terms[kind] === undefined && (isWhole || kind === "tag");
}

function byKey<Value>(byName: Iterable<readonly [string, Value]>): Map<string, Value> {
  return new Map([...byName].map(([name, value]) => [spellingKey(name), value]));
}

/** The spelling that most stories have; of equals, one the archive lists, and then the first that was met. */
function commonest(spellings: readonly NamedUse[]): NamedUse {
  const weight = ({ use }: NamedUse) => use.count * 2 + (use.listed === undefined ? 0 : 1);
  return spellings.reduce((best, one) => (weight(one) > weight(best) ? one : best));
}

/** The slug that a term had in the archive, as far as ours may be so. What has another name now has another slug. */
function archiveSlug(best: NamedUse, spellings: readonly NamedUse[]): string | undefined {
  const found = [best, ...spellings].find(
    ({ use, name }) => use.listed?.slug !== undefined && name === use.name,
  );
  const slug = slugOf(found?.use.listed?.slug ?? "");
  return slug !== "" && fitsFileName(slug) ? slug : undefined;
}

/** A name that stories were given, of which the archive says nothing else. */
export function newUse(name: string, count: number): TermUse {
  return { name, count, published: count, place: { file: "" } };
}
