import { describe, expect, it } from "vitest";
import { type Report, reportTable } from "./report.ts";
import { median, ratios } from "./statistics.ts";

const run = (seconds: number) => ({ seconds, cpuSeconds: seconds * 2, peakBytes: 300_000_000 });

describe("the benchmark's figures", () => {
  it("take the middle run, or the mean of the two in the middle", () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
  });

  it("compare the runs of a round, not medians of different rounds", () => {
    // Rounds of 1:2, 4:2 and 3:4; the medians alone would give 3:2.
    expect(ratios([1, 4, 3].map(run), [2, 2, 4].map(run))).toEqual({ median: 0.75, least: 0.5, most: 2 });
  });

  it("stand in a table with the ratio to each peer", () => {
    const report: Report = {
      title: "Full build",
      rows: [
        { name: "Dateline", runs: [run(3)], counts: { pages: 14_608 } },
        { name: "Hugo", runs: [run(6)] },
      ],
      peers: ["Hugo", "a peer that is not there"],
    };
    expect(reportTable(report).split("\n")).toEqual([
      "Full build",
      "",
      "|  | time | spread | processor | peak memory | : Hugo | pages |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| Dateline | 3.00 s | 3.00–3.00 s | 6.00 s | 300 MB | 0.50 (0.50–0.50) | 14,608 |",
      "| Hugo | 6.00 s | 6.00–6.00 s | 12.00 s | 300 MB | 1.00 (1.00–1.00) |  |",
      "",
    ]);
  });
});
