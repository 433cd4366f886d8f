/** The terms of an archive settled: what each of its names is on the site. */
import { type TermKind, termKinds } from "../../../content/names/terms.ts";
import type { Site } from "../../../site/settings/site.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import {
  KindOfTerms,
  type MappedNames,
  newUse,
  type Settled,
  type StandingTerm,
  type UnlistedTerm,
} from "./kind-of-terms.ts";
import type { TermUse, TermUses } from "./term-uses.ts";

export type SettledTerms = {
  /** @param name cleaned */
  readonly of: (kind: TermKind, name: string) => Settled;
  /** Settles one more name, which stories were given. */
  readonly settle: (kind: TermKind, name: string, count: number) => void;
  /** Terms of the archive that the site does not list, with what the archive says of them; in order of their names. */
  readonly unlisted: (kind: TermKind) => readonly UnlistedTerm[];
  readonly notes: readonly ImportNote[];
};

export type SettlingOptions = {
  /** Names of each kind that `--map` gives others. */
  readonly mapped: ReadonlyMap<TermKind, MappedNames>;
  /** Terms of the site's own articles: spellings of these are theirs, and lists that are proposed hold them, too. */
  readonly standing?: readonly StandingTerm[];
  /** Whether the archive is a whole publication: only then may lists be proposed that say which slugs its terms have. */
  readonly isWhole: boolean;
};

/** Settles all terms of an archive, kind by kind. */
export function settledTerms(
  uses: TermUses,
  site: Pick<Site, "terms" | "language">,
  { mapped, standing = [], isWhole }: SettlingOptions,
): SettledTerms {
  const settled = new Map<TermKind, KindOfTerms>();
  let asTags: TermUse[] = [];
  for (const kind of termKinds) {
    const found = [...uses.of(kind), ...(kind === "tag" ? asTags : [])];
    const ofKind = standing.filter(({ term }) => term.kind === kind);
    const names = mapped.get(kind) ?? new Map<string, null>();
    const one = new KindOfTerms(kind, site, names, ofKind, isWhole);
    one.settle(found);
    settled.set(kind, one);
    // What the closed list of categories does not know may be a tag.
    if (kind === "category") asTags = found.filter(({ name }) => one.of(name) === "unknown").map(unlisted);
  }
  return {
    of: (kind, name) => settled.get(kind)?.of(name),
    settle: (kind, name, count) => settled.get(kind)?.settle([newUse(name, count)]),
    unlisted: (kind) => settled.get(kind)?.unlisted() ?? [],
    notes: [...settled.values()].flatMap(({ notes }) => notes),
  };
}

function unlisted({ listed: _, ...use }: TermUse): TermUse {
  return use;
}
