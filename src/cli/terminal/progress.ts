/** How far long work has come, told on standard error: in one line that is written over at a terminal, seldom elsewhere. */
import type { WriteStream } from "node:tty";

type Stream = Pick<NodeJS.WriteStream, "write"> & Partial<Pick<WriteStream, "isTTY" | "columns">>;

export type Progress = {
  /** @param total where it is known */
  readonly tell: (what: string, count: number, total?: number) => void;
  /** Clears the line. */
  readonly end: () => void;
};

/** Milliseconds between two lines: people at a terminal want to see that something moves, logs do not. */
const betweenLines = { terminal: 100, log: 30_000 } as const;

/** @param nowMs a clock that only goes forward */
export function newProgress(stream: Stream, nowMs: () => number = () => performance.now()): Progress {
  const isTerminal = stream.isTTY === true;
  const between = isTerminal ? betweenLines.terminal : betweenLines.log;
  // What is over soon needs no line in a log.
  let last = isTerminal ? Number.NEGATIVE_INFINITY : nowMs();
  let isShown = false;
  return {
    tell: (what, count, total) => {
      const now = nowMs();
      if (now - last < between) return;
      last = now;
      const number = count.toLocaleString("en-GB");
      const text = `${what}: ${number}${total === undefined ? "" : ` of ${total.toLocaleString("en-GB")}`}`;
      stream.write(isTerminal ? `\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}` : `${text}\n`);
      isShown = isTerminal;
    },
    end: () => {
      if (isShown) stream.write("\r\u001b[K");
      isShown = false;
    },
  };
}
