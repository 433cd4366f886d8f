/** What the editor keeps in the browser's own database: settings, files it has read, drafts. */
import { isRecord } from "../../content/writing/article-form.ts";

/** The editor's stores in which each entry has a key of its own. */
const plainStores = ["meta", "file-cache", "ui-settings", "asset-thumbnails", "asset-hashes"];

const draftStore = "draft-backups";

/**
 * Makes the stores of the editor's database that are not there yet. The editor makes each when it first needs it, by a
 * change of the whole database, for which every other tab must let go of it: of two tabs at their start, or of two
 * changes in one, one may wait for ever, and its form is never shown.
 *
 * @param backend as the editor is told, by which it names its database
 */
export async function prepareEditorStore({ name, repo }: Readonly<Record<string, unknown>>): Promise<void> {
  if (typeof name !== "string" || typeof repo !== "string") return;
  await navigator.locks
    .request("dateline-editor-store", async () => {
      const before = await opened(`${name}:${repo}`);
      const { version } = before;
      const isWhole = [...plainStores, draftStore].every((store) => before.objectStoreNames.contains(store));
      before.close();
      if (!isWhole) (await opened(`${name}:${repo}`, version + 1)).close();
    })
    // The editor then does without, or makes them itself.
    .catch((error: unknown) => console.warn("The editor's database is not prepared:", error));
}

function opened(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const { result } = request;
      const isMissing = (store: string) => !result.objectStoreNames.contains(store);
      for (const store of plainStores.filter(isMissing)) result.createObjectStore(store);
      if (isMissing(draftStore)) {
        result.createObjectStore(draftStore, { keyPath: ["collectionName", "slug"] });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What a person does to a form. */
const doings = ["beforeinput", "change", "click", "drop", "paste"];

/**
 * Keeps the editor from keeping a draft of what was just saved: it does so half a second after the last change, which may
 * be after the save, and the next new article then begins with the question whether to take up the draft.
 *
 * @returns to be called when a save is let through
 */
export function forgetDraftsOfSaves(page: Document): () => void {
  let isChangedSinceSave = true;
  for (const doing of doings) {
    page.addEventListener(
      doing,
      (event) => {
        if (event.isTrusted) isChangedSinceSave = true;
      },
      { capture: true },
    );
  }
  const { put } = IDBObjectStore.prototype;
  Object.assign(IDBObjectStore.prototype, {
    put(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const isOfSave = this.name === draftStore && !isChangedSinceSave;
      const draftKey = isOfSave && isRecord(value) ? [value["collectionName"], value["slug"]] : [];
      return draftKey.length > 0 && draftKey.every((part) => typeof part === "string")
        ? this.delete(draftKey)
        : put.call(this, value, key);
    },
  });
  return () => {
    isChangedSinceSave = false;
  };
}
