/** Small exports of WordPress, invented, and what Dateline reads in them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadingOptions } from "../../../../../src/newsroom/import/foreign/foreign-format.ts";
import type {
  ForeignEntry,
  ForeignFile,
  ForeignStory,
  ForeignTerm,
} from "../../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { ForeignSource } from "../../../../../src/newsroom/import/foreign/foreign-source.ts";
import type { ImportNote } from "../../../../../src/newsroom/import/foreign/import-notes.ts";
import { wordPress } from "../../../../../src/newsroom/import/formats/wordpress/wordpress.ts";
import { siteOf } from "../../../../site-values.ts";

const rss = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Harbour Post</title>
<link>https://post.example</link>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://post.example</wp:base_blog_url>
`;

/** A whole file of parts of its channel. */
export function wxr(...parts: readonly string[]): string {
  return `${rss}${parts.join("\n")}\n</channel>\n</rss>\n`;
}

/** A published post with values of its own, or with others than these; \`more\` are further elements. */
export function item(values: Readonly<Record<string, string>>, ...more: readonly string[]): string {
  const all: Readonly<Record<string, string>> = {
    title: "Ferry runs again",
    link: "https://post.example/2026/03/ferry/",
    "dc:creator": "jane",
    guid: "https://post.example/?p=7",
    "content:encoded": "The ferry runs again.",
    "wp:post_id": "7",
    "wp:post_date": "2026-03-01 18:30:00",
    "wp:post_date_gmt": "2026-03-01 10:30:00",
    "wp:post_name": "ferry",
    "wp:status": "publish",
    "wp:post_parent": "0",
    "wp:post_type": "post",
    "wp:post_password": "",
    "wp:is_sticky": "0",
    ...values,
  };
  const elements = Object.entries(all).map(([name, value]) => `<${name}>${cdata(value)}</${name}>`);
  return `<item>\n${[...elements, ...more].join("\n")}\n</item>`;
}

/** As WordPress writes text: what would end the section is parted. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

export function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;
}

export function term(domain: string, slug: string, name: string): string {
  return `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>`;
}

export function user(id: string, login: string, displayName: string): string {
  const email = `<wp:author_email>${login}@mail.example</wp:author_email>`;
  return `<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${login}</wp:author_login>${email}<wp:author_display_name>${cdata(displayName)}</wp:author_display_name></wp:author>`;
}

export function category(id: string, slug: string, name: string, parent = ""): string {
  return `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;
}

export function attachment(
  id: string,
  file: string,
  values: Readonly<Record<string, string>>,
  ...more: string[]
): string {
  const address = `https://post.example/wp-content/uploads/${file}`;
  const own = { "wp:post_type": "attachment", "wp:status": "inherit", "wp:attachment_url": address };
  return item({ "wp:post_id": id, title: file, link: "", guid: address, ...own, ...values }, ...more);
}

type Given = string | Uint8Array;

/** All entries of files that are given together, read as an import reads them. */
export async function entriesIn(
  files: Given | readonly Given[],
  keys: readonly [string, string | null][] = [],
) {
  const folder = await mkdtemp(join(tmpdir(), "wxr-"));
  try {
    const texts = typeof files === "string" || files instanceof Uint8Array ? [files] : files;
    const together: ForeignSource[] = [];
    for (const [index, text] of texts.entries()) {
      const name = texts.length === 1 ? "export.xml" : `export-${index + 1}.xml`;
      await writeFile(join(folder, name), text);
      const head = String(text).slice(0, 1000);
      together.push({ name, path: join(folder, name), isFolder: false, head, files: [] });
    }
    const options: ReadingOptions = { site: siteOf(), keys: new Map(keys), together };
    const entries: ForeignEntry[] = [];
    for (const source of together)
      for await (const entry of wordPress.read(source, options)) entries.push(entry);
    return entries;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function storiesIn(entries: readonly ForeignEntry[]): ForeignStory[] {
  return entries.flatMap((entry) => (entry.kind === "article" || entry.kind === "page" ? [entry] : []));
}

export function termsIn(entries: readonly ForeignEntry[]): ForeignTerm[] {
  return entries.flatMap((entry) => (entry.kind === "term" ? [entry] : []));
}

export function filesIn(entries: readonly ForeignEntry[]): ForeignFile[] {
  return entries.flatMap((entry) => (entry.kind === "file" ? [entry] : []));
}

export function notesIn(entries: readonly ForeignEntry[]): ImportNote[] {
  return entries.flatMap((entry) => (entry.kind === "note" ? [entry.note] : []));
}

/** Of the one post of a file. */
export async function storyIn(...items: readonly string[]): Promise<ForeignStory> {
  const [story, ...others] = storiesIn(await entriesIn(wxr(...items)));
  if (story === undefined || others.length > 0) throw new Error(`${others.length + 1} stories`);
  return story;
}

/** The text of a post as HTML, and what it lost. */
export async function bodyOf(text: string, ...others: readonly string[]) {
  const body = (await storyIn(item({ "content:encoded": text }), ...others)).body();
  return { html: body.text, lost: (body.lost ?? []).map(({ code, message }) => `${code}: ${message}`) };
}
