/** Which rule answers a request: the first that fits. */
import { encodedPath, type OldAddress, sortedQuery } from "../../content/names/old-address.ts";
import { anySite } from "../../content/values/address.ts";
import { isRedirect, type Redirect, type Rule } from "./rule.ts";

/** A request for an address of the site, as it is compared. */
export type Request = Pick<OldAddress, "path" | "query">;

/** A request for an address on the site, with its query where it has one, encoded or not. */
export function requestFor(address: string): Request {
  const { pathname, searchParams } = new URL(anySite + address);
  return { path: encodedPath(pathname), query: sortedQuery(searchParams) };
}

/**
 * Makes the function that finds the first of some rules that answers a request. It looks at the rules for the request's own
 * path and for the folders that it lies in, and of these for what its query may ask for, so that it takes no longer where
 * there are many.
 */
export function ruleFinder<Any extends Pick<Rule, "from">>(
  rules: readonly Any[],
): (request: Request) => Any | undefined {
  const exact = new Map<string, AtPath<Any>>();
  const prefixes = new Map<string, AtPath<Any>>();
  rules.forEach((rule, rank) => {
    const { path, isPrefix } = rule.from;
    const byPath = isPrefix ? prefixes : exact;
    const there = byPath.get(path) ?? new AtPath<Any>();
    byPath.set(path, there);
    there.add({ rule, rank });
  });
  return ({ path, query }) => {
    let first = exact.get(path)?.find(query);
    if (prefixes.size > 0) {
      for (const folder of foldersOf(path)) {
        const found = prefixes.get(folder)?.find(query);
        if (found !== undefined && (first === undefined || found.rank < first.rank)) first = found;
      }
    }
    return first?.rule;
  };
}

type Query = OldAddress["query"];
type Ranked<Any> = { readonly rule: Any; readonly rank: number };

/** The rules of one path, by what they want of the query. */
class AtPath<Any extends Pick<Rule, "from">> {
  readonly #all: Ranked<Any>[] = [];
  readonly #byQuery = new Map<string, Ranked<Any>>();
  readonly #names = new Set<string>();

  /** To be called in the order of the rules. */
  add(one: Ranked<Any>): void {
    const { query } = one.rule.from;
    this.#all.push(one);
    const key = keyOf(query);
    if (!this.#byQuery.has(key)) this.#byQuery.set(key, one);
    for (const [name] of query) this.#names.add(name);
  }

  find(query: Query): Ranked<Any> | undefined {
    const asked = query.filter(([name]) => this.#names.has(name));
    if (2 ** asked.length > this.#all.length) {
      return this.#all.find(({ rule }) => hasAll(asked, rule.from.query));
    }
    let first: Ranked<Any> | undefined;
    for (const part of partsOf(asked)) {
      const found = this.#byQuery.get(keyOf(part));
      if (found !== undefined && (first === undefined || found.rank < first.rank)) first = found;
    }
    return first;
  }
}

function keyOf(query: Query): string {
  return JSON.stringify(query);
}

/** Every choice of parameters that a query holds, none and all included, in its order. */
function partsOf(query: Query): Query[] {
  const parts: Query[] = [[]];
  for (const pair of query) parts.push(...parts.map((part) => [...part, pair]));
  return parts;
}

/** Whether a query holds all parameters of another. */
function hasAll(query: Query, wanted: Query): boolean {
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

export type Answer = { readonly status: 410 } | { readonly status: Redirect["status"]; readonly to: string };

/** What a rule does for a request that it fits. */
export function answerOf(rule: Rule, request: Request): Answer {
  return isRedirect(rule) ? { status: rule.status, to: targetOf(rule, request) } : { status: rule.status };
}
