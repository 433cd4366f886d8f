/** The generated articles as an export of WordPress, as its block editor has them. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { escapeText } from "entities";
import { slugOf } from "../../src/content/values/slug.ts";
import { valueAt } from "../../src/content/yaml/checked.ts";
import { readYaml } from "../../src/content/yaml/yaml-source.ts";
import { generatedSite } from "./generate.ts";

/** Writes the export. The same number gives the same file. @returns its bytes */
export async function writeWxr(file: string, articleCount: number): Promise<number> {
  const stream = createWriteStream(file);
  const write = async (text: string) => {
    if (!stream.write(text)) await once(stream, "drain");
  };
  await write(head);
  let id = 0;
  for (const { path, text } of generatedSite(articleCount)) {
    if (!path.startsWith("articles/")) continue;
    id += 1;
    await write(itemOf(id, path, text));
  }
  stream.end("</channel></rss>\n");
  await once(stream, "finish");
  return stream.bytesWritten;
}

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Benchmark</title>
<link>https://old.example</link>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
`;

function itemOf(id: number, path: string, text: string): string {
  const [, yaml = "", body = ""] = text.split("---\n");
  const { value } = readYaml(path, yaml);
  const one = (key: string) => String(valueAt(value, [key]) ?? "");
  const many = (key: string) => {
    const list: unknown = valueAt(value, [key]);
    return Array.isArray(list) ? list.map(String) : [];
  };
  const slug = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  const date = one("date");
  const term = (domain: string, name: string) =>
    `<category domain="${domain}" nicename="${slugOf(name)}"><![CDATA[${name}]]></category>\n`;
  return `<item>
<title><![CDATA[${one("title")}]]></title>
<link>https://old.example/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/</link>
<pubDate>${date}</pubDate>
<dc:creator><![CDATA[${many("authors")[0] ?? ""}]]></dc:creator>
<guid isPermaLink="false">https://old.example/?p=${id}</guid>
<description></description>
<content:encoded><![CDATA[${blocksOf(body, `${one("dateline")} — `, one("source"))}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${date}</wp:post_date>
<wp:post_date_gmt>${date}</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:post_type>post</wp:post_type>
${many("categories")
  .map((name) => term("category", name))
  .join("")}${many("tags")
  .map((name) => term("post_tag", name))
  .join("")}</item>
`;
}

/** The Markdown of the generated articles as blocks, the dateline before the first and the source behind the last. */
function blocksOf(markdown: string, dateline: string, source: string): string {
  const blocks = markdown.trim().split("\n\n");
  const written = blocks.map((block, index) => blockOf(index === 0 ? dateline + block : block));
  return [...written, blockOf(`Source: ${source}`)].join("\n\n");
}

function blockOf(markdown: string): string {
  if (markdown.startsWith("## ")) return named("heading", `<h2>${inline(markdown.slice(3))}</h2>`);
  if (markdown.startsWith("- ")) {
    const items = markdown.split("\n").map((line) => `<li>${inline(line.slice(2))}</li>`);
    return named("list", `<ul>${items.join("")}</ul>`);
  }
  if (markdown.startsWith("> ")) {
    return named(
      "quote",
      `<blockquote class="wp-block-quote"><p>${inline(markdown.slice(2))}</p></blockquote>`,
    );
  }
  return named("paragraph", `<p>${inline(markdown)}</p>`);
}

function named(name: string, html: string): string {
  return `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
}

function inline(markdown: string): string {
  return escapeText(markdown)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');
}
