/** Which process something belongs to, so that another one that got the same number later is not taken for it. */
import { readFileSync } from "node:fs";
import { hexDigest } from "../../content/values/digest.ts";

/** `4711-1c5f09ab`: the number of this process, and when it was started. */
export function processMark(): string {
  return `${process.pid}-${startOf(process.pid)}`;
}

/** Whether the process of a mark still runs. This one is known to do nothing but what it is asked now. */
export function isRunning(mark: string): boolean {
  const [number, start] = mark.split("-");
  const processId = Number(number);
  if (processId === process.pid || !(processId > 0) || start !== startOf(processId)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Digits that differ from those of any other process with the same number; all the same where the system does not tell. */
function startOf(processId: number): string {
  try {
    const status = readFileSync(`/proc/${processId}/stat`, "latin1");
    // The 22nd field, ticks since the machine started; the second is a name in parentheses, which may hold anything.
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const ticks = status.slice(status.lastIndexOf(")") + 2).split(" ")[22 - 3];
    return hexDigest(`${readFileSync("/proc/sys/kernel/random/boot_id", "latin1")} ${ticks}`, 8);
  } catch {
    return "0";
  }
}
