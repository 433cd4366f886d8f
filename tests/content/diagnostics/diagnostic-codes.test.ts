import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnosticCodes } from "../../../src/content/diagnostics/diagnostic-codes.ts";
import { diagnosticsPage } from "../../../src/content/diagnostics/diagnostics-page.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";

const codes = Object.keys(diagnosticCodes);

describe("every diagnostic", () => {
  test("is explained in docs/diagnostics.md, which is up to date (else: npm run diagnostics)", async () => {
    const kept = await readFile(join(projectFolder, "docs/diagnostics.md"), "utf8");
    expect(kept).toBe(diagnosticsPage());
    for (const code of codes) expect(kept).toContain(`\n| \`${code}\` | `);
  });

  test("is shown by a test", async () => {
    const folder = join(projectFolder, "tests");
    const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".test.ts"));
    const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
    // A code stands before a colon in a report, or between quotation marks; part of a longer one is not meant.
    const isShown = (code: string) =>
      texts.some((text) => new RegExp(`(?<![a-z-])${code}(?![a-z-])`).test(text));
    expect(codes.filter((code) => !isShown(code))).toEqual([]);
  });
});
