import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, siteFolder } from "../site-folder.ts";
import { writeGeneratedSite } from "./generate.ts";
import { measure } from "./measure.ts";
import { dateline, floor } from "./peers.ts";

test("the floor of the benchmark writes the same files as a build, byte for byte", async () => {
  const folder = await siteFolder({});
  const site = join(folder, "site");
  await writeGeneratedSite(site, 50);
  const contenders = [dateline(site, folder, "Dateline", ["--no-search"]), floor(site, folder)];
  for (const { commands } of contenders) await measure(commands);
  const [built, floored] = await Promise.all(contenders.map((one) => filesBelow(one.outputFolder)));
  expect(built?.size).toBeGreaterThan(150);
  expect(floored).toEqual(built);
});
