/** The lists of terms in site.yaml: from them terms, their other names, and what is said of them. */
import type { z } from "zod";
import { type Diagnostic, errorAt, type Place } from "../../content/diagnostics/diagnostic.ts";
import { isOldAddress, readOldAddress } from "../../content/names/old-address.ts";
import { isTermFault, newTerm, type Term, type TermKind, type TermLists } from "../../content/names/terms.ts";
import type { YamlPath, YamlSource } from "../../content/yaml/yaml-source.ts";
import type { SourcePolicy, shortTags, termListSchemas } from "./term-schemas.ts";

/** What site.yaml says about a term beside its name. */
export type TermProfile = {
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  /** Of an author: where else they are. */
  readonly links?: readonly string[] | undefined;
  readonly policy?: SourcePolicy | undefined;
};

/** By slug. */
export type TermProfiles = { readonly [Kind in TermKind]: ReadonlyMap<string, TermProfile> };

/** An old address of a term's listing, and where site.yaml names it. */
export type OldTermAddress = { readonly term: Term; readonly alias: string; readonly place: Place };

/** The file of an author's picture, relative to the site folder, and where site.yaml names it. */
export type NamedPortrait = { readonly author: Term; readonly file: string; readonly place: Place };

type ShortTags = z.infer<typeof shortTags>;

type WrittenLists = z.infer<z.ZodObject<typeof termListSchemas>>;

type ListedTerm = {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly aliases: readonly string[];
  readonly description?: string | undefined;
  readonly bio?: string | undefined;
  readonly picture?: string | undefined;
  readonly url?: string | undefined;
  readonly links?: readonly string[] | undefined;
  readonly policy?: SourcePolicy | undefined;
};

type Placed = { readonly entry: ListedTerm; readonly path: YamlPath };

/**
 * Reads the lists of terms.
 *
 * @param language the site's, which addresses are made in
 * @param yaml where the lists stand
 */
export function readTermLists(
  { categories, tags, authors, sources }: WrittenLists,
  language: string,
  yaml: YamlSource,
): {
  terms: TermLists;
  profiles: TermProfiles;
  oldAddresses: OldTermAddress[];
  portraits: NamedPortrait[];
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const oldAddresses: OldTermAddress[] = [];
  const portraits: NamedPortrait[] = [];
  const terms: { [Kind in TermKind]?: TermLists[Kind] } = {};
  const profiles = {
    category: new Map<string, TermProfile>(),
    tag: new Map<string, TermProfile>(),
    author: new Map<string, TermProfile>(),
    source: new Map<string, TermProfile>(),
  };
  const lists = [
    ["category", categories && placed("categories", categories)],
    ["tag", tags && placedTags(tags)],
    ["author", authors && placed("authors", authors)],
    ["source", sources && placed("sources", sources)],
  ] as const;
  for (const [kind, entries] of lists) {
    if (entries === undefined) continue;
    const list = termListOf(kind, entries, language, yaml, diagnostics);
    terms[kind] = list;
    for (const { entry, path } of entries) {
      const term = list.byName.get(entry.name);
      if (term === undefined) continue;
      const placeOf = (...inEntry: YamlPath) => yaml.placeOf([...path.slice(0, -1), ...inEntry]);
      profiles[kind].set(term.slug, profileOf(entry));
      if (entry.picture !== undefined) {
        portraits.push({ author: term, file: entry.picture, place: placeOf("picture") });
      }
      entry.aliases.forEach((alias, index) => {
        if (!isAddress(alias)) return;
        const place = placeOf("aliases", index);
        const reading = readOldAddress(alias);
        if (isOldAddress(reading)) oldAddresses.push({ term, alias, place });
        else diagnostics.push(errorAt(place, "bad-address", `the alias "${alias}" ${reading}`));
      });
    }
  }
  return { terms, profiles, oldAddresses, portraits, diagnostics };
}

/** Of the aliases of a term, those that begin so are no names. */
function isAddress(alias: string): boolean {
  return alias.startsWith("/");
}

function placed(key: string, entries: readonly ListedTerm[]): Placed[] {
  return entries.map((entry, index) => ({ entry, path: [key, index, "name"] }));
}

function placedTags(tags: NonNullable<WrittenLists["tags"]>): Placed[] {
  if (!Array.isArray(tags)) return placedShort(tags, ["tags"]);
  return tags.flatMap((entry, index) =>
    isShort(entry) ? placedShort(entry, ["tags", index]) : [{ entry, path: ["tags", index, "name"] }],
  );
}

/** An entry of the long form has aliases, if only none; no tag of the short form is called so. */
function isShort(entry: ListedTerm | ShortTags): entry is ShortTags {
  return !Array.isArray(entry.aliases);
}

function placedShort(entry: ShortTags, path: YamlPath): Placed[] {
  return Object.entries(entry).map(([name, slug]) => ({
    entry: { name, slug, aliases: [] },
    path: [...path, name],
  }));
}

function termListOf(
  kind: TermKind,
  entries: readonly Placed[],
  language: string,
  yaml: YamlSource,
  diagnostics: Diagnostic[],
) {
  const terms: Term[] = [];
  const byName = new Map<string, Term>();
  const nameBySlug = new Map<string, string>();
  for (const { entry, path } of entries) {
    const made =
      entry.slug === undefined
        ? newTerm(kind, entry.name, language)
        : { kind, name: entry.name, slug: entry.slug };
    if (isTermFault(made)) {
      diagnostics.push(errorAt(yaml.placeOf(path), made.code, made.message));
      continue;
    }
    const other = nameBySlug.get(made.slug);
    if (other !== undefined) {
      const message = `"${entry.name}" and "${other}" have one slug, "${made.slug}"; give one of them a "slug" of its own`;
      diagnostics.push(errorAt(yaml.placeOf(path), "same-slug", message));
      continue;
    }
    nameBySlug.set(made.slug, entry.name);
    terms.push(made);
    for (const name of [entry.name, ...entry.aliases.filter((alias) => !isAddress(alias))]) {
      const taken = byName.get(name);
      if (taken !== undefined && taken !== made) {
        const message = `"${name}" already means "${taken.name}"; keep it in one place`;
        diagnostics.push(errorAt(yaml.placeOf(path), "same-name", message));
      } else byName.set(name, made);
    }
  }
  return { terms, byName };
}

function profileOf(entry: ListedTerm): TermProfile {
  const { description = entry.bio, url, links, policy } = entry;
  return { description, url, links, policy };
}
