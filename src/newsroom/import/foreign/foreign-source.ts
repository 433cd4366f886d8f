/** What an import is given: a file or a folder. What an address gives is fetched to a file first. */

export type ForeignSource = {
  /** As it was named: what diagnostics and the report call it, with forward slashes. */
  readonly name: string;
  /** Where it lies on this machine. */
  readonly path: string;
  /** Of an address: the address. */
  readonly address?: string | undefined;
  readonly isFolder: boolean;
  /** The beginning of a file, at most `headBytes` of it, decoded as UTF-8; empty of a folder. */
  readonly head: string;
  /** Of a folder: the paths of all files below it, relative to it, with forward slashes, in order of text. */
  readonly files: readonly string[];
};

export const headBytes = 64 * 1024;
