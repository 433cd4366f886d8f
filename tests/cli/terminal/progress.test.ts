import { describe, expect, test } from "vitest";
import { newProgress } from "../../../src/cli/terminal/progress.ts";

/** What is written when counts are told at the given times, in milliseconds. */
function written(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  times: readonly number[],
): string {
  let [text, now] = ["", 0];
  const write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  const progress = newProgress({ ...stream, write }, () => now);
  times.forEach((time, index) => {
    now = time;
    progress.tell("Stories read", (index + 1) * 1000, index === 0 ? undefined : 12_345);
  });
  progress.end();
  return text;
}

describe("progress on long work", () => {
  test("is one line at a terminal, written over and then cleared", () => {
    expect(written({ isTTY: true, columns: 80 }, [0, 50, 120])).toBe(
      "\r\u001b[KStories read: 1,000\r\u001b[KStories read: 3,000 of 12,345\r\u001b[K",
    );
    expect(written({ isTTY: true, columns: 12 }, [0])).toBe("\r\u001b[KStories rea\r\u001b[K");
  });

  test("is a line now and then in a log, and none of what is over soon", () => {
    expect(written({}, [0, 20_000])).toBe("");
    expect(written({}, [10_000, 31_000, 40_000, 62_000])).toBe(
      "Stories read: 2,000 of 12,345\nStories read: 4,000 of 12,345\n",
    );
  });
});
