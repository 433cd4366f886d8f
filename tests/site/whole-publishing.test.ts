import { describe, expect, test } from "vitest";
import { articleText, builtSite, siteFolder } from "../site-folder.ts";

/** The canary words stand in every field that is shown anywhere. */
const canaries = (word: string) => [
  `categories: [News, ${word}cat]`,
  `tags: [${word}tag]`,
  `authors: [${word}author]`,
  `source: ${word}source`,
  `description: ${word}description`,
  `aliases: [/${word}alias/]`,
];

const site = {
  "articles/out.md": articleText("Out", "2026-11-01"),
  "articles/draftword.md": articleText(
    "draftword",
    "2026-11-02",
    [...canaries("draftword"), "draft: true"],
    "draftword",
  ),
  "articles/laterword.md": articleText("laterword", "2026-11-24 09:00", canaries("laterword"), "laterword"),
};

function mentions(files: ReadonlyMap<string, string>, word: string): string[] {
  return [...files].filter(([path, text]) => `${path}\n${text}`.includes(word)).map(([path]) => path);
}

describe("drafts and scheduled articles", () => {
  test("leave no word in the published site", async () => {
    const files = await builtSite(await siteFolder(site), "--now", "2026-11-24T08:59:59Z");
    expect(mentions(files, "draftword")).toEqual([]);
    expect(mentions(files, "laterword")).toEqual([]);
  });

  test("come out when they are due, at the minute", async () => {
    const files = await builtSite(await siteFolder(site), "--now", "2026-11-24T09:00:00Z");
    expect(files.get("2026/11/laterword/index.html")).toContain("<h1>laterword</h1>");
    expect(mentions(files, "draftword")).toEqual([]);
  });

  test("are shown and marked where a build asks for drafts", async () => {
    const files = await builtSite(await siteFolder(site), "--now", "2026-11-20", "--drafts");
    expect(files.get("2026/11/draftword/index.html")).toContain('<p class="mark">Draft</p>');
    expect(files.get("2026/11/laterword/index.html")).toMatch(/<p class="mark">Scheduled[^<]*<\/p>/);
    expect(files.get("2026/11/out/index.html")).not.toContain('class="mark"');
  });
});
