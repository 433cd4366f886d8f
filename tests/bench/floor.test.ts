import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, siteFolder } from "../site-folder.ts";
import { writeGeneratedSite } from "./generate.ts";
import { measure } from "./measure.ts";
import { dateline, floor } from "./peers.ts";
import type { Contender } from "./rounds.ts";

test("the floor of the benchmark writes the same files as a build, byte for byte", async () => {
  const folder = await siteFolder({});
  const site = join(folder, "site");
  await writeGeneratedSite(site, 50, { cards: false });
  const outputOf = async ({ name, commandsInto }: Contender) => {
    const output = join(folder, name);
    await measure(commandsInto(output));
    return filesBelow(output);
  };
  const built = await outputOf(dateline(site, "Dateline", ["--no-search"]));
  expect(built.size).toBeGreaterThan(150);
  expect(await outputOf(floor(site))).toEqual(built);
});
