/** What a process and all its children use, by Linux's /proc (https://docs.kernel.org/filesystems/proc.html). */
import { readFileSync } from "node:fs";

export type TreeUse = { readonly cpuSeconds: number; readonly residentBytes: number };

const pageBytes = 4096;
const ticksPerSecond = 100;

/** The use of a process at this moment; undefined where it has ended, or where there is no /proc. */
export function treeUse(processId: number): TreeUse | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    // The name, in parentheses, may hold anything; the fields after it are counted from the third.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [userTicks = 0, systemTicks = 0, endedUserTicks = 0, endedSystemTicks = 0] = fields.slice(11, 15);
    let cpuSeconds = (userTicks + systemTicks + endedUserTicks + endedSystemTicks) / ticksPerSecond;
    let residentBytes = (fields[21] ?? 0) * pageBytes;
    for (const child of childrenOf(processId)) {
      const use = treeUse(child);
      cpuSeconds += use?.cpuSeconds ?? 0;
      residentBytes += use?.residentBytes ?? 0;
    }
    return { cpuSeconds, residentBytes };
  } catch {
    return undefined;
  }
}

function childrenOf(processId: number): number[] {
  const children = readFileSync(`/proc/${processId}/task/${processId}/children`, "utf8");
  return children.split(" ").filter(Boolean).map(Number);
}
