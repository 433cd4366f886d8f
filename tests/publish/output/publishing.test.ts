import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "vitest";
import { projectFolder } from "../../../src/publish/disk/project.js";

describe("a build killed before any of the file operations by which it publishes", () => {
  const scenarios: readonly (readonly [title: string, scenario: string])[] = [
    ["a first build", "first"],
    ["a first build into a folder with files of others", "first-among-others"],
    ["a build of what has changed", "incremental"],
    ["a build from nothing over an earlier one", "fresh"],
    ["a build that puts the whole folder in place", "atomic"],
  ];
  test.concurrent.for(scenarios)(
    "leaves what the next build makes as one from nothing: %s",

    async ([, scenario], { expect }) => {
      const { exitCode, output } = await ended(scenario);
      expect(exitCode, output).toBe(0);
      expect(output).toMatch(/^\d+ operations of publishing; killed \d+ times and \d+ times twice\.\n/m);
    },
  );
});

async function ended(scenario: string): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(projectFolder, "tests/publish/output/kills.ts"), scenario],
    {
      cwd: projectFolder,
      stdio: ["ignore", "pipe", "pipe"],
    },
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
