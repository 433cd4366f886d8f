/** Writing files without waiting: where a thread has nothing else to do, this is the cheapest way. */
import { closeSync, fstatSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withPath } from "../../content/diagnostics/system-reasons.ts";
import { digestOf } from "../../content/values/digest.ts";
import { folderMaker } from "./file-moving.ts";

/** What has become of a content. */
export type Settled = {
  readonly digest: string;
  readonly sizeBytes: number;
  /** When it was written, in milliseconds since 1970; absent where it need not be written. */
  readonly writtenMs?: number | undefined;
};

/** Settles the content of a path. @param standing digest of a content that need not be written */
export type Settle = (path: string, content: Uint8Array, standing?: string) => Settled;

/** Makes the function that writes files below a folder, and makes the folders above them. */
export function settleIn(folder: string): Settle {
  const makeFolder = folderMaker();
  return (path, content, standing) => {
    const digest = digestOf(content);
    const sizeBytes = content.byteLength;
    if (digest === standing) return { digest, sizeBytes };
    const file = join(folder, path);
    makeFolder(dirname(file));
    const descriptor = openSync(file, "w");
    try {
      writeFileSync(descriptor, content);
      return { digest, sizeBytes, writtenMs: fstatSync(descriptor).mtimeMs };
    } catch (error) {
      throw withPath(error, file);
    } finally {
      closeSync(descriptor);
    }
  };
}
