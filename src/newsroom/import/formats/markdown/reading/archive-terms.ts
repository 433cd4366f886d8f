/** What is known of texts taken together: their terms, and which of them others link to. */
import type { ForeignTerm } from "../../../foreign/foreign-item.ts";
import type { OpenedSystem } from "../folder/system.ts";
import type { KnownAddresses } from "./known-addresses.ts";
import type { FolderText } from "./placed-texts.ts";

/** Texts without a known address that others link to by their files. */
export function linkedTexts(texts: readonly FolderText[], known: KnownAddresses): ReadonlySet<string> {
  const linked = new Set<string>();
  const without = new Map(
    texts.filter(({ address }) => address === undefined).map(({ file }) => [`/${file}`, file]),
  );
  if (without.size === 0) return linked;
  for (const { file, targets } of texts) {
    for (const target of targets) {
      const address = target.startsWith("[[")
        ? known.named(target.slice(2))?.address
        : known.resolve(file, target);
      const found = without.get(address ?? "");
      if (found !== undefined) linked.add(found);
    }
  }
  return linked;
}

/** Every term that a story has, with the listing it had. */
export function termsOf(
  texts: readonly FolderText[],
  { termAddresses }: OpenedSystem,
  whole: (path: string) => string,
): ForeignTerm[] {
  const kinds = [
    ["category", "categories"],
    ["tag", "tags"],
    ["author", "authors"],
  ] as const;
  return kinds.flatMap(([termKind, key]) => {
    // Pages have none here: the folder they lie in was no category to readers.
    const articles = texts.filter(({ role }) => role === "article");
    const names = new Set(articles.flatMap(({ story }) => story[key]));
    return [...names].flatMap((name): ForeignTerm[] => {
      const addresses = termAddresses(termKind, name);
      const slug = addresses[0]
        ?.replace(/\/$/, "")
        .split("/")
        .at(-1)
        ?.replace(/\.html$/, "");
      return addresses.length === 0
        ? []
        : [{ kind: "term", termKind, name, slug, oldAddresses: addresses.map(whole) }];
    });
  });
}
