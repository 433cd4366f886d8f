/** Measuring commands: time and memory of a process from its start to its end. */
import { spawn } from "node:child_process";
import { projectFolder } from "../../src/build/project.ts";

export type Measurement = {
  readonly seconds: number;
  /** The most memory the process had at a time (its resident set), without its children. */
  readonly peakBytes: number;
};

/** Tells the peak memory on the way out: `ru_maxrss` of the process itself, in KiB on every platform of Node. */
const tellPeak =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak-kib='+process.resourceUsage().maxRSS+'\\n'))";

/** Runs a TypeScript file with arguments. @throws if it fails */
export async function measure(script: string, args: readonly string[]): Promise<Measurement> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", tellPeak, "--import", "tsx", script, ...args], {
    cwd: projectFolder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  if (exitCode !== 0) throw new Error(`${script} failed:\n${stderr}`);
  const peakKib = Number(/peak-kib=(\d+)/.exec(stderr)?.[1] ?? Number.NaN);
  return { seconds, peakBytes: peakKib * 1024 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
