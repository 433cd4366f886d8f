/** What was bundled last, for as long as none of the files that it is made of changes: a process may build, or look, many times. */
import { stat } from "node:fs/promises";

/** Something made of files. @param files whole paths */
export type MadeOf<Value> = { readonly value: Value; readonly files: readonly string[] };

/** How the file system counts time at worst: a file that was just written may be written again and look the same. */
const coarsestMs = 2000;

/**
 * Makes something anew only where a file that it was made of last time was written to since. What is made while files are being
 * written is given, and not remembered.
 */
export function whileUnchanged<Value>(make: () => Promise<MadeOf<Value>>): () => Promise<Value> {
  let last: (MadeOf<Value> & { readonly stamps: string }) | undefined;
  return async () => {
    if (last !== undefined && (await stampsOf(last.files)).text === last.stamps) return last.value;
    const startedMs = Date.now();
    const made = await make();
    const { text, newestMs } = await stampsOf(made.files);
    last = newestMs < startedMs - coarsestMs ? { ...made, stamps: text } : undefined;
    return made.value;
  };
}

async function stampsOf(files: readonly string[]): Promise<{ text: string; newestMs: number }> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return {
    text: found
      .map((file) => (file === undefined ? "" : `${file.mtimeMs} ${file.ctimeMs} ${file.size}`))
      .join("\n"),
    newestMs: Math.max(...found.map((file) => file?.ctimeMs ?? Number.POSITIVE_INFINITY)),
  };
}
