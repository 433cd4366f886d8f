/** Why the system refused something, and that a file changed while it was read or a process ended, in words. */

/** https://nodejs.org/api/errors.html#common-system-errors: by code, what is wrong and what to do. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission is denied; change its permissions, or run this as the user it belongs to"],
  ["EBUSY", "another program is using it; end that program"],
  ["EDQUOT", "the disk quota is used up; make room"],
  ["EEXIST", "there is something of this name already; move it away"],
  ["EFBIG", "the file would be larger than may be; raise the limit"],
  ["EIO", "the disk reports an error; check it"],
  ["EISDIR", "it is a folder, where a file is needed"],
  ["ELOOP", "its symbolic links lead in a circle; remove one of them"],
  ["EMFILE", "too many files are open; end other programs, or raise the limit"],
  [
    "ENAMETOOLONG",
    "the path is too long for this machine; use a folder nearer to the root, or shorter names",
  ],
  ["ENFILE", "too many files are open on this machine; end other programs"],
  ["ENOENT", "there is no such file or folder"],
  ["ENOSPC", "the disk is full; make room on it"],
  ["ENOTDIR", "a part of its path is a file, where a folder is needed"],
  ["ENOTEMPTY", "the folder is not empty; move away what is in it"],
  ["EPERM", "permission is denied; change its permissions, or run this as the user it belongs to"],
  ["EROFS", "the disk may only be read; choose another place"],
  ["EXDEV", "it would have to be moved from one disk to another; keep both places on one"],
]);

/** Where files are watched, the same codes mean other things: https://nodejs.org/api/fs.html#availability */
const watchReasons: ReadonlyMap<string, string> = new Map([
  ...["EACCES", "EPERM"].map((code) => [code, reasons.get(code) ?? ""] as const),
  ["EMFILE", "too many programs watch files; raise fs.inotify.max_user_instances"],
  ["ENOSPC", "too many files are watched on this machine; raise fs.inotify.max_user_watches"],
]);

/** What the system said no to. */
export type SystemRefusal = {
  /** `ENOSPC` */
  readonly code: string;
  /** The words for it. */
  readonly reason: string;
  /** What was asked of the system: `open`, `write`. */
  readonly call: string;
  readonly path?: string | undefined;
  /** Where it was to be moved. */
  readonly target?: string | undefined;
};

/**
 * What the system refused, where an error is one of its own; else undefined. Read from the message, which is all that is
 * left of an error that comes from another thread: `ENOSPC: no space left on device, write '/site/index.html'`.
 */
export function systemRefusal(error: unknown): SystemRefusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, code = "", call = "", path, target] = written.exec(error.message) ?? [];
  const reason = call === "watch" ? watchReasons.get(code) : reasons.get(code);
  return reason === undefined ? systemRefusal(behind(error)) : { code, reason, call, path, target };
}

/** Names of files may hold line ends and quotation marks. */
const written = /^(E[A-Z0-9]{2,20}): [^,']+, ([a-z]+)(?: '(.*?)'(?: -> '(.*)')?)?$/s;

/** The error that another was made of: Eleventy names it in a way of its own. */
function behind(error: Error): unknown {
  return error.cause ?? ("originalError" in error ? error.originalError : undefined);
}

/** The sentence about a file that changed while it was read, or a process that has ended, where that stands behind an error. */
export function sentenceBehind(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const isSentence = error instanceof InputChanged || error instanceof ProcessEnded;
  return isSentence ? error.message : sentenceBehind(behind(error));
}

/** An error of the system with the file it was about: a write that fails names none. Any other error stays as it is. */
export function withPath(error: unknown, file: string): unknown {
  const refusal = systemRefusal(error);
  if (!(error instanceof Error) || refusal === undefined || refusal.path !== undefined) return error;
  return new Error(`${error.message} '${file}'`, { cause: error });
}

/** Why a file or folder cannot be read: the words for what the system says. */
export function reasonOf(error: unknown): string {
  return systemRefusal(error)?.reason ?? (error instanceof Error ? error.message : String(error));
}

/** Whether the system says that there is nothing of such a path. */
export function isAbsence(error: unknown): boolean {
  const code = systemRefusal(error)?.code;
  return code === "ENOENT" || code === "ENOTDIR";
}

/** A file is no longer what it was when it was read. The message is a sentence for people. */
export class InputChanged extends Error {}

/** A process that the command needs has ended before its time. The message is a sentence for people. */
export class ProcessEnded extends Error {}
