/** "did you mean …?": the known name nearest to one that is not known. */
import { distance } from "fastest-levenshtein";

/** The nearest of `known` if it is near enough to be a typing mistake. Letter case counts for nothing. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps <= limit && (best === undefined || steps < best.distance)) {
      best = { name: candidate, distance: steps };
    }
  }
  return best?.name;
}

/** The end of a message about an unknown name: `; did you mean "Business"?`, or what there is to choose from. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return known.length > 0 && known.length <= 20 ? `; known are ${known.join(", ")}` : "";
}
