import { existsSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { isSample, testsOfSample } from "./tests/sample.ts";

/** Whole sites are written and removed by the thousand: in memory, where there is plenty of it. */
function memoryFolder(): string | undefined {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4e9 ? folder : undefined;
}

const memory = memoryFolder();

export default defineConfig({
  test: {
    ...(memory !== undefined && { env: { TMPDIR: memory } }),
    include: ["tests/**/*.test.ts"],
    // Vitest leaves a core to itself, and needs it little: on two cores half of the time would go by unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Whoever has put a publication of their own in the place of the sample needs no tests of the sample.
    exclude: [...configDefaults.exclude, ...(isSample(import.meta.dirname) ? [] : await testsOfSample())],
    // So long that only what hangs is ended: how fast the machine is says nothing about the product.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    globalSetup: ["tests/browser/global-setup.ts", "tests/sample-setup.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
