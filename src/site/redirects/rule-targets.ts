/** Where rules lead: to a page, to another rule, in a circle, or nowhere. */
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { decoded } from "../../content/values/address.ts";
import { requestFor, ruleFinder } from "./matching.ts";
import type { PlacedRule } from "./placed-rules.ts";
import { isRedirect } from "./rule.ts";

type Fault = { readonly code: DiagnosticCode; readonly message: string };

/**
 * What is wrong with where each rule leads; undefined where nothing is. Each rule is followed once.
 *
 * @param isThere whether a decoded address has a page or a file
 */
export function leadingFaults(
  rules: readonly PlacedRule[],
  isThere: (address: string) => boolean,
): (Fault | undefined)[] {
  const nextOf = followers(rules, isThere);
  const steps = new Map(rules.map((rule) => [rule, nextOf(rule)]));
  const next = (rule: PlacedRule) => {
    const step = steps.get(rule);
    return typeof step === "object" ? step : undefined;
  };
  const circling = inCircles(rules, next);
  return rules.map((rule): Fault | undefined => {
    const step = steps.get(rule);
    if (step === undefined || !isRedirect(rule)) return undefined;
    if (step === "nowhere") {
      const to = decoded(rule.to);
      const advice = isThere(`${to}/`) ? `did you mean "${to}/"?` : "correct it, or write 410 in its place";
      return { code: "redirect-to-nowhere", message: `"${to}" is no page or file of this site; ${advice}` };
    }
    if (circling.has(rule)) {
      const way = rule === step ? "itself" : `"${step.written}", and from there back`;
      return {
        code: "redirect-loop",
        message: `"${rule.written}" leads to ${way}; take one of the rules out`,
      };
    }
    // What stands for many may lead to pages first.
    if (rule.to.includes(":splat")) return undefined;
    const end = endOf(step, next, circling);
    const advice = end === undefined ? "lead it elsewhere" : `write "${end}" here`;
    const message = `"${decoded(rule.to)}" is an old address itself, which "${step.written}" leads on from; ${advice}`;
    return { code: "redirect-chain", message };
  });
}

type Step = PlacedRule | "nowhere" | undefined;

/** Makes the function that gives the rule that a rule leads to; undefined where it leads to a page, elsewhere, or not at all. */
function followers(
  rules: readonly PlacedRule[],
  isThere: (address: string) => boolean,
): (rule: PlacedRule) => Step {
  const find = ruleFinder(rules);
  const findWide = ruleFinder(rules.filter(({ from }) => from.isPrefix));
  return (rule) => {
    if (!isRedirect(rule) || !rule.to.startsWith("/")) return undefined;
    const [start = "", rest] = rule.to.split(":splat");
    if (rest !== undefined) return findWide(requestFor(start));
    const request = requestFor(rule.to);
    // A rule with a query stands before the page.
    const found = find(request);
    if (found !== undefined && (found.from.query.length > 0 || !isThere(decoded(request.path)))) return found;
    return isThere(decoded(request.path)) ? undefined : "nowhere";
  };
}

/** The rules that come back to themselves, where each leads to one other at most. */
function inCircles(
  rules: readonly PlacedRule[],
  next: (rule: PlacedRule) => PlacedRule | undefined,
): ReadonlySet<PlacedRule> {
  const circling = new Set<PlacedRule>();
  const walkOf = new Map<PlacedRule, number>();
  rules.forEach((start, walk) => {
    let rule: PlacedRule | undefined = start;
    while (rule !== undefined && !walkOf.has(rule)) {
      walkOf.set(rule, walk);
      rule = next(rule);
    }
    if (rule === undefined || walkOf.get(rule) !== walk) return;
    for (let round = rule; !circling.has(round); round = next(round) ?? round) circling.add(round);
  });
  return circling;
}

/** So long a chain is told to its end. */
const longestChain = 20;

/** Where a chain of rules ends. */
function endOf(
  start: PlacedRule,
  next: (rule: PlacedRule) => PlacedRule | undefined,
  circling: ReadonlySet<PlacedRule>,
): string | undefined {
  let rule = start;
  for (let length = 0; length < longestChain && !circling.has(rule); length += 1) {
    const after = next(rule);
    if (after === undefined) return isRedirect(rule) ? decoded(rule.to) : "410";
    rule = after;
  }
  return undefined;
}
