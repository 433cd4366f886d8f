/** Saves that are not known to be on disk: kept in the browser, so that they outlive the page and the desk. */
import { createStore, del, entries, set } from "idb-keyval";

export type KeptSave = {
  /** Of the form it was made in: a later save of the same form takes its place. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly keptMs: number;
  /** Where the article was to go. */
  readonly path: string;
  /** The article's text. */
  readonly text: string;
  /** What is sent to the desk, pictures included. */
  readonly request: string;
};

const store = createStore("dateline-desk", "saves");

/** Resolves when the browser has it. A browser that keeps nothing must not stand in the way of a save. */
export async function keepSave(save: KeptSave): Promise<void> {
  await set(save.id, save, store).catch((error: unknown) => console.warn("This save is not kept:", error));
}

/** Forgets what is on disk now: the save itself, and others of the same article that say the same. */
export async function forgetSaves({ id, path, text }: Pick<KeptSave, "id" | "path" | "text">): Promise<void> {
  for (const save of await keptSaves()) {
    if (save.id === id || (save.path === path && save.text === text)) await del(save.id, store);
  }
}

/** Every save that is kept, oldest first. */
export async function keptSaves(): Promise<KeptSave[]> {
  const kept = await entries<string, KeptSave>(store).catch(() => []);
  return kept.map(([, save]) => save).sort((a, b) => a.keptMs - b.keptMs);
}
