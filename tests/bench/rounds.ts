/** Runs that alternate: one of each contender a round, so that what else the machine does falls on all alike. */
import { join } from "node:path";
import { type Command, type Measurement, measure } from "./measure.ts";
import { outputSize } from "./output-size.ts";
import type { Row } from "./report.ts";
import { removeSpent } from "./spent.ts";

export type Contender = {
  readonly name: string;
  /** What makes a site in a folder that is not there yet: run one after the other and measured as one. */
  readonly commandsInto: (outputFolder: string) => readonly Command[];
};

/** Measures contenders, each into a folder of its own every time, below the benchmark's: those of the last round stay. Progress goes to stderr. */
export async function runRounds(
  contenders: readonly Contender[],
  roundCount: number,
  folder: string,
): Promise<Row[]> {
  const runs = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= roundCount; round += 1) {
    for (const contender of contenders) {
      const { name } = contender;
      const measurement = await measure(contender.commandsInto(outputFolderOf(contender, round, folder)));
      process.stderr.write(`Run ${round} of ${roundCount}: ${name} ${measurement.seconds.toFixed(1)} s\n`);
      runs.get(name)?.push(measurement);
      if (round > 1) await removeSpent(outputFolderOf(contender, round - 1, folder));
    }
  }
  const rows: Row[] = [];
  for (const contender of contenders) {
    const counts = await outputSize(outputFolderOf(contender, roundCount, folder));
    rows.push({ name: contender.name, runs: runs.get(contender.name) ?? [], counts });
  }
  return rows;
}

/** Where a contender writes in a round, counted from 1. */
export function outputFolderOf({ name }: Contender, round: number, folder: string): string {
  return join(folder, `${name.replaceAll(/\W+/g, "-")}-${round}`);
}
