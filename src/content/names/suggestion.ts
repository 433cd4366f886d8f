/** "did you mean …?": the known name nearest to one that is not known. */
import { slipsBetween } from "./slips.ts";

/** Those of `known` that are near enough to be meant by a mistyped name, nearest first. Letter case counts for nothing. */
export function near(name: string, known: Iterable<string>): string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, slips: slipsBetween(wanted, candidate.toLowerCase(), limit) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips)
    .map(({ candidate }) => candidate);
}

/** The nearest of `known` if it is near enough to be a typing mistake. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  return near(name, known)[0];
}

/**
 * The end of a message about a name that site.yaml does not list: `; did you mean "Business"?`, or what to do.
 *
 * @param known every name that may be meant
 * @param choice those worth showing, to choose from
 */
export function suggestion(name: string, known: readonly string[], choice = known): string {
  const near = nearest(name, known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return choice.length > 0 && choice.length <= 20
    ? `; use one of ${choice.join(", ")}, or add it to site.yaml`
    : "; add it to site.yaml";
}
