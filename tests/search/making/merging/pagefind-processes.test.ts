import { expect, onTestFinished, test } from "vitest";
import { batchesInTurn } from "../../../../src/search/making/merging/pagefind-batch.ts";
import { pagefindProcesses } from "../../../../src/search/making/merging/pagefind-processes.ts";

const record = (url: string, word: string) => ({
  url,
  content: `<html lang="en"><body><main><h1>${word}</h1><p>harbour ${word}</p></main></body></html>`,
});

test.each([
  { cores: 1, processes: 1 },
  { cores: 2, processes: 2 },
  { cores: 16, processes: 2 },
])("Pagefind gets $processes of $cores cores", async ({ cores, processes }) => {
  const { newIndexes, close } = await pagefindProcesses(cores);
  await close();
  expect(newIndexes).toHaveLength(processes);
});

test("what is indexed in either process is the same, and a new one starts after the end of the last", async () => {
  const batch = [record("/1/", "ferry"), record("/2/", "lantern")];
  for (const _build of [1, 2]) {
    const { newIndexes, close } = await pagefindProcesses(2);
    onTestFinished(close);
    const indexBatch = batchesInTurn(newIndexes, "en");
    const waiting = [await indexBatch(batch), await indexBatch(batch)];
    const [first, second] = await Promise.all(waiting.map((made) => made()));
    expect(first?.articles.map(({ words }) => words)).toEqual([3, 3]);
    expect([...(first?.words() ?? [])].map(({ word }) => word)).toEqual(["ferri", "harbour", "lantern"]);
    expect({ ...second, words: [...(second?.words() ?? [])] }).toEqual({
      ...first,
      words: [...(first?.words() ?? [])],
    });
    await close();
  }
});

test("a batch that is refused is told by the one who waits for it, and the next one is made", async () => {
  const { newIndexes, close } = await pagefindProcesses(2);
  onTestFinished(close);
  const indexBatch = batchesInTurn(newIndexes, "en");
  // A page without an address is refused.
  const refused = await indexBatch([{ content: "<html><body>no address</body></html>" }]);
  const made = await indexBatch([record("/1/", "ferry")]);
  await expect(refused()).rejects.toThrow("Pagefind");
  expect((await made()).articles).toHaveLength(1);
});
