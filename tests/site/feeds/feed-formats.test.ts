import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isReservedAddress } from "../../../src/content/values/address.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { feedFiles } from "../../../src/site/feeds/feed-files.ts";
import type { FeedFormat } from "../../../src/site/feeds/feed-format.ts";
import { feedFormats, feedLinks } from "../../../src/site/feeds/feed-formats.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { textsFor } from "../../../src/site/settings/texts.ts";
import { articlesOf, siteOf } from "../../site-values.ts";
import { readAtom, readJsonFeed } from "./feed-rules.ts";

/** The titles that a reader of each format finds in a feed, by the format's name. A new format needs a reader here. */
const titlesIn: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
  Atom: (text) => readAtom(text).entries.map(({ title }) => title),
  JSON: (text) => readJsonFeed(text).items.map(({ title }) => title),
};

const names = feedFormats.map(({ name }) => name);

/** Every format that stands in a module of the room. */
async function formatsOfTheRoom(): Promise<FeedFormat[]> {
  const files = await readdir(join(projectFolder, "src/site/feeds"));
  const modules: object[] = await Promise.all(
    files.map((file) => import(join(projectFolder, "src/site/feeds", file))),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isFormat);
}

function isFormat(value: unknown): value is FeedFormat {
  return typeof value === "object" && value !== null && "frame" in value && "entry" in value;
}

describe("the formats of feeds", () => {
  test("are all in the list, each once and with a file of its own", async () => {
    const found = await formatsOfTheRoom();
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(new Set(feedFormats.map(({ file }) => file)).size).toBe(feedFormats.length);
  });

  test("have files whose addresses no article may take", () => {
    const free = feedFormats.map(({ file }) => `/${file}/`).filter((address) => !isReservedAddress(address));
    expect(free).toEqual([]);
  });

  test("are named to readers at /feeds/, in every language", () => {
    for (const language of ["en", "ko", "ar"]) {
      const { feedsAdvice } = textsFor(language, language);
      expect(
        names.filter((name) => !feedsAdvice.includes(name)),
        language,
      ).toEqual([]);
    }
  });

  test("have a reader each in this test", () => {
    expect(Object.keys(titlesIn).sort()).toEqual([...names].sort());
  });

  test.for(feedFormats)("stand beside every listing, and tell its articles: $name", ({ name, file }) => {
    const site = siteOf();
    const articles = articlesOf(site, [
      ["Ferry & “co”", "2026-11-02", "categories: [Asia]"],
      ["Bridge", "2026-11-01", "categories: [Asia]"],
    ]);
    const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
    const files = feedFiles(plan.feeds, site.language, () => "<p>Text.</p>");
    for (const path of [file, `category/asia/${file}`]) {
      const text = Buffer.from(files.find((one) => one.path === path)?.text() ?? "").toString();
      expect(titlesIn[name]?.(text)).toEqual(["Ferry & “co”", "Bridge"]);
    }
    expect(feedLinks("/category/asia/", "Asia").map(({ href }) => href)).toContain(`/category/asia/${file}`);
  });
});
