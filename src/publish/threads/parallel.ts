/** Work in bounded parallel. */

/**
 * Works on every item, on so many at a time.
 *
 * @returns the results in the order of the items
 * @throws what the first failing work throws; no work is begun after that
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let hasFailed = false;
  async function worker(): Promise<void> {
    for (const [index, item] of waiting) {
      if (hasFailed) return;
      results[index] = await work(item).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
    }
  }
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
