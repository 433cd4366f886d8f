/** Keys of front matter that are not imported: each told once, however many texts have it. */
import type { Place } from "../../../../../content/diagnostics/diagnostic.ts";
import type { ImportNote } from "../../../foreign/import-notes.ts";

type Kind = "unknown" | "passedOver" | "sharedPicture";
type Tally = { count: number; readonly placeOf: () => Place };

export class KeyTally {
  readonly #keys: Readonly<Record<Kind, Map<string, Tally>>> = {
    unknown: new Map(),
    passedOver: new Map(),
    sharedPicture: new Map(),
  };

  /** @param placeOf where the key stands; asked for the first text that has it */
  add(kind: Kind, key: string, placeOf: () => Place): void {
    const known = this.#keys[kind].get(key);
    if (known === undefined) this.#keys[kind].set(key, { count: 1, placeOf });
    else known.count += 1;
  }

  notes(): ImportNote[] {
    const note = (kind: Kind, says: string) =>
      [...this.#keys[kind]].map(
        ([key, { count, placeOf }]): ImportNote => ({
          code: "unknown-key",
          item: `key "${key}"`,
          place: placeOf(),
          message: `${says}, in ${count} ${count === 1 ? "text" : "texts"}`,
        }),
      );
    return [
      ...note("unknown", "it is not known, and what it says is left out; --map can say which of ours it is"),
      ...note("passedOver", "it says how a text is shown or kept, nothing of what is in it, and is left out"),
      ...note(
        "sharedPicture",
        "the configuration gives many texts one picture by it, which shows what none of them tells, and is left out",
      ),
    ];
  }
}
