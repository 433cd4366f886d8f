/** Where the articles of a part come from: those that are known stay as they were indexed, others are given to Pagefind, some at a time. */
import type { HTMLFile } from "pagefind";
import { hexDigest } from "../../../content/values/digest.ts";
import type { IndexedArticles } from "./indexed-articles.ts";
import { type KnownArticles, type KnownPart, keyDigits } from "./known-articles.ts";
import type { IndexBatch, PagefindBatch } from "./pagefind-batch.ts";
import type { IndexFile, PartArticle } from "./part-files.ts";

export type Gathered = {
  readonly articles: readonly PartArticle[];
  /** Of Pagefind. */
  readonly version: string;
  /** Pagefind's code, below `/pagefind/`. */
  readonly code: IndexFile;
};

/** So many articles are indexed together, in 0.3 MB of memory for each. */
const batchSize = 400;

type Batch = () => Promise<PagefindBatch>;

export class Gathering {
  readonly #indexBatch: IndexBatch;
  readonly #known: KnownArticles;
  readonly #articles: (Omit<PartArticle, "from"> & { readonly origin: KnownPart | number })[] = [];
  readonly #batches: Batch[] = [];
  #open: HTMLFile[] = [];

  constructor(indexBatch: IndexBatch, known: KnownArticles) {
    this.#indexBatch = indexBatch;
    this.#known = known;
  }

  /**
   * Adds an article. Waits while Pagefind has enough to do.
   *
   * @param record the page that Pagefind is given of it
   * @param day since 1970-01-01
   */
  async add(record: HTMLFile, day: number): Promise<void> {
    const key = hexDigest(`${record.url}\n${record.content}`, keyDigits);
    const known = this.#known.find(key);
    if (known !== undefined) {
      this.#articles.push({ day, key, origin: known.part, at: known.at });
      return;
    }
    this.#articles.push({ day, key, origin: this.#batches.length, at: this.#open.length });
    this.#open.push(record);
    if (this.#open.length === batchSize) await this.#index();
  }

  /** Gives Pagefind the rest. @returns what waits for Pagefind, and throws if it refuses a record */
  async end(): Promise<() => Promise<Gathered>> {
    const known = this.#articles.flatMap(({ origin }) => (typeof origin === "number" ? [] : [origin]));
    // Where there are no articles at all, Pagefind's code is needed nevertheless.
    if (this.#open.length > 0 || (known.length === 0 && this.#batches.length === 0)) await this.#index();
    return async () => {
      const made = await Promise.all(this.#batches.map((batch) => batch()));
      const read = new Map<KnownPart, IndexedArticles>();
      for (const part of new Set(known)) read.set(part, await this.#known.read(part));
      const indexed = [...made, ...read.values()];
      const articles = this.#articles.map(({ origin, ...article }): PartArticle => {
        const from = typeof origin === "number" ? made[origin] : read.get(origin);
        if (from === undefined) throw new Error("Pagefind was not given an article");
        return { ...article, from };
      });
      const standing = known[0]?.code ?? "";
      const code = made[0]?.code ?? { path: standing, content: { standsAt: standing } };
      return { articles, version: indexed[0]?.version ?? "", code };
    };
  }

  async #index(): Promise<void> {
    this.#batches.push(await this.#indexBatch(this.#open));
    this.#open = [];
  }
}
