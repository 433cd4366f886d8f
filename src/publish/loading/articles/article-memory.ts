/** The memory of read articles: what neither this process nor the next need read and render again. */
import { join } from "node:path";
import type { Article, ContentRules } from "../../../content/article/article.ts";
import { type BodySource, readBody } from "../../../content/article/reading/body-reading.ts";
import { InputChanged } from "../../../content/diagnostics/system-reasons.ts";
import { type FileReading, readArticles, readBytes } from "../../../content/files/articles-folder.ts";
import { stampOf } from "../../../content/files/articles-listing.ts";
import { digestOf, digestOfValue } from "../../../content/values/digest.ts";
import type { Pictures } from "../../../content/values/picture.ts";
import { contentRules, type RulesSource } from "../../../site/settings/site.ts";
import { codeVersion } from "../../disk/project.js";
import type { Crew } from "../../threads/crew.ts";
import { articleOf, recordOf } from "../../threads/packed-reading.ts";
import { type Grounds, readKept, writeKept } from "./kept-articles.ts";
import { digestIn, picturesBehind, readAllArticles } from "./reading.ts";

type Remembered = Grounds & { readonly reading: FileReading };

/** So few of all articles are not worth writing the cache for. */
const fewArticles = 1 / 100;

export type ReadingOrders = {
  readonly pictures: Pictures;
  /** Whether to look for what the house style finds in single articles. */
  readonly withFindings: boolean;
  /** The files that were written to since the last reading, where a watcher tells; else each is looked at. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Of the files, in their order, where they were looked at already. */
  readonly stamps?: readonly string[] | undefined;
  /** Whether the HTML of an article's body is held in memory; else it is made anew from the file where a page needs it. */
  readonly holdsBody?: ((article: Article) => boolean) | undefined;
};

export class ArticleMemory {
  readonly #siteFolder: string;
  readonly #site: RulesSource;
  #rules: ContentRules;
  /** By file. */
  readonly #articles = new Map<string, Remembered>();
  /** How many readings the cache does not hold as they are. */
  #unkept = 0;

  private constructor(siteFolder: string, site: RulesSource) {
    this.#siteFolder = siteFolder;
    this.#site = site;
    this.#rules = contentRules(site, new Map());
  }

  /**
   * The memory of articles read by the rules of a site.
   *
   * @param cache whether it begins with what an earlier process has left
   * @param others files in which others have left some, too
   */
  static async open(
    siteFolder: string,
    site: RulesSource,
    cache: boolean,
    others: readonly string[] = [],
  ): Promise<ArticleMemory> {
    const memory = new ArticleMemory(siteFolder, site);
    const basis = await basisOf(site);
    for (const cacheFile of cache ? [cacheFileOf(siteFolder), ...others] : others) {
      const kept = await readKept(cacheFile, basis, memory.#rules, memory.#bodyOf);
      for (const { article, findings, ...grounds } of kept) {
        const { file } = article;
        memory.#articles.set(file, { ...grounds, reading: { file, article, diagnostics: [], findings } });
      }
    }
    return memory;
  }

  /** The readings of files, in the order given; only what is not remembered is read, and what is not asked for is forgotten. */
  async read(
    files: readonly string[],
    { pictures, withFindings, changed, stamps: known, holdsBody = () => true }: ReadingOrders,
    crew: Crew,
  ): Promise<FileReading[]> {
    this.#rules = { ...this.#rules, pictures };
    const picturesOf = picturesBehind(pictures);
    const stamps = new Map<string, string>();
    const unread = files.filter((file, index) => {
      const last = this.#articles.get(file);
      const pathOf = () => join(this.#siteFolder, file);
      const stamp = last && changed?.has(file) === false ? last.stamp : (known?.[index] ?? stampOf(pathOf()));
      const isTrue =
        last !== undefined &&
        last.pictures === picturesOf(last.reading) &&
        (!withFindings || last.reading.article === undefined || last.reading.findings !== undefined) &&
        // Not every disk notes times so finely that two saves have two.
        ((last.stamp === stamp && !changed?.has(file)) ||
          last.reading.article?.digest === digestIn(pathOf()));
      if (isTrue && last.stamp === stamp) return false;
      this.#unkept += 1;
      if (isTrue) this.#articles.set(file, { ...last, stamp });
      else stamps.set(file, stamp);
      return !isTrue;
    });
    const orders = { siteFolder: this.#siteFolder, site: this.#site, pictures, withFindings };
    await crew.start(orders, unread.length);
    const settle = (reading: FileReading) =>
      reading.article === undefined || holdsBody(reading.article)
        ? reading
        : this.#withoutBody(reading, reading.article);
    const readings = await readAllArticles(this.#siteFolder, unread, this.#rules, withFindings, crew, settle);
    for (const reading of readings) {
      const stamp = stamps.get(reading.file) ?? "";
      this.#articles.set(reading.file, { stamp, pictures: picturesOf(reading), reading });
    }
    if (this.#articles.size > files.length) {
      const asked = new Set(files);
      for (const file of this.#articles.keys()) if (!asked.has(file)) this.#articles.delete(file);
    }
    return files.flatMap((file) => this.#articles.get(file)?.reading ?? []);
  }

  /**
   * The readings, by file, of files that were not written to since. Of the pictures that an article shows it is only asked
   * whether they are there.
   */
  unchanged(files: readonly string[], pictures: ReadonlySet<string>): Map<string, FileReading> {
    const found = new Map<string, FileReading>();
    for (const file of files) {
      const last = this.#articles.get(file);
      if (last === undefined || last.stamp !== stampOf(join(this.#siteFolder, file))) continue;
      const shown = last.reading.article?.pictures ?? [];
      if (shown.every((picture) => pictures.has(picture.file))) found.set(file, last.reading);
    }
    return found;
  }

  /** Reads files whatever is remembered of them, with what the house style finds in each. What comes of them is not remembered. */
  readAnew(files: readonly string[], pictures: Pictures): FileReading[] {
    return readArticles(this.#siteFolder, files, { ...this.#rules, pictures }, true);
  }

  /**
   * Leaves the articles to the next process. Where few are not in the cache, it stays as it is: to read them again
   * takes less time than to write all the others.
   */
  async keep(): Promise<void> {
    if (this.#unkept <= this.#articles.size * fewArticles) return;
    await this.keepIn(cacheFileOf(this.#siteFolder), () => true);
  }

  /** Leaves some of the articles to whom a file is given. */
  async keepIn(cacheFile: string, isWanted: (article: Article) => boolean): Promise<void> {
    const kept = [...this.#articles.values()].flatMap(({ reading, ...grounds }) => {
      const { article, diagnostics, findings } = reading;
      return article === undefined || diagnostics.length > 0 || !isWanted(article)
        ? []
        : [{ ...grounds, article, findings }];
    });
    await writeKept(cacheFile, await basisOf(this.#site), kept);
  }

  #withoutBody(reading: FileReading, article: Article): FileReading {
    const record = recordOf(article);
    const makeBody = () => this.#bodyOf(record);
    return { ...reading, article: articleOf(record, this.#rules, makeBody) };
  }

  /** @throws InputChanged where the file has been written to since it was looked at, or may not be read any more */
  #bodyOf = (article: BodySource): string => {
    const { file } = article;
    const bytes = readBytes(join(this.#siteFolder, file));
    if (typeof bytes === "string") throw new InputChanged(`${file} cannot be read any more: ${bytes}`);
    const html = readBody(article, bytes, this.#rules);
    if (html === undefined) throw new InputChanged(`${file} was saved while it was read; start again`);
    return html;
  };
}

async function basisOf(site: RulesSource): Promise<string> {
  return digestOf(await codeVersion(), digestOfValue(site));
}

function cacheFileOf(siteFolder: string): string {
  return join(siteFolder, ".cache/articles");
}
