/** What an archive adds to site.yaml: lists of its terms and a pattern of addresses, where it has none. */
import { type TermKind, termKinds } from "../../../content/names/terms.ts";
import { slugOf } from "../../../content/values/slug.ts";
import { frontMatterText } from "../../../content/writing/article-merge.ts";
import { readSite, type Site } from "../../../site/settings/site.ts";
import { cleanLine, webAddressIn } from "../foreign/clean-text.ts";
import { mayBeListed, type UnlistedTerm } from "./kind-of-terms.ts";

export type SettingsProposal = {
  /** The whole text: all that stood there stands there still, and the rest below it. */
  readonly text: string;
  /** Names of the keys that were added. */
  readonly keys: readonly string[];
};

export type ProposalParts = {
  readonly permalink?: string | undefined;
  /** Whether the archive is a whole publication: a closed list of some of its terms would shut out what comes later. */
  readonly isWhole: boolean;
  readonly unlisted: (kind: TermKind) => readonly UnlistedTerm[];
};

const keyOfKind = {
  category: "categories",
  tag: "tags",
  author: "authors",
  source: "sources",
} as const satisfies Readonly<Record<TermKind, string>>;

/**
 * Adds to the text of site.yaml. A list that stands there is left as it is; where nothing is missing, so is the text.
 *
 * @returns undefined where the text is written so that nothing can be added to its end
 */
export function proposedSettings(
  text: string,
  { terms, language }: Pick<Site, "terms" | "language">,
  { permalink, isWhole, unlisted }: ProposalParts,
): SettingsProposal | undefined {
  const values = new Map<string, unknown>(permalink === undefined ? [] : [["permalink", permalink]]);
  for (const kind of termKinds) {
    const entries = mayBeListed(kind, terms, isWhole) ? entriesOf(kind, unlisted(kind), language) : [];
    if (entries.length > 0) values.set(keyOfKind[kind], entries);
  }
  if (values.size === 0) return { text, keys: [] };
  const added = [...values].map(([key, value]) => `${commentOn(key)}${frontMatterText({ [key]: value })}`);
  const whole = `${text.replace(/\n*$/, "\n")}\n# From the archive that was imported.\n${added.join("")}`;
  const isSound = readSite(whole).site !== undefined;
  return isSound ? { text: whole, keys: [...values.keys()] } : undefined;
}

function commentOn(key: string): string {
  return ["categories", "authors", "sources"].includes(key)
    ? `# Articles may name these ${key} and no others. Without the list, any will do.\n`
    : "";
}

function entriesOf(kind: TermKind, terms: readonly UnlistedTerm[], language: string): object[] {
  const needed = terms.filter(({ term, count, listed }) => {
    const isSaid = term.slug !== slugOf(term.name, language) || listed?.description !== undefined;
    if (kind === "tag") return count > 0 && isSaid;
    // The newsroom's own list, but for people and agencies that nothing is from.
    return count > 0 || (kind === "category" && listed !== undefined);
  });
  return needed
    .sort((a, b) => b.count - a.count)
    .map(({ term, listed }) => {
      const said = listed?.description === undefined ? undefined : cleanLine(listed.description);
      const url = kind === "author" || kind === "source" ? webAddressIn(listed?.url) : undefined;
      return {
        name: term.name,
        slug: term.slug === slugOf(term.name, language) ? undefined : term.slug,
        ...(kind === "author" ? { url, bio: said } : { description: said, url }),
      };
    });
}
