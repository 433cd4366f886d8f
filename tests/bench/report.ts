/** What a benchmark found, as a table and as JSON. */
import { cpus, totalmem } from "node:os";
import type { Measurement } from "./measure.ts";
import { median, ratios, type Spread, spread } from "./statistics.ts";

export type Row = {
  readonly name: string;
  readonly runs: readonly Measurement[];
  /** What further columns hold: pages, bytes, files changed. */
  readonly counts?: Readonly<Record<string, number>>;
};

export type Report = {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Rows that all others are compared with, by name. */
  readonly peers: readonly string[];
};

/** Of counts that differ from run to run, the most. */
export function mostOfEach(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = new Set(counts.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...names].map((name) => [name, Math.max(...counts.map((one) => one[name] ?? 0))]),
  );
}

/** The figures, with the machine they were taken on. */
export function reportJson(report: Report): string {
  const rows = report.rows.map((row) => ({
    name: row.name,
    seconds: spread(row.runs.map((run) => run.seconds)),
    cpuSeconds: median(row.runs.map((run) => run.cpuSeconds)),
    peakBytes: peakOf(row),
    ...row.counts,
    ratios: Object.fromEntries(peersOf(report).map((peer) => [peer.name, ratios(row.runs, peer.runs)])),
    runs: row.runs,
  }));
  const machine = { cores: cpus().length, memoryBytes: totalmem(), node: process.version };
  return `${JSON.stringify({ title: report.title, machine, rows }, null, 2)}\n`;
}

/** The same for people, in Markdown. */
export function reportTable(report: Report): string {
  const peers = peersOf(report);
  const countNames = [...new Set(report.rows.flatMap((row) => Object.keys(row.counts ?? {})))];
  const head = [
    "",
    "time",
    "spread",
    "processor",
    "peak memory",
    ...peers.map((peer) => `: ${peer.name}`),
    ...countNames,
  ];
  const lines = report.rows.map((row) => {
    const seconds = spread(row.runs.map((run) => run.seconds));
    return [
      row.name,
      `${seconds.median.toFixed(2)} s`,
      `${seconds.least.toFixed(2)}–${seconds.most.toFixed(2)} s`,
      `${median(row.runs.map((run) => run.cpuSeconds)).toFixed(2)} s`,
      `${Math.round(peakOf(row) / 1e6)} MB`,
      ...peers.map((peer) => ratioText(ratios(row.runs, peer.runs))),
      ...countNames.map((name) => row.counts?.[name]?.toLocaleString("en") ?? ""),
    ];
  });
  const table = [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  return `${report.title}\n\n${table.join("\n")}\n`;
}

function peersOf(report: Report): Row[] {
  return report.rows.filter((row) => report.peers.includes(row.name));
}

function peakOf(row: Row): number {
  return Math.max(...row.runs.map((run) => run.peakBytes));
}

function ratioText({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
