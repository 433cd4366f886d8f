/** Terms: the categories, tags, authors and sources that articles are filed under. */
import type { DiagnosticCode } from "../diagnostics/diagnostic-codes.ts";
import { onDemandFor } from "../values/on-demand.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../values/slug.ts";
import { suggestion } from "./suggestion.ts";

export const termKinds = ["category", "tag", "author", "source"] as const;
export type TermKind = (typeof termKinds)[number];

export type Term = { readonly kind: TermKind; readonly name: string; readonly slug: string };

/** Terms that site.yaml lists. */
export type TermList = {
  readonly terms: readonly Term[];
  /** Every name a term may be called by, aliases included. */
  readonly byName: ReadonlyMap<string, Term>;
};

/** The kinds whose list is closed where there is one: no others may be used. Tags are always open. */
export type ClosedKind = Exclude<TermKind, "tag">;

/** The lists there are. */
export type TermLists = { readonly [Kind in TermKind]?: TermList };

export type TermFault = { readonly code: DiagnosticCode; readonly message: string };

/**
 * Makes the function that turns the name an author wrote into a term.
 * The same name always gives the same object.
 *
 * @param language the site's, which its addresses are made in
 */
export function termReader(
  lists: TermLists,
  language?: string,
): (kind: TermKind, name: string) => Term | TermFault {
  const openTermsOf = onDemandFor((_: TermKind) => new Map<string, Term>());
  return (kind, name) => {
    const list = lists[kind];
    const listed = list?.byName.get(name);
    if (listed !== undefined) return listed;
    if (list !== undefined && kind !== "tag") return unknownTerm(kind, name, list);
    const openTerms = openTermsOf(kind);
    const known = openTerms.get(name);
    if (known !== undefined) return known;
    const term = newTerm(kind, name, language);
    if (!isTermFault(term)) openTerms.set(name, term);
    return term;
  };
}

/** A term of a name, its slug made from it in a language, or what is wrong with the name. */
export function newTerm(kind: TermKind, name: string, language?: string): Term | TermFault {
  const slug = slugOfName(kind, name, language);
  return typeof slug === "string" ? { kind, name, slug } : slug;
}

/**
 * The slug of a name in a language, or what is wrong with the name.
 *
 * @param what it is the name of: `tag`, `series`
 */
export function slugOfName(what: string, name: string, language?: string): string | TermFault {
  const slug = slugOf(name, language);
  if (slug === "") {
    return {
      code: "empty-slug",
      message: `the ${what} "${name}" has no letter or digit to make an address from; use a word`,
    };
  }
  if (!fitsFileName(slug)) {
    return {
      code: "slug-too-long",
      message: `the ${what} "${name.slice(0, 40)}…" is too long; shorten it to ${slugLimitBytes} bytes`,
    };
  }
  return slug;
}

export function isTermFault(reading: Term | TermFault): reading is TermFault {
  return "code" in reading;
}

function unknownTerm(kind: ClosedKind, name: string, list: TermList): TermFault {
  const article = kind === "author" ? "an" : "a";
  const names = list.terms.map((term) => term.name);
  return {
    code: `unknown-${kind}`,
    message: `"${name}" is not ${article} ${kind}${suggestion(name, [...list.byName.keys()], names)}`,
  };
}
