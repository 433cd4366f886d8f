/** What all commands share: flags, help, exit codes. */
import { type ParseArgsConfig, parseArgs } from "node:util";

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
 * Runs a command and sets the exit code: 0 fine, 1 the content is at fault, 2 the command line is.
 * A `UsageFault` is told in one line; anything else that is thrown is a defect and shows its stack.
 */
export async function runCommand(help: string, command: () => Promise<number>): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
    process.stdout.write(help);
    return;
  }
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    process.stderr.write(`${error.message}\n\n${help}`);
    process.exitCode = exitCodes.commandLineAtFault;
  }
}

/** The value of `--now`, in milliseconds since 1970; the clock's where it is absent. */
export function readNow(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const nowMs = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(nowMs)) {
    throw new UsageFault(`--now "${text}" is not a date; write it as 2026-11-20T08:30:00Z`);
  }
  return nowMs;
}
