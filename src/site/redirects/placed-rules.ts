/** Rules with who has written them: the lines of redirects.txt, and the aliases of articles and of terms. */
import { type Article, placeInFrontMatter } from "../../content/article/article.ts";
import type { Place } from "../../content/diagnostics/diagnostic.ts";
import { isOldAddress, readOldAddress } from "../../content/names/old-address.ts";
import type { Term } from "../../content/names/terms.ts";
import { feedLinks } from "../feeds/feed-formats.ts";
import { type LocatedArticle, termAddress } from "../frame/planning.ts";
import { siteFile } from "../settings/site.ts";
import type { OldTermAddress } from "../settings/term-lists.ts";
import { redirectsFile, type WrittenRule } from "./redirects-file.ts";
import { fromPage, type Rule, redirectBetween } from "./rule.ts";

export type PlacedRule = Rule & {
  /** The address to come from, as it is written. */
  readonly written: string;
  /** Who leads from there. */
  readonly owner: Article | Term | typeof redirectsFile;
  readonly place: () => Place;
};

/** The rules of articles' aliases, each to its article's address. */
export function aliasRules({ article, address }: LocatedArticle): PlacedRule[] {
  return article.aliases.flatMap((written, index) => {
    const from = readOldAddress(written);
    if (!isOldAddress(from)) return [];
    const place = () => placeInFrontMatter(article, ["aliases", index]);
    return [{ from, to: encodeURI(address), status: 301, written, owner: article, place }];
  });
}

/** The rules of the aliases of terms that are addresses, each to its term's listing. */
export function termAliasRules(aliases: readonly OldTermAddress[]): PlacedRule[] {
  return aliases.flatMap(({ term, alias, place }) => {
    const from = readOldAddress(alias);
    if (!isOldAddress(from)) return [];
    const to = encodeURI(termAddress(term));
    return [{ from, to, status: 301, written: alias, owner: term, place: () => place }];
  });
}

export function writtenRules(rules: readonly WrittenRule[]): PlacedRule[] {
  return rules.map(({ place, ...rule }) => ({ ...rule, owner: redirectsFile, place: () => place }));
}

/** Who has written a rule, in words. */
export function ownerText({ owner }: PlacedRule): string {
  if (owner === redirectsFile) return owner;
  return "file" in owner ? owner.file : `${owner.kind} "${owner.name}" in ${siteFile}`;
}

/** The rules of a term that had another name: from the listing at its old slug, and from its feeds and older pages. */
export function renamedTermRules(term: Term, oldSlug: string): Rule[] {
  const old = termAddress({ kind: term.kind, slug: oldSlug });
  const now = termAddress(term);
  const feedsNow = feedLinks(now, "");
  return [
    redirectBetween(old, now, 301),
    ...feedLinks(old, "").map(({ href }, index) => redirectBetween(href, feedsNow[index]?.href ?? now, 301)),
    {
      from: { ...fromPage(`${old}page/`), isPrefix: true },
      to: `${encodeURI(now)}page/:splat`,
      status: 301,
    },
  ];
}
