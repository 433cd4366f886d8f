/** How often the stories of an archive use each term, counted while it is surveyed. */

import type { Place } from "../../../content/diagnostics/diagnostic.ts";
import { type TermKind, termKinds } from "../../../content/names/terms.ts";
import type { ForeignStory, ForeignTerm } from "../foreign/foreign-item.ts";
import { cleanName } from "./term-spelling.ts";

export type TermUse = {
  readonly name: string;
  /** Of stories that have it. */
  count: number;
  /** Of these, those that are no drafts. */
  published: number;
  /** Where it was met first. */
  readonly place: Place;
  /** What the archive says of it, where it lists its terms. */
  listed?: ForeignTerm | undefined;
};

export class TermUses {
  readonly #uses = new Map<TermKind, Map<string, TermUse>>(termKinds.map((kind) => [kind, new Map()]));

  /** Of a kind, in the order in which they were met. */
  of(kind: TermKind): TermUse[] {
    return [...(this.#uses.get(kind)?.values() ?? [])];
  }

  addStory(story: ForeignStory): void {
    this.#count(story, 1);
  }

  /** Takes back a story that was added and is not imported after all. */
  removeStory(story: ForeignStory): void {
    this.#count(story, -1);
  }

  #count(story: ForeignStory, step: 1 | -1): void {
    for (const [kind, names] of termsOf(story)) {
      for (const name of names) {
        const use = this.#use(kind, name, story.place);
        use.count += step;
        if (story.isDraft !== true) use.published += step;
      }
    }
  }

  addListed(term: ForeignTerm, place: Place): void {
    const use = this.#use(term.termKind, cleanName(term.name), place);
    use.listed ??= term;
  }

  #use(kind: TermKind, name: string, { file, line }: Place): TermUse {
    const uses = this.#uses.get(kind);
    const known = uses?.get(name);
    if (known !== undefined) return known;
    const use: TermUse = {
      name,
      count: 0,
      published: 0,
      place: line === undefined ? { file } : { file, line },
    };
    uses?.set(name, use);
    return use;
  }
}

/** The names a story has of each kind, cleaned, each once and none empty. */
export function termsOf(
  story: Pick<ForeignStory, "categories" | "tags" | "authors" | "source">,
): [TermKind, string[]][] {
  const { categories, tags, authors, source } = story;
  const byKind = [
    ["category", categories],
    ["tag", tags],
    ["author", authors],
    ["source", source === undefined ? [] : [source.name]],
  ] as const;
  return byKind.map(([kind, names]) => [
    kind,
    [...new Set(names.map(cleanName))].filter((name) => name !== ""),
  ]);
}
