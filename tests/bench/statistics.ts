/** Medians, and what is said about several runs. */
import type { Measurement } from "./measure.ts";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export type Spread = { readonly median: number; readonly least: number; readonly most: number };

export function spread(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** Run by run: runs of one round had the same neighbours on the machine. */
export function ratios(runs: readonly Measurement[], others: readonly Measurement[]): Spread {
  return spread(runs.map((run, index) => run.seconds / (others[index]?.seconds ?? Number.NaN)));
}
