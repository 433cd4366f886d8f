import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, run, siteFolder, smallSite } from "../../site-folder.ts";

const site = `${smallSite}categories:\n  - name: Asia\n  - name: Business\n`;

describe("npm run new", () => {
  test("writes a draft with its front matter filled in, which npm run check finds nothing wrong with", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    const flags = "--category Asia --category Business --tag ferry --source Agency --date 2026-11-20".split(
      " ",
    );
    const result = await run("new", "Ferry: the return", ...flags, "--author", "Mei Tan", "--site", folder);
    expect(result).toEqual({
      exitCode: 0,
      stdout: "articles/2026/11/ferry-the-return.md\n",
      stderr: "",
    });
    const file = join(folder, "articles/2026/11/ferry-the-return.md");
    expect(await readFile(file, "utf8")).toBe(
      [
        "---",
        'title: "Ferry: the return"',
        "date: 2026-11-20",
        "categories: [Asia, Business]",
        "tags: [ferry]",
        "authors: [Mei Tan]",
        "source: Agency",
        "draft: true",
        "---",
        "Write the article here.",
        "",
      ].join("\n"),
    );
    expect(await run("check", "--site", folder)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("takes the clock's date and time in the site's zone, and the only category there is", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}timezone: Pacific/Kiritimati\ncategories:\n  - name: News\n`,
    });
    const startMs = Date.now();
    const { stdout } = await run("new", "Ferry", "--site", folder);
    const text = await readFile(join(folder, stdout.trim()), "utf8");
    expect(text).toContain("categories: [News]\n");
    const [, day = "", time = ""] = /^date: (\S+) (\d\d:\d\d)$/m.exec(text) ?? [];
    // Kiritimati is 14 hours ahead all year.
    const dateMs = Date.parse(`${day}T${time}:00+14:00`);
    expect(dateMs).toBeGreaterThan(startMs - 60_000);
    expect(dateMs).toBeLessThanOrEqual(Date.now());
    expect(stdout).toBe(`articles/${day.slice(0, 4)}/${day.slice(5, 7)}/ferry.md\n`);
  });

  test("with an unknown category suggests the right one and writes nothing", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    const before = await filesBelow(folder);
    const result = await run("new", "Ferry", "--category", "Buisness", "--site", folder);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain('"Buisness" is not a category; did you mean "Business"?');
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("never writes over an article", async () => {
    const folder = await siteFolder({ "site.yaml": site, "articles/2026/11/ferry.md": "kept" });
    const result = await run("new", "Ferry", "--category", "Asia", "--date", "2026-11-20", "--site", folder);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("articles/2026/11/ferry.md error file-exists:");
    expect(await readFile(join(folder, "articles/2026/11/ferry.md"), "utf8")).toBe("kept");
  });

  test("needs a headline and a category", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    const noHeadline = await run("new", "--category", "Asia", "--site", folder);
    expect(noHeadline.exitCode).toBe(2);
    expect(noHeadline.stderr).toContain("Give the headline.");
    const noCategory = await run("new", "Ferry", "--site", folder);
    expect(noCategory.exitCode).toBe(2);
    expect(noCategory.stderr).toContain("Give at least one --category.");
  });

  test("asks for quotation marks where the headline came as several words", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    const result = await run("new", "Ferry", "returns", "--category", "Asia", "--site", folder);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('Put quotation marks around the headline: "Ferry returns"');
  });
});
