/** What no single file shows: two terms with one slug, two pages with one address. */

import { type Article, placeInFrontMatter } from "../../content/article/article.ts";
import {
  addressKeyOf,
  contestedAddresses,
  isSlip,
  type Spellings,
  spellingsIn,
  termsOf,
} from "../../content/article/spellings.ts";
import { termPlaces } from "../../content/article/term-places.ts";
import { compareText, type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import type { Term, TermLists } from "../../content/names/terms.ts";
import { addressFault, isReservedAddress, outputFileOf } from "../../content/values/address.ts";
import { seriesConflicts } from "../pages/series/series-conflicts.ts";
import { siteFile } from "../settings/site.ts";

/** Names of terms, and of series, that are written differently and have one address. */
export function nameConflicts(articles: readonly Article[], lists: TermLists): Diagnostic[] {
  return [...termConflicts(articles, lists), ...seriesConflicts(articles)];
}

/**
 * Terms that are written differently but have one address. The spelling that site.yaml lists is meant, else the one
 * that most articles have; each place where another stands is at fault.
 */
export function termConflicts(articles: readonly Article[], lists: TermLists): Diagnostic[] {
  const contested = contestedAddresses(articles, lists);
  if (contested.size === 0) return [];
  const spellings = spellingsIn(articles, lists, (key) => contested.has(key));
  return articles.flatMap((article) => {
    const odd = termsOf(article).flatMap((term) => {
      const shared = spellings.get(addressKeyOf(term));
      return shared === undefined || shared.meant.term.name === term.name ? [] : [{ term, shared }];
    });
    if (odd.length === 0) return [];
    const placeOf = termPlaces(article);
    return odd.map(({ term, shared }) => errorAt(placeOf(term), "same-slug", sharedAddress(term, shared)));
  });
}

const listKeys = { category: "categories", tag: "tags", author: "authors", source: "sources" } as const;

function sharedAddress(term: Term, shared: Spellings): string {
  const { meant } = shared;
  const { kind, name } = term;
  const other = `"${meant.term.name}" in ${meant.file ?? siteFile}`;
  return `the ${kind} "${name}" and ${other} have one address, /${addressKeyOf(term)}/; ${adviceOn(term, shared)}`;
}

function adviceOn({ kind, name }: Term, shared: Spellings): string {
  const { meant } = shared;
  if (meant.file === undefined) return `write "${meant.term.name}", or add "${name}" to its "aliases"`;
  if (!isSlip(name, shared)) {
    return `spell them alike, or list "${name}" with a "slug" of its own under "${listKeys[kind]}" in ${siteFile}`;
  }
  return `write "${meant.term.name}", as ${meant.count === 1 ? "that article does" : `${meant.count} articles do`}`;
}

/** Of two articles that want one address the newer has it; of one moment, that whose file has the earlier name. */
export function inOrderOfClaims(newestFirst: readonly Article[]): Article[] {
  return [...newestFirst].sort((a, b) => b.date.epochMs - a.date.epochMs || compareText(a.file, b.file));
}

/** Who has a page, by its file in lower case. */
export type PageOwners = ReadonlyMap<string, string>;

/**
 * Articles that would be written to one place, or to a place that is Dateline's own, and who has which page. Addresses that differ only by letter case are one: some file systems and CDNs think so.
 *
 * @param articles with their addresses, in an order that does not change
 * @param ownAddresses the addresses of listings and of all other pages that are not articles
 */
export function addressConflicts(
  articles: readonly { readonly article: Article; readonly address: string }[],
  ownAddresses: Iterable<string>,
): { readonly diagnostics: readonly Diagnostic[]; readonly owners: PageOwners } {
  const diagnostics: Diagnostic[] = [];
  const ownerOf = new Map<string, string>();
  for (const address of ownAddresses) ownerOf.set(keyOf(address), "a page of Dateline's own");
  const placed: { article: Article; address: string }[] = [];
  for (const { article, address } of articles) {
    const key = keyOf(address);
    const fault = articleFault(address, ownerOf.get(key));
    if (fault === undefined) {
      ownerOf.set(key, article.file);
      placed.push({ article, address });
    } else {
      const place = placeInFrontMatter(article, [article.permalink === undefined ? "slug" : "permalink"]);
      diagnostics.push(errorAt(place, fault.code, fault.message));
    }
  }
  return { diagnostics: [...diagnostics, ...filesInTheWay(placed, ownerOf)], owners: ownerOf };
}

type Fault = { readonly code: DiagnosticCode; readonly message: string };

/** What is wrong with the address of an article. `owner`: who has it already. */
function articleFault(address: string, owner: string | undefined): Fault | undefined {
  const fault = addressFault(address);
  if (fault !== undefined) {
    return {
      code: "bad-address",
      message: `the address ${address} ${fault}; give the article another "slug"`,
    };
  }
  if (isReservedAddress(address)) {
    const message = `the address ${address} is reserved for Dateline's own pages; choose another`;
    return { code: "reserved-address", message };
  }
  if (owner === undefined) return undefined;
  const message = `the address ${address} is already that of ${owner}; give one of them another "slug"`;
  return { code: "same-address", message };
}

/** `/a.html` is a file, so nothing can live at `/a.html/b/`. */
function filesInTheWay(
  articles: readonly { readonly article: Article; readonly address: string }[],
  ownerOf: ReadonlyMap<string, string>,
): Diagnostic[] {
  return articles.flatMap(({ article, address }) => {
    const key = keyOf(address);
    // Every page's file ends so.
    if (!key.includes(".html/")) return [];
    const segments = key.split("/");
    for (let length = 1; length < segments.length; length += 1) {
      const owner = ownerOf.get(segments.slice(0, length).join("/"));
      if (owner === undefined) continue;
      const message = `the address ${address} lies below the page of ${owner}; choose another "permalink"`;
      return [errorAt(placeInFrontMatter(article, ["permalink"]), "same-address", message)];
    }
    return [];
  });
}

function keyOf(address: string): string {
  return outputFileOf(address).toLowerCase();
}
