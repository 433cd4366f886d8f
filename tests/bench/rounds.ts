/** Runs that alternate: one of each contender a round, so that what else the machine does falls on all alike. */
import { rm } from "node:fs/promises";
import { type Command, type Measurement, measure } from "./measure.ts";
import { outputSize } from "./output-size.ts";
import type { Row } from "./report.ts";

export type Contender = {
  readonly name: string;
  /** Run one after the other and measured as one. */
  readonly commands: readonly Command[];
  readonly outputFolder: string;
};

/** Measures contenders, each into an empty folder every time. Progress goes to stderr. */
export async function runRounds(contenders: readonly Contender[], runCount: number): Promise<Row[]> {
  const runs = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= runCount; round += 1) {
    for (const { name, commands, outputFolder } of contenders) {
      await rm(outputFolder, { recursive: true, force: true });
      const measurement = await measure(commands);
      process.stderr.write(`Run ${round} of ${runCount}: ${name} ${measurement.seconds.toFixed(1)} s\n`);
      runs.get(name)?.push(measurement);
    }
  }
  const rows: Row[] = [];
  for (const { name, outputFolder } of contenders) {
    rows.push({ name, runs: runs.get(name) ?? [], counts: await outputSize(outputFolder) });
  }
  return rows;
}
