import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../src/publish/disk/project.js";

/** `HISTORIES=5000 npx vitest run tests/whole/histories.test.ts` looks longer. */
const histories = Number(process.env["HISTORIES"] ?? 60);

/** One process a core: each makes up histories of its own. */
const processes = 2;

test("whatever was published before, and whatever befell cache and output, a build gives what one from nothing would", {
  timeout: 7_200_000,
}, async () => {
  const each = Math.ceil(histories / processes);
  const results = await Promise.all(Array.from({ length: processes }, () => ended(each)));
  for (const { exitCode, output } of results) {
    expect(exitCode, output).toBe(0);
    expect(output).toContain(`${each} histories held.\n`);
  }
});

async function ended(count: number): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(projectFolder, "tests/whole/histories.ts"), String(count)],
    { cwd: projectFolder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { exitCode, output };
}
