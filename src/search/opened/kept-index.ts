/** The index that a page has open: loaded once, and anew when another has taken its place. */

import type { SearchIndex } from "./opened-index.ts";
import { isGone } from "./pagefind/lost-file.ts";
import { once } from "./pagefind/once.ts";

export class KeptIndex {
  readonly #open: () => Promise<SearchIndex>;
  #opened: () => Promise<SearchIndex>;

  /** @param open opens the index as it is published now */
  constructor(open: () => Promise<SearchIndex>) {
    this.#open = open;
    this.#opened = once(open);
  }

  /**
   * Asks the index for something. Where a file of it is gone, because the site was published anew since it was
   * opened, asks the new index.
   *
   * @throws what asking throws
   */
  async use<Value>(ask: (index: SearchIndex) => Promise<Value>): Promise<Value> {
    const opening = this.#opened;
    let index: SearchIndex | undefined;
    try {
      index = await opening();
      return await ask(index);
    } catch (error) {
      if (!isGone(error)) throw error;
      // Something else that was asked for may have seen it before.
      if (this.#opened === opening) {
        this.#opened = once(this.#open);
        index?.close();
      }
      return ask(await this.#opened());
    }
  }
}
