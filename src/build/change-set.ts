/** What a build has to make, and what of the last one may stay as it stands. */
import type { Published, Standing } from "./published.ts";

/** A file that is made from values alone. */
export type OutputFile = {
  /** In the output folder, with forward slashes. */
  readonly path: string;
  /** Changes with everything that decides what the file holds. */
  readonly key: string;
  readonly make: () => string | Uint8Array | Promise<string | Uint8Array>;
};

/** Files that are made together, under names that are known only then: a part of the search index. */
export type OutputBundle = {
  readonly name: string;
  readonly key: string;
  readonly make: () => Promise<readonly { readonly path: string; readonly content: string | Uint8Array }[]>;
};

export type LastBuild = { readonly published: Published; readonly standing: Standing };

/** Whether a file stands as it would be made now. */
export function isUpToDate(file: { readonly path: string; readonly key: string }, last: LastBuild): boolean {
  return last.standing.sound.get(file.path)?.key === file.key;
}

/** The paths of a bundle if all of it stands as it would be made now. */
export function pathsUpToDate(bundle: OutputBundle, last: LastBuild): readonly string[] | undefined {
  const known = last.published.bundles[bundle.name];
  if (known === undefined || known.key !== bundle.key) return undefined;
  const isWhole = known.paths.every((path) => last.standing.sound.get(path)?.key === bundle.key);
  return isWhole ? known.paths : undefined;
}
