/** Under which terms of the site a story is filed. */

import type { TermKind } from "../../../content/names/terms.ts";
import type { Site } from "../../../site/settings/site.ts";
import type { ForeignStory, ForeignTerm } from "../foreign/foreign-item.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import type { SettledTerms } from "../terms/settled-terms.ts";
import { cleanName } from "../terms/term-spelling.ts";
import { termsOf } from "../terms/term-uses.ts";

export type FiledTerms = {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** Absent of a source that the site does not know. */
  readonly source?: string | undefined;
  readonly notes: readonly LostPart[];
};

/** The category of stories that have none of their own, where nobody names one. */
const usualCategory = "News";

export class Filing {
  readonly #terms: SettledTerms;
  readonly #parents: ReadonlyMap<string, string>;
  /** The category of stories without one; absent where the site's closed list has none of that name. */
  readonly defaultCategory: string | undefined;

  /** @param listed terms that the archive lists @param defaultCategory a name that the site knows; else the usual one */
  constructor(
    terms: SettledTerms,
    listed: readonly ForeignTerm[],
    site: Pick<Site, "terms">,
    defaultCategory?: string,
  ) {
    this.#terms = terms;
    this.#parents = parentsIn(listed);
    this.defaultCategory = defaultName(cleanName(defaultCategory ?? usualCategory), terms, site);
  }

  /** @param categories cleaned @returns those of the site, with those above them; none where it knows none */
  categoriesOf(categories: readonly string[]): string[] {
    const own = categories.flatMap((name) => this.#known("category", name));
    return [...new Set([...own, ...categories.flatMap((name) => this.#above(name))])];
  }

  termsOf(story: ForeignStory): FiledTerms {
    const notes: LostPart[] = [];
    const names = new Map(termsOf(story));
    const unknown = (kind: TermKind) =>
      (names.get(kind) ?? []).filter((name) => this.#terms.of(kind, name) === "unknown");
    const categories = this.categoriesOf(names.get("category") ?? []);
    if (categories.length === 0 && this.defaultCategory !== undefined) {
      const message = `it has no category of the site's; it is filed under "${this.defaultCategory}"`;
      notes.push({ code: "default-category", message });
      categories.push(this.defaultCategory);
    }
    for (const name of unknown("category")) {
      const message = `the category "${name}" is not in site.yaml; it is a tag of the story now. Add it to "categories" there, or name one of them in --map`;
      notes.push({ code: "category-as-tag", message });
    }
    for (const kind of ["author", "source"] as const) {
      for (const name of unknown(kind)) {
        const message = `the ${kind} "${name}" is not in site.yaml; add it to "${kind}s" there, or name another in --map`;
        notes.push({ code: "unknown-term", message });
      }
    }
    const tags = [...(names.get("tag") ?? []), ...unknown("category")];
    return {
      categories,
      tags: unique(tags.flatMap((name) => this.#known("tag", name))),
      authors: unique((names.get("author") ?? []).flatMap((name) => this.#known("author", name))),
      source: (names.get("source") ?? []).flatMap((name) => this.#known("source", name)).at(0),
      notes,
    };
  }

  /** What the site calls a source; undefined where it does not know it. */
  sourceOf(name: string): string | undefined {
    return this.#known("source", cleanName(name)).at(0);
  }

  #known(kind: TermKind, name: string): string[] {
    const settled = this.#terms.of(kind, name);
    return typeof settled === "object" ? [settled.name] : [];
  }

  /** The categories above one, nearest first. */
  #above(name: string): string[] {
    const above: string[] = [];
    const passed = new Set([name]);
    for (let at = this.#parents.get(name); at !== undefined && !passed.has(at); at = this.#parents.get(at)) {
      passed.add(at);
      above.push(...this.#known("category", at));
    }
    return above;
  }
}

function defaultName(
  wanted: string,
  terms: SettledTerms,
  { terms: lists }: Pick<Site, "terms">,
): string | undefined {
  const settled = terms.of("category", wanted);
  if (typeof settled === "object") return settled.name;
  return lists.category === undefined ? wanted : lists.category.byName.get(wanted)?.name;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function parentsIn(listed: readonly ForeignTerm[]): ReadonlyMap<string, string> {
  return new Map(
    listed.flatMap(({ termKind, name, parent }) =>
      termKind === "category" && parent !== undefined ? [[cleanName(name), cleanName(parent)] as const] : [],
    ),
  );
}
