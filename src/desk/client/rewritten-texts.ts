/** What the editor's formatted view makes of texts as it opens them, before anybody has changed a word. */

/** Texts that were opened, by their file's; see `keptLines`. */
export class RewrittenTexts {
  readonly #opened = new Set<string>();
  readonly #rewritten = new Map<string, string>();

  /** Listens to the views of a page. The first thing each tells of an opened text is how it writes it. */
  constructor(page: Document) {
    // The event does not bubble, but is seen on its way down, before the editor takes the text over.
    page.addEventListener(
      "Update",
      (event) => {
        const { target } = event;
        if (!(event instanceof CustomEvent) || !(target instanceof Element)) return;
        const before = target.closest(".text-editor")?.querySelector("textarea")?.value;
        const after: unknown = event.detail?.value;
        if (before === undefined || typeof after !== "string") return;
        if (this.#opened.has(before) && !this.#rewritten.has(before)) this.#rewritten.set(before, after);
      },
      { capture: true },
    );
  }

  /** A text that the editor was given from a file. */
  add(text: string): void {
    this.#opened.add(text);
  }

  /** How the view writes a text; the text itself where no view has opened it. */
  of(text: string): string {
    return this.#rewritten.get(text) ?? text;
  }
}
