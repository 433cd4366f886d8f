/** What only a user without rights meets: files that may not be read, folders that may not be written to. */
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type CommandResult, runAs } from "./site-folder.ts";

/** The user of no rights, where tests are run by the administrator, who may do everything. */
const nobodyId = 65_534;

const isAdministrator = process.getuid?.() === 0;

/** Runs something in this process as a user who may not read what is forbidden. */
export async function asNobody<Result>(run: () => Promise<Result>): Promise<Result> {
  if (!isAdministrator) return run();
  process.seteuid?.(nobodyId);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

/** Runs a command of a copy of the project in a process of a user who may not read what is forbidden. */
export function runAsNobody(project: string, command: string, ...flags: string[]): Promise<CommandResult> {
  return runAs(isAdministrator ? { uid: nobodyId, gid: nobodyId } : {}, project, command, ...flags);
}

/** Takes all rights on files and folders of a folder away; they come back when the test ends, so that it can be removed. */
export async function forbid(folder: string, ...paths: readonly string[]): Promise<void> {
  await chmod(folder, 0o777);
  for (const path of paths) {
    await chmod(join(folder, path), 0o000);
    onTestFinished(() => chmod(join(folder, path), 0o700));
  }
}
