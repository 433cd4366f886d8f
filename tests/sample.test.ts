import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copySample, isSample, testsOfSample } from "./sample.ts";
import { siteFolder } from "./site-folder.ts";

test("a newsroom's own publication is not taken for the sample: another name or other articles are enough", async () => {
  const folder = await siteFolder({});
  expect(isSample(folder)).toBe(false);
  await copySample(folder);
  expect(isSample(folder)).toBe(true);
  await writeFile(
    join(folder, "site.yaml"),
    "title: The Harbour Times\nurl: https://harbour-times.example\n",
  );
  expect(isSample(folder)).toBe(false);
});

test("tests of the sample are those that read it, be it through another module, and no others", async () => {
  const found = await testsOfSample();
  expect(found).toEqual(
    expect.arrayContaining([
      "tests/browser/accessibility.test.ts",
      "tests/browser/desk.test.ts",
      "tests/whole/readme.test.ts",
      "tests/whole/sample-site.test.ts",
    ]),
  );
  expect(found.filter((file) => !/^tests\/(?:browser|whole|sample)/.test(file))).toEqual([]);
});
