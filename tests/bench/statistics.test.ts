import { describe, expect, test } from "vitest";
import { mostOfEach, type Report, reportTable } from "./report.ts";
import { median, ratios } from "./statistics.ts";

const run = (seconds: number) => ({ seconds, cpuSeconds: seconds * 2, peakBytes: 300_000_000 });

describe("the benchmark's figures", () => {
  test("take the middle run, or the mean of the two in the middle", () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
  });

  test("compare the runs of a round, not medians of different rounds", () => {
    // Rounds of 1:2, 4:2 and 3:4; the medians alone would give 3:2.
    expect(ratios([1, 4, 3].map(run), [2, 2, 4].map(run))).toEqual({ median: 0.75, least: 0.5, most: 2 });
  });

  test("give the most of counts that differ from run to run", () => {
    expect(
      mostOfEach([
        { files: 39, bytes: 500 },
        { files: 32, bytes: 700 },
      ]),
    ).toEqual({
      files: 39,
      bytes: 700,
    });
  });

  test("stand in a table with the ratio to each peer, its spread over the rounds beside it", () => {
    const report: Report = {
      title: "Full build",
      rows: [
        { name: "Dateline", runs: [3, 3, 4].map(run), counts: { pages: 14_608 } },
        { name: "Hugo", runs: [6, 4, 4].map(run) },
        { name: "floor", runs: [1.5, 2, 4].map(run) },
      ],
      peers: ["Hugo", "floor", "a peer that is not there"],
    };
    expect(reportTable(report).split("\n")).toEqual([
      "Full build",
      "",
      "|  | time | spread | processor | peak memory | : Hugo | : floor | pages |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      "| Dateline | 3.00 s | 3.00–4.00 s | 6.00 s | 300 MB | 0.75 (0.50–1.00) | 1.50 (1.00–2.00) | 14,608 |",
      "| Hugo | 4.00 s | 4.00–6.00 s | 8.00 s | 300 MB | 1.00 (1.00–1.00) | 2.00 (1.00–4.00) |  |",
      "| floor | 2.00 s | 1.50–4.00 s | 4.00 s | 300 MB | 0.50 (0.25–1.00) | 1.00 (1.00–1.00) |  |",
      "",
    ]);
  });
});
