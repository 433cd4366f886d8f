/** Where makers of files put them. */

export type Writer = {
  /** Takes a file to write, path relative to the folder, with forward slashes. The folders above it are made. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
};
