/** What did not come is asked for again: when the network is back, and by itself a few times. */

const pausesMs = [3_000, 10_000, 30_000];

export class Retries {
  readonly #again: () => void;
  #failures = 0;
  #isFailed = false;
  #pause: number | undefined;

  constructor(again: () => void) {
    this.#again = again;
    window.addEventListener("online", () => {
      if (this.#isFailed) this.now();
    });
  }

  /** To be called when something did not come. */
  failed(): void {
    this.#isFailed = true;
    window.clearTimeout(this.#pause);
    const pause = pausesMs[this.#failures];
    this.#failures += 1;
    if (pause !== undefined) this.#pause = window.setTimeout(() => this.now(), pause);
  }

  /** To be called when all is there, and when the reader asks for something else. */
  reset(): void {
    this.#isFailed = false;
    this.#failures = 0;
    window.clearTimeout(this.#pause);
  }

  now(): void {
    window.clearTimeout(this.#pause);
    this.#again();
  }
}
