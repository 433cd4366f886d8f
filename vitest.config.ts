import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { isSample, testsOfSample } from "./tests/sample.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // A process runs file after file, and loads what they share once: to load it anew took more time than many a file's tests.
    isolate: false,
    // Vitest leaves a core to itself, and needs it little: on two cores half of the time would go by unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Whoever has put a publication of their own in the place of the sample needs no tests of the sample.
    exclude: [...configDefaults.exclude, ...(isSample(import.meta.dirname) ? [] : await testsOfSample())],
    // So long that only what hangs is ended: how fast the machine is says nothing about the product.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    // The browser first: from memory, programs may not run.
    globalSetup: ["tests/browser/global-setup.ts", "tests/temporary-folder.ts", "tests/sample-setup.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
