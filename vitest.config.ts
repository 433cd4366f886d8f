import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // So long that only what hangs is ended: how fast the machine is says nothing about the product.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    globalSetup: ["tests/browser/global-setup.ts", "tests/sample-setup.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
