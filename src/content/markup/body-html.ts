/** The HTML of a body, which becomes a text when it is printed: the bodies of all articles would fill the memory. */
export class BodyHtml {
  /** Of the HTML. */
  readonly digest: string;
  readonly #make: () => string;

  /** @param make gives the HTML of that digest: safe, whoever wrote the article */
  constructor(digest: string, make: () => string) {
    this.digest = digest;
    this.#make = make;
  }

  toString(): string {
    return this.#make();
  }

  /** In JSON a body is told from others, and no more. */
  toJSON(): string {
    return this.digest;
  }
}
