/**
 * Commands, run within the test's own process: their modules are evaluated anew for each run, as a process would, but all that
 * they import stands ready. Reads what they say and how they would exit.
 */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { commands, projectFolder } from "../src/publish/disk/project.js";
import type { CommandResult } from "./site-folder.ts";

const moduleOf: ReadonlyMap<string, string> = new Map(
  Object.entries(commands).map(([name, { module }]) => [name, module]),
);

let runs = 0;
/** A process has one command line and one output: the next run waits for the last. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a command with flags, as `npm run` does. Rejects where a process would end with a stack. */
export function run(command: string, ...flags: readonly string[]): Promise<CommandResult> {
  const result = last.then(() => runNow(command, flags));
  last = result.catch(() => undefined);
  return result;
}

async function runNow(command: string, flags: readonly string[]): Promise<CommandResult> {
  const module = moduleOf.get(command);
  if (module === undefined) throw new Error(`there is no command "${command}"`);
  const { argv, exitCode } = process;
  const listeners = [process.stdout, process.stderr].map(
    (stream) => [stream, stream.listeners("error")] as const,
  );
  const [stdout, stderr] = [heard(process.stdout), heard(process.stderr)];
  try {
    process.argv = [process.execPath, join(projectFolder, module), ...flags];
    process.exitCode = undefined;
    runs += 1;
    // With a query, it is another module to those who load it.
    await import(/* @vite-ignore */ `${join(projectFolder, module)}?run=${runs}`);
    return {
      exitCode: Number(process.exitCode ?? 0),
      stdout: stdout.text(),
      stderr: withoutProgress(stderr.text()),
    };
  } finally {
    stdout.end();
    stderr.end();
    Object.assign(process, { argv, exitCode });
    // Commands choose how often memory is cleared: this goes back to V8's own choice.
    setFlagsFromString("--heap-growing-percent=0");
    for (const [stream, before] of listeners) {
      for (const listener of stream.listeners("error")) {
        if (!before.includes(listener)) stream.off("error", listener as () => void);
      }
    }
  }
}

/** What a command says among its errors, but for how far it has come, of which a slow machine hears more. */
export function withoutProgress(stderr: string): string {
  return stderr.replace(/^Pictures and cards made: [\d,]+ of [\d,]+\n/gm, "");
}

/** Keeps what is written to a stream, instead of writing it. */
function heard(stream: NodeJS.WriteStream) {
  const { write } = stream;
  let said = "";
  stream.write = (chunk: string | Uint8Array): boolean => {
    said += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => said,
    end: () => {
      stream.write = write;
    },
  };
}
