/**
 * Tells of every operation by which this process changes a disk, before it is done. What Node does in several steps is
 * done and told step by step, since a process may be killed between any two of them. It takes the place of Node's own
 * functions wherever they are imported, so that no module needs to know of it.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";

const original = { ...fs };

let listener: ((operation: string) => void) | undefined;

/** @param told is told what is about to be done, such as `unlink /a/b`; what it does itself is not told */
export function onFileOperation(told: ((operation: string) => void) | undefined): void {
  listener = told;
}

function tell(operation: string): void {
  const told = listener;
  listener = undefined;
  told?.(operation);
  listener = told;
}

/** Node's functions as they were. */
export const untold = original;

function makeFolders(path: string, options?: unknown): void {
  if (isRecursive(options)) {
    if (original.existsSync(path)) return;
    makeFolders(dirname(path), options);
  }
  tell(`mkdir ${path}`);
  original.mkdirSync(path);
}

function remove(path: string, options?: unknown): void {
  const found = original.lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined && isForced(options)) return;
  if (found?.isDirectory() && isRecursive(options)) {
    for (const name of original.readdirSync(path)) remove(join(path, name), options);
    tell(`rmdir ${path}`);
    original.rmdirSync(path);
  } else {
    tell(`unlink ${path}`);
    original.rmSync(path);
  }
}

function write(target: string | number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  const half = Math.ceil(bytes.length / 2);
  const descriptor = typeof target === "number" ? target : open(target, "w");
  for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) {
    tell(`write ${target}`);
    original.writeSync(descriptor, part);
  }
  if (typeof target !== "number") original.closeSync(descriptor);
}

function open(path: string, flags: string): number {
  if (flags !== "r") tell(`open ${path}`);
  return original.openSync(path, flags);
}

const inSteps: Readonly<Record<string, (...args: never[]) => unknown>> = {
  mkdir: makeFolders,
  rm: remove,
  writeFile: write,
  open,
};

/** What changes a disk by one step, by name. */
const changing =
  /^(?:append|chmod|chown|copyFile|cp|fchmod|fchown|ftruncate|futimes|lchmod|lchown|link|lutimes|mkdtemp|rename|rmdir|symlink|truncate|unlink|utimes)/;

const named = new Map<string, unknown>();
for (const [holder, suffix] of [
  [fs, "Sync"],
  [fs.promises, ""],
] as const) {
  for (const [name, own] of Object.entries(holder)) {
    if (typeof own !== "function" || !name.endsWith(suffix)) continue;
    const plain = name.slice(0, name.length - suffix.length);
    const steps = inSteps[plain];
    // A handle of `promises.open` is used for reading alone, as the test of all operations shows.
    if (steps !== undefined && !(holder === fs.promises && plain === "open")) {
      const replaced = (...args: never[]) => steps(...args);
      named.set(name, holder === fs ? replaced : async (...args: never[]) => replaced(...args));
    } else if (changing.test(plain)) {
      named.set(name, (...args: unknown[]) => {
        tell(`${name} ${args.filter((arg) => typeof arg === "string").join(" ")}`);
        return Reflect.apply(own, holder, args);
      });
    } else continue;
    Object.assign(holder, { [name]: named.get(name) });
  }
}
syncBuiltinESMExports();

function isRecursive(options: unknown): boolean {
  return (
    typeof options === "object" && options !== null && "recursive" in options && options.recursive === true
  );
}

function isForced(options: unknown): boolean {
  return typeof options === "object" && options !== null && "force" in options && options.force === true;
}
