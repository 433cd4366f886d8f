import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inParallel } from "../../../src/publish/threads/parallel.ts";

describe("work in parallel", () => {
  test("gives the results in the order of the items, and never does more at a time than it may", async () => {
    const sizes = fc.tuple(fc.array(fc.nat()), fc.integer({ min: 1, max: 5 }));
    await fc.assert(
      fc.asyncProperty(sizes, async ([items, limit]) => {
        let atWork = 0;
        let most = 0;
        const results = await inParallel(items, limit, async (item) => {
          atWork += 1;
          most = Math.max(most, atWork);
          for (let wait = item % 3; wait >= 0; wait -= 1) await Promise.resolve();
          atWork -= 1;
          return item * 2;
        });
        expect(results).toEqual(items.map((item) => item * 2));
        expect(most).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test("does as much at a time as it may", async () => {
    let begun = 0;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const work = inParallel([1, 2, 3, 4, 5], 3, async () => {
      begun += 1;
      await gate;
    });
    expect(begun).toBe(3);
    open();
    await work;
    expect(begun).toBe(5);
  });

  test("begins nothing after a failure, and tells it", async () => {
    const begun: number[] = [];
    const work = inParallel([1, 2, 3, 4], 1, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error("two");
    });
    await expect(work).rejects.toThrow("two");
    expect(begun).toEqual([1, 2]);
  });
});
