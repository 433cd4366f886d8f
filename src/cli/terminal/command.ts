/** What all commands share: flags, help, exit codes. */
import { inspect, type ParseArgsConfig, parseArgs } from "node:util";
import { printable, printableLines } from "../../content/diagnostics/report.ts";
import { reasonOf, sentenceBehind, systemRefusal } from "../../content/diagnostics/system-reasons.ts";

export const exitCodes = { fine: 0, contentAtFault: 1, commandLineAtFault: 2 } as const;

/** A command line that cannot be carried out. */
export class UsageFault extends Error {}

type Flags = NonNullable<ParseArgsConfig["options"]>;

/** Flags of every command that reads a site folder. */
export const siteFlags = {
  site: { type: "string", default: "." },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies Flags;

/** Reads flags, strictly. @throws UsageFault if one is not known or lacks its value */
export function readFlags<Options extends Flags>(options: Options, allowPositionals = false) {
  try {
    return parseArgs({ options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a command and sets the exit code: 0 fine, 1 the content is at fault, 2 the command line is, or the machine that
 * refuses what it asks for. A `UsageFault` and what the system refuses are told in a sentence; anything else that is
 * thrown is a defect and shows its stack.
 */
export async function runCommand(help: string, command: () => Promise<number>): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
    process.stdout.write(help);
    return;
  }
  let isReportLost = false;
  process.stdout.on("error", (error) => {
    if (isClosedPipe(error)) return;
    isReportLost = true;
    process.exitCode = exitCodes.commandLineAtFault;
    process.stderr.write(`What the command has to say cannot be written: ${reasonOf(error)}.\n`);
  });
  process.stderr.on("error", () => undefined);
  try {
    const exitCode = await command();
    if (!isReportLost) process.exitCode = exitCode;
  } catch (error) {
    const text =
      error instanceof UsageFault ? `${printableLines(error.message)}\n\n${help}` : refusalText(error);
    if (text === undefined) throw error;
    process.stderr.write(text);
    process.exitCode = exitCodes.commandLineAtFault;
  }
}

/** Whoever read along has seen enough, as in `npm run check | head`: the command goes on, and says no more. */
function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}

/** What was done to a path, by what was asked of the system. */
const verbs: ReadonlyMap<string, string> = new Map([
  ["access", "looked at"],
  ["copyfile", "copied"],
  ["lstat", "looked at"],
  ["mkdir", "made"],
  ["mkdtemp", "made"],
  ["open", "opened"],
  ["opendir", "listed"],
  ["read", "read"],
  ["realpath", "looked at"],
  ["rename", "moved"],
  ["rm", "removed"],
  ["rmdir", "removed"],
  ["scandir", "listed"],
  ["stat", "looked at"],
  ["unlink", "removed"],
  ["watch", "watched"],
  ["write", "written"],
]);

/** Tells a person who goes on working what went wrong. */
export function tellRefusal(error: unknown): void {
  process.stderr.write(refusalText(error) ?? `${printableLines(inspect(error))}\n`);
}

/** A sentence about what the system refused, a file that changed while it was read, or a process that has ended; undefined for any other error. */
export function refusalText(error: unknown): string | undefined {
  const sentence = sentenceBehind(error);
  if (sentence !== undefined) return `${printable(sentence)}.\n`;
  const refusal = systemRefusal(error);
  if (refusal === undefined) return undefined;
  const { path = "A file", target, call, reason, code } = refusal;
  const where = target === undefined ? "" : ` to ${target}`;
  return `${printable(path)} cannot be ${verbs.get(call) ?? "used"}${printable(where)}: ${reason} (${code}).\n`;
}

/** ISO 8601; fractions of a second count for nothing, as in articles. */
const moment =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?:(:\d{2})(?:[.,]\d+)?)?(?:[Zz]|([+-]\d{2}):?(\d{2})?)?)?$/;

/**
 * The value of `--now`, in milliseconds since 1970; the clock's where it is absent. What names no offset is in UTC, on every
 * machine. Read without Luxon: `due` runs without any package.
 */
export function readNow(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const [, day = "", time = "00:00", seconds = "", hours = "+00", minutes = "00"] = moment.exec(text) ?? [];
  const nowMs = Date.parse(`${day}T${time}${seconds}${hours}:${minutes}`);
  // The calendar has no 30 February, which is counted on from.
  if (Number.isNaN(nowMs) || !new Date(`${day}T00:00Z`).toISOString().startsWith(day)) {
    throw new UsageFault(`--now "${text}" is not a date; write it as 2026-11-20T08:30:00Z`);
  }
  return nowMs;
}
