/** What comes of reading some articles, packed: bodies are bytes one after the other, in memory that threads share. */
import type { ContentRules } from "../content/article.ts";
import type { ArticlesReading } from "../content/articles-folder.ts";
import type { Diagnostic } from "../content/diagnostic.ts";
import { type ArticleRecord, articleOf, recordOf } from "./article-record.ts";

export type PackedReading = {
  readonly records: readonly ArticleRecord[];
  /** The HTML of their bodies, UTF-8. */
  readonly bodies: Uint8Array;
  /** Where in it each body ends. */
  readonly ends: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
};

export function packed({ articles, diagnostics }: ArticlesReading): PackedReading {
  const texts = articles.map(({ bodyHtml }) => String(bodyHtml));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bodies = Buffer.from(new SharedArrayBuffer(size));
  let end = 0;
  const ends = texts.map((text) => {
    end += bodies.write(text, end);
    return end;
  });
  return { records: articles.map(recordOf), bodies, ends, diagnostics };
}

/** @param rules those the articles were read by */
export function unpacked(reading: PackedReading, rules: ContentRules): ArticlesReading {
  const { buffer, byteOffset, byteLength } = reading.bodies;
  const bodies = Buffer.from(buffer, byteOffset, byteLength);
  const articles = reading.records.map((record, index) => {
    const start = reading.ends[index - 1] ?? 0;
    const end = reading.ends[index] ?? start;
    return articleOf(record, rules, () => bodies.toString("utf8", start, end));
  });
  return { articles, diagnostics: reading.diagnostics };
}
