import { describe, expect, test } from "vitest";
import { momentAt } from "../../../src/content/values/moment.ts";
import { sitemapIndex, sitemapParts } from "../../../src/site/machines/sitemap-xml.ts";
import { sitemapFaults } from "./sitemap-schema.ts";

const day = 86_400_000;

function entries(count: number, tail = "") {
  return Array.from({ length: count }, (_, index) => ({
    address: `https://small.example/${index + 1}${tail}/`,
    modified: momentAt(index * day, "Asia/Hong_Kong"),
  }));
}

const addressCount = (text: string) => text.split("<loc>").length - 1;

describe("a sitemap", () => {
  test("is written by the protocol, with dates that name their zone", async () => {
    const [part] = sitemapParts(entries(2));
    expect(part?.text).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://small.example/1/</loc>
<lastmod>1970-01-01T08:00:00+08:00</lastmod>
</url>
<url>
<loc>https://small.example/2/</loc>
<lastmod>1970-01-02T08:00:00+08:00</lastmod>
</url>
</urlset>
`,
    );
    expect(sitemapFaults(part?.text ?? "")).toEqual([]);
  });

  test("escapes what XML reserves", async () => {
    const [part] = sitemapParts([{ address: "https://small.example/?a=1&b='<2>\"" }]);
    expect(part?.text).toContain("<loc>https://small.example/?a=1&amp;b=&apos;&lt;2&gt;&quot;</loc>");
    expect(sitemapFaults(part?.text ?? "")).toEqual([]);
  });

  test("leaves out an address of 2,048 characters and keeps one of 2,047", () => {
    const address = (length: number) => "https://small.example/".padEnd(length, "a");
    const [part] = sitemapParts([{ address: address(2048) }, { address: address(2047) }]);
    expect(addressCount(part?.text ?? "")).toBe(1);
    expect(part?.text).toContain(`<loc>${address(2047)}</loc>`);
  });

  test("is cut at the limit of addresses, and only the last part is not full", () => {
    const parts = sitemapParts(entries(7), { addresses: 3, bytes: 1e6 });
    expect(parts.map(({ text }) => addressCount(text))).toEqual([3, 3, 1]);
    expect(parts[1]?.text).toContain("https://small.example/4/");
  });

  test("is cut at the limit of bytes, and no part is larger", () => {
    const whole = sitemapParts(entries(4))[0]?.text ?? "";
    const limit = Buffer.byteLength(whole);
    expect(sitemapParts(entries(4), { addresses: 100, bytes: limit })).toHaveLength(1);
    const parts = sitemapParts(entries(4), { addresses: 100, bytes: limit - 1 });
    expect(parts.map(({ text }) => addressCount(text))).toEqual([3, 1]);
  });

  test("keeps its full parts when an entry is added at the end", () => {
    const limits = { addresses: 3, bytes: 1e6 };
    const before = sitemapParts(entries(7), limits);
    const after = sitemapParts(entries(8), limits);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  });

  test("holds 50,000 addresses and no more", async () => {
    const [full, rest, ...others] = sitemapParts(entries(50_001));
    expect(addressCount(full?.text ?? "")).toBe(50_000);
    expect(addressCount(rest?.text ?? "")).toBe(1);
    expect(others).toEqual([]);
  });

  test("holds 50 MB and no more", () => {
    // 2,000 characters of address and 83 of tags and date, 50,000 times, are 104 MB.
    const parts = sitemapParts(entries(50_000, "a".repeat(1970)));
    expect(parts.length).toBe(2);
    for (const { text } of parts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(50 * 1024 * 1024);
  });
});

describe("a sitemap index", () => {
  test("names the parts with the latest change in each", async () => {
    const [part] = sitemapParts([...entries(3)].reverse());
    expect(part?.modified?.iso).toBe("1970-01-03T08:00:00+08:00");
    const text = sitemapIndex([{ address: "https://small.example/sitemap-a.xml", modified: part?.modified }]);
    expect(text).toContain(
      "<sitemap>\n<loc>https://small.example/sitemap-a.xml</loc>\n<lastmod>1970-01-03T08:00:00+08:00</lastmod>\n</sitemap>",
    );
    expect(sitemapFaults(text)).toEqual([]);
  });
});

describe("the check of sitemaps these tests use", () => {
  test.for([
    ["an address without a host", "<url><loc>/a/</loc></url>"],
    [
      "a date without a zone",
      "<url><loc>https://a.example/</loc><lastmod>2026-11-20T08:30:00</lastmod></url>",
    ],
    ["a date before the address", "<url><lastmod>2026-11-20</lastmod><loc>https://a.example/</loc></url>"],
    ["an address with letters that are not encoded", "<url><loc>https://a.example/경제/</loc></url>"],
    ["a bare ampersand", "<url><loc>https://a.example/?a&b</loc></url>"],
  ])("finds %s", async ([, content]) => {
    const text = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${content}</urlset>`;
    expect(sitemapFaults(text)).not.toEqual([]);
  });
});
