import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnosticCodes, houseStyleSchema } from "../../../src/content/diagnostics/diagnostic-codes.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";

const styleCodes = Object.entries(houseStyleSchema.shape);

describe("every diagnostic", async () => {
  const page = await readFile(join(projectFolder, "docs/diagnostics.md"), "utf8");
  const rows = page.match(/^\| `.*$/gm) ?? [];
  /** The cells of each row, between bars that are no part of their words. */
  const cells = rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

  test("has a row in docs/diagnostics.md, in the order of the alphabet", () => {
    expect(cells.map(([code]) => code)).toEqual([...diagnosticCodes].sort().map((code) => `\`${code}\``));
  });

  test("is told there with how grave it is, what it means, an example, and what to do", () => {
    const lacking = cells.filter((row) => row.length !== 5 || row.includes(""));
    expect(lacking.map(([code]) => code)).toEqual([]);
    const isStyle = (code = "") => styleCodes.some(([name]) => code === `\`${name}\``);
    const wrong = cells.filter(
      ([code, severity = ""]) => !(isStyle(code) ? ["style"] : ["error", "warning"]).includes(severity),
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  test("of the house style means there what editors show in site.yaml", () => {
    const meanings = new Map(cells.map(([code, , meaning]) => [code, meaning]));
    for (const [code, { description }] of styleCodes) expect(meanings.get(`\`${code}\``)).toBe(description);
  });

  test("is shown by a test", async () => {
    const folder = join(projectFolder, "tests");
    const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".test.ts"));
    const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
    // A code stands before a colon in a report, or between quotation marks; part of a longer one is not meant.
    const isShown = (code: string) =>
      texts.some((text) => new RegExp(`(?<![a-z-])${code}(?![a-z-])`).test(text));
    expect(diagnosticCodes.filter((code) => !isShown(code))).toEqual([]);
  });
});
