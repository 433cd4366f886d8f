/** The cache of read articles: what a new process need not read and render again. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type ContentRules, readArticle } from "../../content/article/article.ts";
import type { Place } from "../../content/diagnostics/diagnostic.ts";
import { InputChanged } from "../../content/diagnostics/system-reasons.ts";
import { type FileReading, readBytes } from "../../content/files/articles-folder.ts";
import { termKinds } from "../../content/names/terms.ts";
import { houseStyleSchema, type StyleFinding } from "../../content/style/levels.ts";
import { digestOf, digestOfValue } from "../../content/values/digest.ts";
import { ambiguousNames } from "../../content/values/picture.ts";
import type { RulesSource } from "../../site/settings/site.ts";
import { readCacheFile, writeCacheFile } from "../disk/cache-file.ts";
import { codeVersion } from "../disk/project.js";
import { type ArticleRecord, articleOf, recordOf } from "../threads/article-record.ts";

const term = z.object({ kind: z.enum(termKinds), name: z.string(), slug: z.string() });
const moment = z.object({ epochMs: z.number(), iso: z.string(), precision: z.enum(["day", "time"]) });
const sizedFile = { src: z.string(), width: z.number(), height: z.number() };
const place: z.ZodType<Place> = z.object({
  file: z.string(),
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
  sourceLine: z.string().exactOptional(),
});

const record: z.ZodType<ArticleRecord> = z.object({
  file: z.string(),
  digest: z.string(),
  frontMatter: z.string(),
  title: z.string(),
  date: moment,
  updated: moment.optional(),
  categories: z.array(term),
  tags: z.array(term),
  authors: z.array(term),
  source: z.object({ term, url: z.string().optional() }).optional(),
  description: z.string().optional(),
  standfirst: z.string().optional(),
  dateline: z.string().optional(),
  image: z
    .object({
      rendition: z.object({
        ...sizedFile,
        sources: z.array(z.object({ type: z.string(), srcset: z.string() })),
        share: z.object(sizedFile),
      }),
      alt: z.string(),
      caption: z.string().optional(),
      credit: z.string().optional(),
    })
    .optional(),
  place: z.string().optional(),
  corrections: z.array(z.object({ date: moment, text: z.string() })),
  draft: z.boolean(),
  expires: moment.optional(),
  slug: z.string(),
  permalink: z.string().optional(),
  aliases: z.array(z.string()),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  bodyDigest: z.string(),
  bodyIds: z.array(z.string()),
  internalLinks: z.array(z.object({ href: z.string(), place })),
  pictures: z.array(z.object({ file: z.string(), place })),
});

type KeptArticle = {
  /** Changes whenever the file is written to. */
  readonly stamp: string;
  /** Of the pictures it shows, as they are published. */
  readonly pictures: string;
  readonly record: ArticleRecord;
  readonly findings?: readonly StyleFinding[] | undefined;
};

const keptArticle: z.ZodType<KeptArticle> = z.object({
  stamp: z.string(),
  pictures: z.string(),
  record,
  findings: z.array(z.object({ place, code: houseStyleSchema.keyof(), message: z.string() })).optional(),
});

/** Articles without any fault, by file. */
type KeptArticles = Readonly<Record<string, KeptArticle>>;

const cacheSchema = z.object({
  /** What the reading of every article rests on. */
  basis: z.string(),
  articles: z.record(z.string(), keptArticle),
});

/** The value itself is used, not what zod makes of it: keys of pages heed the order in which values are noted. */
function isCache(value: unknown): value is z.infer<typeof cacheSchema> {
  return cacheSchema.safeParse(value).success;
}

const kind = "articles";

/** So few of all articles are not worth writing the cache for. */
const fewArticles = 1 / 100;

export type ArticleCacheOptions = {
  readonly siteFolder: string;
  /** Use nothing that is there. */
  readonly isFresh: boolean;
  readonly site: RulesSource;
  readonly rules: ContentRules;
  readonly withFindings: boolean;
};

export class ArticleCache {
  readonly #options: ArticleCacheOptions;
  readonly #basis: string;
  readonly #kept: KeptArticles;
  readonly #stamps = new Map<string, string>();
  /** Adding such a picture may change what other articles show. */
  readonly #ambiguousNames: readonly string[];
  /** How many articles it does not hold as they are. */
  #unknown = 0;

  private constructor(options: ArticleCacheOptions, basis: string, kept: KeptArticles) {
    this.#options = options;
    this.#basis = basis;
    this.#kept = kept;
    this.#ambiguousNames = ambiguousNames(options.rules.pictures);
  }

  static async open(options: ArticleCacheOptions): Promise<ArticleCache> {
    const basis = digestOf(await codeVersion(), digestOfValue(options.site));
    const found = options.isFresh ? undefined : await readCacheFile(cacheFile(options.siteFolder), kind);
    return new ArticleCache(options, basis, isCache(found) && found.basis === basis ? found.articles : {});
  }

  /** The reading of an article file, where an earlier process has left it and it is still what reading would give. */
  find(file: string): FileReading | undefined {
    const path = join(this.#options.siteFolder, file);
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    this.#stamps.set(file, stamp);
    const kept = this.#kept[file];
    const isKnown =
      kept !== undefined &&
      (kept.findings !== undefined || !this.#options.withFindings) &&
      kept.pictures === this.#picturesDigest(kept.record) &&
      (kept.stamp === stamp || digestIn(path) === kept.record.digest);
    if (kept?.stamp !== stamp || !isKnown) this.#unknown += 1;
    if (!isKnown) return undefined;
    const { rules } = this.#options;
    const article = articleOf(kept.record, rules, () => this.#bodyOf(kept.record));
    return { file, article, diagnostics: [], findings: kept.findings };
  }

  /**
   * Leaves the readings of all articles to the next process. Where few are not in the cache, it stays as it is: to
   * read them again takes less time than to write all the others.
   */
  async keep(readings: Iterable<FileReading>): Promise<void> {
    if (this.#unknown <= this.#stamps.size * fewArticles) return;
    const articles: Record<string, KeptArticle> = {};
    for (const { file, article, diagnostics, findings } of readings) {
      const stamp = this.#stamps.get(file);
      if (article === undefined || stamp === undefined || diagnostics.length > 0) continue;
      const kept = recordOf(article);
      articles[file] = { stamp, pictures: this.#picturesDigest(kept), record: kept, findings };
    }
    // A cache that cannot be written to costs the next process its time, and nothing else.
    await writeCacheFile(cacheFile(this.#options.siteFolder), kind, { basis: this.#basis, articles }).catch(
      () => undefined,
    );
  }

  #picturesDigest({ pictures }: ArticleRecord): string {
    if (pictures.length === 0) return "";
    const published = pictures.map(({ file }) => this.#options.rules.pictures.get(file));
    return digestOf(JSON.stringify([published, this.#ambiguousNames]));
  }

  /** @throws InputChanged where the file has been written to since it was looked at, or may not be read any more */
  #bodyOf({ file, digest }: ArticleRecord): string {
    const { siteFolder, rules } = this.#options;
    const bytes = readBytes(join(siteFolder, file));
    if (typeof bytes === "string") throw new InputChanged(`${file} cannot be read any more: ${bytes}`);
    const { article } = readArticle(file, bytes, rules);
    if (article?.digest !== digest)
      throw new InputChanged(`${file} was saved while it was read; start again`);
    return String(article.bodyHtml);
  }
}

function cacheFile(siteFolder: string): string {
  return join(siteFolder, ".cache", kind);
}

/** Undefined where the file cannot be looked at; reading it tells why. */
function stampOf(path: string): string | undefined {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(path);
    return `${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return undefined;
  }
}

function digestIn(path: string): string | undefined {
  const bytes = readBytes(path);
  return typeof bytes === "string" ? undefined : digestOf(bytes);
}
