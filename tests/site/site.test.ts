import { describe, expect, test } from "vitest";
import { readSite } from "../../src/site/site.ts";

const needed = "title: The Small Paper\nurl: https://small.example\n";

describe("recencyDays in site.yaml", () => {
  test("is a year where nothing is said", () => {
    expect(readSite(needed).site?.recencyDays).toBe(365);
  });

  test.for(["0", "1.5", "a year"])("is refused where it is %s", (value) => {
    const { site, diagnostics } = readSite(`${needed}recencyDays: ${value}\n`);
    expect(site).toBeUndefined();
    expect(diagnostics).toMatchObject([{ file: "site.yaml", line: 3 }]);
  });
});
