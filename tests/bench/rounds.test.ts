import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { filesBelow, siteFolder } from "../site-folder.ts";
import { type Contender, outputFolderOf, runRounds } from "./rounds.ts";
import { isCheaplyRemoved } from "./spent.ts";

/** Writes one page into a folder, which must not be there yet. */
function contender(name: string, text: string): Contender {
  const code = `require("fs").mkdirSync(process.argv[1]); require("fs").writeFileSync(process.argv[1] + "/a.html", "${text}")`;
  return { name, commandsInto: (output) => [{ file: process.execPath, args: ["-e", code, output] }] };
}

test("every run of a benchmark writes into a folder of its own, and earlier ones stay where removing them is dear", async () => {
  const folder = join(await siteFolder({}), "articles");
  const contenders = [contender("Hugo, then Pagefind", "12345"), contender("floor", "1")];
  const progress = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => progress.mockRestore());
  const rows = await runRounds(contenders, 2, folder);

  const left = isCheaplyRemoved(await statfs(folder)) ? ["1", "12345"] : ["1", "1", "12345", "12345"];
  expect([...(await filesBelow(folder)).values()].sort()).toEqual(left);
  expect(rows.map(({ name, runs, counts }) => [name, runs.length, counts?.pages])).toEqual([
    ["Hugo, then Pagefind", 2, 1],
    ["floor", 2, 1],
  ]);
  const folders = contenders.flatMap((one) => [1, 2].map((round) => outputFolderOf(one, round, folder)));
  expect(new Set(folders).size).toBe(4);
});
