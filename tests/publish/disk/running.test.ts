import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { isRunning, processMark } from "../../../src/publish/disk/running.ts";

/** Starts a process that tells its mark and waits; `end` ends it. */
async function waitingProcess(): Promise<{ mark: string; end: () => Promise<void> }> {
  const code = `const { processMark } = await import(${JSON.stringify(new URL("../../../src/publish/disk/running.ts", import.meta.url).href)});
    process.stdout.write(processMark()); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const mark = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    mark,
    end: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

describe("the mark of a process", () => {
  test("tells whether it runs", async () => {
    const { mark, end } = await waitingProcess();
    expect(isRunning(mark)).toBe(true);
    await end();
    expect(isRunning(mark)).toBe(false);
  });

  test.runIf(process.platform === "linux")(
    "is not that of another process with the same number",
    async () => {
      const { mark } = await waitingProcess();
      const [number] = mark.split("-");
      expect(readFileSync(`/proc/${number}/stat`, "latin1")).toContain(`${number} (`);
      for (const other of [`${number}-0`, `${number}-00000000`, `${number}`])
        expect(isRunning(other)).toBe(false);
    },
  );

  test("says of this process that it does nothing beside what asks", () => {
    expect(processMark()).toMatch(new RegExp(`^${process.pid}-[0-9a-f]+$`));
    expect(isRunning(processMark())).toBe(false);
  });

  test.for(["0-0", "", "-", "abc-0", "99999999-0"])("is none where it names no process: %j", (mark) => {
    expect(isRunning(mark)).toBe(false);
  });
});
