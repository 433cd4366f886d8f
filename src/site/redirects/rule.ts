/** Rules: what is answered to those who come by an old address, or by one that is not there yet. */
import { compareText } from "../../content/diagnostics/diagnostic.ts";
import { encodedPath, type OldAddress } from "../../content/names/old-address.ts";

export type Redirect = {
  readonly from: OldAddress;
  /**
   * An address of the site, or a whole web address; percent-encoded. `:splat` in it stands for what `from` has in the
   * place of its `*`.
   */
  readonly to: string;
  readonly status: 301 | 302;
};

/** What was there is taken down for good (RFC 9110, 15.5.11). */
export type Gone = { readonly from: OldAddress; readonly status: 410 };

export type Rule = Redirect | Gone;

export function isRedirect(rule: Rule): rule is Redirect {
  return rule.status !== 410;
}

/** A redirect between two addresses of the site's own, as pages have them. */
export function redirectBetween(from: string, to: string, status: Redirect["status"]): Redirect {
  return { from: fromPage(from), to: encodeURI(to), status };
}

/** The address of a page, as one to come from. */
export function fromPage(address: string): OldAddress {
  return { path: encodedPath(address), isPrefix: false, query: [] };
}

/**
 * In the order in which CDNs read them, who take the first that fits: of two that fit one request, the narrower stands first.
 * What people have written in an order of their own keeps it, behind all that names one path.
 *
 * @param made rules of the site's own and of aliases
 * @param written those of redirects.txt
 */
export function inOrder<Any extends { readonly from: OldAddress }>(
  made: readonly Any[],
  written: readonly Any[],
): Any[] {
  const sorted = [...made].sort(narrowerFirst);
  const isWide = ({ from }: Any) => from.isPrefix;
  return [...sorted.filter((rule) => !isWide(rule)), ...written, ...sorted.filter(isWide)];
}

function narrowerFirst({ from: a }: { from: OldAddress }, { from: b }: { from: OldAddress }): number {
  if (a.isPrefix && b.isPrefix && a.path.length !== b.path.length) return b.path.length - a.path.length;
  // Where letter case does not count, who came first has the address.
  const byPath = compareText(a.path.toLowerCase(), b.path.toLowerCase());
  return byPath || b.query.length - a.query.length || compareText(queryText(a), queryText(b));
}

function queryText({ query }: OldAddress): string {
  return query.flat().join("\n");
}
