/** What a body of WordPress loses on its way to HTML: each kind of thing is told once, with how often it stands there. */
import type { LostPart, NoteCode } from "../../../foreign/import-notes.ts";

export type Losses = {
  readonly lose: (code: NoteCode, message: string) => void;
  readonly parts: () => LostPart[];
};

export function newLosses(): Losses {
  const counts = new Map<string, { readonly part: LostPart; count: number }>();
  return {
    lose(code, message) {
      const key = `${code} ${message}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { part: { code, message }, count: 1 });
      else known.count += 1;
    },
    parts() {
      return [...counts.values()].map(({ part, count }) =>
        count === 1 ? part : { ...part, message: `${part.message} (${count} times)` },
      );
    },
  };
}
