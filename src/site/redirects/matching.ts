/** Which rule answers a request: the first that fits. */
import { encodedPath, type OldAddress, sortedQuery } from "../../content/names/old-address.ts";
import { isRedirect, type Redirect, type Rule } from "./rule.ts";

/** A request for an address of the site, as it is compared. */
export type Request = Pick<OldAddress, "path" | "query">;

/** Stands for the site's own origin, whose name does not matter here. */
const anySite = "https://site.invalid";

/** A request for an address on the site, with its query where it has one, encoded or not. */
export function requestFor(address: string): Request {
  const { pathname, searchParams } = new URL(anySite + address);
  return { path: encodedPath(pathname), query: sortedQuery(searchParams) };
}

/**
 * Makes the function that finds the first of some rules that answers a request. It looks at the rules for the request's own
 * path and for the folders that it lies in, so that it takes no longer where there are many.
 */
export function ruleFinder<Any extends Pick<Rule, "from">>(
  rules: readonly Any[],
): (request: Request) => Any | undefined {
  const ranked = rules.map((rule, rank) => ({ rule, rank }));
  type Ranked = (typeof ranked)[number];
  const exact = new Map<string, Ranked[]>();
  const prefixes = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const { path, isPrefix } = one.rule.from;
    const byPath = isPrefix ? prefixes : exact;
    const same = byPath.get(path);
    if (same === undefined) byPath.set(path, [one]);
    else same.push(one);
  }
  return ({ path, query }) => {
    let first: Ranked | undefined;
    const look = (candidates: readonly Ranked[] = []) => {
      const found = candidates.find(({ rule }) => hasAll(query, rule.from.query));
      if (found !== undefined && (first === undefined || found.rank < first.rank)) first = found;
    };
    look(exact.get(path));
    if (prefixes.size > 0) for (const folder of foldersOf(path)) look(prefixes.get(folder));
    return first?.rule;
  };
}

/** Whether a query holds all parameters of another. */
function hasAll(query: OldAddress["query"], wanted: OldAddress["query"]): boolean {
  return wanted.every(([name, value]) => query.some(([other, held]) => other === name && held === value));
}

/** `/`, `/a/` and `/a/b/`, of `/a/b/c` */
export function* foldersOf(path: string): Generator<string> {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1))
    yield path.slice(0, end + 1);
}

/** Where a redirect leads a request. */
export function targetOf({ from, to }: Redirect, { path }: Request): string {
  return from.isPrefix ? to.replace(":splat", () => path.slice(from.path.length)) : to;
}

/** What the first rule that answers a request does, or undefined where none answers. */
export type Answer = { readonly status: 410 } | { readonly status: Redirect["status"]; readonly to: string };

export function answerFinder(rules: readonly Rule[]): (request: Request) => Answer | undefined {
  const find = ruleFinder(rules);
  return (request) => {
    const rule = find(request);
    if (rule === undefined) return undefined;
    return isRedirect(rule) ? { status: rule.status, to: targetOf(rule, request) } : { status: rule.status };
  };
}
