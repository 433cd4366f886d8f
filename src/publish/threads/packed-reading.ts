/** What comes of reading some articles, packed: bodies are bytes one after the other, in memory that threads share. */
import type { ContentRules } from "../../content/article/article.ts";
import type { FileReading } from "../../content/files/articles-folder.ts";
import { type ArticleRecord, articleOf, recordOf } from "./article-record.ts";

export type PackedReadings = {
  readonly readings: readonly (Omit<FileReading, "article"> & {
    readonly record?: ArticleRecord | undefined;
  })[];
  /** The HTML of all bodies, UTF-8. */
  readonly bodies: Uint8Array;
  /** Where in it the body of each article ends. */
  readonly ends: readonly number[];
};

export function packed(readings: readonly FileReading[]): PackedReadings {
  const texts = readings.map(({ article }) => (article === undefined ? "" : String(article.bodyHtml)));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bodies = Buffer.from(new SharedArrayBuffer(size));
  let end = 0;
  const ends = texts.map((text) => {
    end += bodies.write(text, end);
    return end;
  });
  return {
    readings: readings.map(({ article, ...reading }) => ({
      ...reading,
      record: article && recordOf(article),
    })),
    bodies,
    ends,
  };
}

/** @param rules those the articles were read by */
export function unpacked({ readings, ends, bodies }: PackedReadings, rules: ContentRules): FileReading[] {
  const bytes = Buffer.from(bodies.buffer, bodies.byteOffset, bodies.byteLength);
  return readings.map(({ record, ...reading }, index) => {
    if (record === undefined) return reading;
    const [start, end] = [ends[index - 1] ?? 0, ends[index] ?? 0];
    return { ...reading, article: articleOf(record, rules, () => bytes.toString("utf8", start, end)) };
  });
}
