/** What no single file shows: two terms with one slug, two pages with one address. */
import { addressFault, isReservedAddress, outputFileOf } from "../content/address.ts";
import { type Article, placeInFrontMatter } from "../content/article.ts";
import { type Diagnostic, errorAt } from "../content/diagnostic.ts";
import type { DiagnosticCode } from "../content/diagnostic-codes.ts";
import type { Term } from "../content/terms.ts";
import type { YamlPath } from "../content/yaml-source.ts";

/** Terms of one kind that are written differently but have one slug: the first spelling is taken as meant. */
export function termConflicts(articles: readonly Article[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const firstUse = new Map<string, { term: Term; file: string }>();
  const sound = new Set<Term>();
  const isSound = (term: Term) => sound.has(term);
  for (const article of articles) {
    const { categories, tags, authors, source } = article;
    const areAllSound = [categories, tags, authors].every((terms) => terms.every(isSound));
    if (areAllSound && (source === undefined || isSound(source.term))) continue;
    for (const [path, term] of termsWithPaths(article)) {
      const key = `${term.kind}/${term.slug}`;
      const first = firstUse.get(key);
      if (first === undefined) firstUse.set(key, { term, file: article.file });
      if (first === undefined || first.term.name === term.name) sound.add(term);
      else {
        diagnostics.push(
          errorAt(
            placeInFrontMatter(article, path),
            "same-slug",
            `the ${term.kind} "${term.name}" and "${first.term.name}" in ${first.file} have one address, /${key}/; spell them alike`,
          ),
        );
      }
    }
  }
  return diagnostics;
}

function termsWithPaths(article: Article): [YamlPath, Term][] {
  const { source } = article;
  return [
    ...article.categories.map((term, index): [YamlPath, Term] => [["categories", index], term]),
    ...article.tags.map((term, index): [YamlPath, Term] => [["tags", index], term]),
    ...article.authors.map((term, index): [YamlPath, Term] => [["authors", index], term]),
    ...(source === undefined ? [] : [[["source"], source.term] satisfies [YamlPath, Term]]),
  ];
}

/**
 * Articles that would be written to one place, or to a place that is Dateline's own, and aliases that lead
 * away from a page. Addresses that differ only by letter case are one: some file systems and CDNs think so.
 *
 * @param articles with their addresses, in an order that does not change
 * @param ownAddresses the addresses of listings and of all other pages that are not articles
 */
export function addressConflicts(
  articles: readonly { readonly article: Article; readonly address: string }[],
  ownAddresses: Iterable<string>,
): Diagnostic[] {
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
  return [...diagnostics, ...filesInTheWay(placed, ownerOf), ...aliasConflicts(articles, ownerOf)];
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

/**
 * Every alias becomes a rule of `_redirects` that leads to an article's page. A rule whose address is a page is
 * never looked at by the CDN, two rules for one address hide each other, and a rule that leads to another rule's
 * address would be a chain or a loop: with none of the first two, there are none of the third.
 */
function aliasConflicts(
  articles: readonly { readonly article: Article; readonly address: string }[],
  ownerOf: ReadonlyMap<string, string>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const aliasOwner = new Map<string, string>();
  for (const { article, address } of articles) {
    article.aliases.forEach((alias, index) => {
      const key = keyOf(alias);
      const fault = aliasFault(alias, article, {
        isOwnAddress: key === keyOf(address),
        page: ownerOf.get(key),
        other: aliasOwner.get(key),
      });
      if (fault === undefined) aliasOwner.set(key, article.file);
      else
        diagnostics.push(errorAt(placeInFrontMatter(article, ["aliases", index]), fault.code, fault.message));
    });
  }
  return diagnostics;
}

/** What is wrong with an alias. `page` and `other`: who has its address as a page, and as an alias. */
function aliasFault(
  alias: string,
  article: Article,
  {
    isOwnAddress,
    page,
    other,
  }: { isOwnAddress: boolean; page: string | undefined; other: string | undefined },
): Fault | undefined {
  if (isOwnAddress) {
    const message = `the alias ${alias} is this article's own address, so it would lead in a circle; remove it`;
    return { code: "alias-onto-page", message };
  }
  if (page !== undefined) {
    const message = `the alias ${alias} is the address of ${page}; remove the alias or move the page`;
    return { code: "alias-onto-page", message };
  }
  if (isReservedAddress(alias)) {
    const message = `the alias ${alias} is reserved for Dateline's own pages; remove it`;
    return { code: "reserved-address", message };
  }
  if (other === article.file) {
    const message = `the alias ${alias} stands here twice; keep one of them`;
    return { code: "same-alias", message };
  }
  if (other !== undefined) {
    const message = `the alias ${alias} is already one of ${other}; keep it in one article`;
    return { code: "same-alias", message };
  }
  return undefined;
}

function keyOf(address: string): string {
  return outputFileOf(address).toLowerCase();
}
