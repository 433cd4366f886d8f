import { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, onTestFinished, test, vi } from "vitest";
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
  const { all, close } = await pagefindProcesses(cores);
  await close();
  expect(all).toHaveLength(processes);
});

test("what is indexed in either process is the same, and a new one starts after the end of the last", async () => {
  const batch = [record("/1/", "ferry"), record("/2/", "lantern")];
  for (const _build of [1, 2]) {
    const { all, close } = await pagefindProcesses(2);
    onTestFinished(close);
    const indexBatch = batchesInTurn(all, "en");
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
  const { all, close } = await pagefindProcesses(2);
  onTestFinished(close);
  const indexBatch = batchesInTurn(all, "en");
  // A page without an address is refused.
  const refused = await indexBatch([{ content: "<html><body>no address</body></html>" }]);
  const made = await indexBatch([record("/1/", "ferry")]);
  await expect(refused()).rejects.toThrow("Pagefind");
  expect((await made()).articles).toHaveLength(1);
});

test.each(["at the start", "at work"])(
  "a process that ends %s is told in one sentence, and nobody waits for ever",
  async (when) => {
    const started: ChildProcess[] = [];
    const note = (message: unknown) => {
      const isOfProcess = typeof message === "object" && message !== null && "process" in message;
      if (isOfProcess && message.process instanceof ChildProcess) started.push(message.process);
    };
    subscribe("child_process", note);
    const printed = vi.spyOn(console, "error");
    const { all, close } = await pagefindProcesses(1);
    onTestFinished(async () => {
      unsubscribe("child_process", note);
      printed.mockRestore();
      await close();
    });
    const indexBatch = batchesInTurn(all, "en");
    if (when === "at work") await (await indexBatch([record("/0/", "ferry")]))();
    const batch = Array.from({ length: 400 }, (_, index) => record(`/${index}/`, `word${index}`));
    const made = await indexBatch(batch);
    started[0]?.kill("SIGKILL");
    await expect(made()).rejects.toThrow(
      "Pagefind's process has ended before it made the search index; the machine may be short of memory: make room and start again",
    );
    // What it is given afterwards is not waited for either.
    await expect((await indexBatch(batch))()).rejects.toThrow("Pagefind's process has ended");
    expect(printed).not.toHaveBeenCalled();
  },
);
