/** Two lists beside each other, cut where they agree and where they do not. */
import type { ChangeObject } from "diff";

/** What stands in one list, and what stands in the other in its place. */
export type Stretch = { readonly isSame: boolean; readonly before: string[]; readonly after: string[] };

/** @param changes from one list to the other, as `diffArrays` tells them: what is gone and what has come, each for itself */
export function stretchesOf(changes: readonly ChangeObject<string[]>[]): Stretch[] {
  const stretches: { isSame: boolean; before: string[]; after: string[] }[] = [];
  for (const { value, added, removed } of changes) {
    const isSame = !added && !removed;
    const last = stretches.at(-1);
    if (last !== undefined && !last.isSame && !isSame) last[added ? "after" : "before"] = value;
    else stretches.push({ isSame, before: added ? [] : value, after: removed ? [] : value });
  }
  return stretches;
}
