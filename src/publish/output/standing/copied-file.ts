/** Files of any size: copied and digested piece by piece. */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { withPath } from "../../../content/diagnostics/system-reasons.ts";
import { digestOfPieces } from "../../../content/values/digest.ts";
import type { Settled } from "../../disk/write-now.ts";

const pieceBytes = 1 << 20;

/** The digest of a file's content. @throws what the system says */
export function digestOfFile(file: string): string {
  return opened(file, "r", (descriptor) => digestOfPieces(piecesOf(descriptor)));
}

/** Copies a file, and makes the folders above the copy. @throws what the system says */
export function copyFile(from: string, to: string): Required<Settled> {
  mkdirSync(dirname(to), { recursive: true });
  return opened(from, "r", (source) =>
    opened(to, "w", (target) => {
      const digest = digestOfPieces(written(piecesOf(source), target));
      const { size, mtimeMs } = fstatSync(target);
      return { digest, sizeBytes: size, writtenMs: mtimeMs };
    }),
  );
}

function* written(pieces: Iterable<Uint8Array>, descriptor: number): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let done = 0; done < piece.length; ) done += writeSync(descriptor, piece, done);
    yield piece;
  }
}

/** Each piece is the same memory, filled anew. */
function* piecesOf(descriptor: number): Generator<Uint8Array> {
  const memory = Buffer.allocUnsafe(pieceBytes);
  for (;;) {
    const length = readSync(descriptor, memory);
    if (length === 0) return;
    yield memory.subarray(0, length);
  }
}

function opened<Value>(file: string, flags: "r" | "w", use: (descriptor: number) => Value): Value {
  const descriptor = openSync(file, flags);
  try {
    return use(descriptor);
  } catch (error) {
    throw withPath(error, file);
  } finally {
    closeSync(descriptor);
  }
}
