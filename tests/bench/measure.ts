/** Measuring commands: time, processor time and memory, from the start of a process to its end, children counted. */
import { spawn } from "node:child_process";
import { projectFolder } from "../../src/publish/disk/project.js";
import { treeUse } from "./process-tree.ts";

export type Command = { readonly file: string; readonly args: readonly string[]; readonly folder?: string };

export type Measurement = {
  readonly seconds: number;
  /** User and system time of all threads and children; NaN where the platform does not tell. */
  readonly cpuSeconds: number;
  /** The most memory (resident set) that the process and its children had at a time; NaN likewise. */
  readonly peakBytes: number;
};

const samplingMs = 20;

/** A TypeScript file of the project as a command. */
export function script(file: string, args: readonly string[], folder = projectFolder): Command {
  return { file: process.execPath, args: ["--import", "tsx", file, ...args], folder };
}

/** Runs commands one after the other as one. @throws if one fails */
export async function measure(commands: readonly Command[]): Promise<Measurement> {
  let total: Measurement = { seconds: 0, cpuSeconds: 0, peakBytes: 0 };
  for (const command of commands) {
    const one = await measureOne(command);
    total = {
      seconds: total.seconds + one.seconds,
      cpuSeconds: total.cpuSeconds + one.cpuSeconds,
      peakBytes: Math.max(total.peakBytes, one.peakBytes),
    };
  }
  return total;
}

async function measureOne({ file, args, folder }: Command): Promise<Measurement> {
  const start = performance.now();
  const child = spawn(file, args, { cwd: folder ?? projectFolder, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  let cpuSeconds = Number.NaN;
  let peakBytes = Number.NaN;
  const sampling = setInterval(() => {
    const use = child.pid === undefined ? undefined : treeUse(child.pid);
    if (use === undefined) return;
    cpuSeconds = Math.max(use.cpuSeconds, Number.isNaN(cpuSeconds) ? 0 : cpuSeconds);
    peakBytes = Math.max(use.residentBytes, Number.isNaN(peakBytes) ? 0 : peakBytes);
  }, samplingMs);
  const exitCode = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(sampling));
  const seconds = (performance.now() - start) / 1000;
  if (exitCode !== 0) throw new Error(`${file} ${args.join(" ")} failed:\n${stderr}`);
  return { seconds, cpuSeconds, peakBytes };
}
