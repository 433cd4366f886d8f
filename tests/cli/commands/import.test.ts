import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { foreignFormats } from "../../../src/newsroom/import/formats/foreign-formats.ts";
import { filesBelow, run, siteFolder, smallSite, writeFiles } from "../../site-folder.ts";

const site = `${smallSite}timezone: Asia/Seoul
categories:
  - name: Asia
  - name: Science and Health
`;
const copy = (headline: string, categories = "Asia Science and Health") =>
  `\uFEFFHome » ${headline}\r\n${categories}\r\n${headline}\r\n\r\n\r\nGENEVA, SWITZERLAND — It *is* back.\r\n\r\n1. “Not” a list.\r\n\r\nSource : Harbour Agency\r\n`;

const bodyOfFerry = "It \\*is\\* back.\n\n1\\. “Not” a list.\n";

describe("npm run import", () => {
  test("turns pasted copy into an article that the site publishes with all its parts", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "pasted.txt": copy("The “night” ferry") });
    const result = await run(
      "import",
      join(folder, "pasted.txt"),
      "--site",
      folder,
      "--date",
      "2026-11-20 08:30",
    );
    expect(result).toMatchObject({ exitCode: 0, stdout: "articles/2026/11/the-night-ferry.md\n" });
    expect(await readFile(join(folder, "articles/2026/11/the-night-ferry.md"), "utf8")).toBe(
      `---\ntitle: The “night” ferry\ndate: 2026-11-20 08:30\ncategories: [Asia, Science and Health]\ndateline: GENEVA, SWITZERLAND\nsource: Harbour Agency\n---\n${bodyOfFerry}`,
    );
    expect((await run("build", "--site", folder, "--no-search")).exitCode).toBe(0);
    const page = await readFile(join(folder, "_site/2026/11/the-night-ferry/index.html"), "utf8");
    expect(page).toContain('<li><a href="/">Home</a>');
    expect(page).toContain('<a href="/category/science-and-health/">Science and Health</a>');
    expect(page).toContain('<p><span class="dateline">GENEVA, SWITZERLAND</span> — It *is* back.</p>');
    expect(page).toContain("<p>1. “Not” a list.</p>");
    expect(page).toContain(
      '<p class="source">Source: <a href="/source/harbour-agency/">Harbour Agency</a></p>',
    );
  });

  test("says that the date is missing, and writes nothing until it is given", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "pasted.txt": copy("Ferry") });
    const file = join(folder, "pasted.txt");
    const refused = await run("import", file, "--site", folder);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toBe(
      `${file} error no-date: pasted copy names no date; give it as --date 2026-11-20\nNothing was written: 1 error.\n`,
    );
    const taken = await run("import", file, "--site", folder, "--date", "2026-11-20");
    expect(taken.stderr).toBe(
      `${file} warning no-date: pasted copy names no date; 2026-11-20 is taken from --date\n1 article: 1 imported.\n`,
    );
  });

  test("shows the errors of all files and writes none of them", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "a.txt": copy("Ferry"), "b.txt": copy("Bus", "Asia Sprots") });
    const before = await filesBelow(folder);
    const files = ["a.txt", "b.txt", "c.txt"].map((name) => join(folder, name));
    const result = await run("import", ...files, "--site", folder, "--date", "2026-11-20");
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain(
      `${files[1]}:2:6 error unknown-category: "Sprots" is not a category; use one of Asia, Science and Health, or add it to site.yaml\n`,
    );
    expect(result.stderr).toContain(
      `${files[2]} error unreadable-file: the file cannot be read: there is no such file or folder\n`,
    );
    expect(result.stderr).toContain("Nothing was written: 2 errors, 2 warnings.\n");
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("never writes over an article, nor two stories into one file", async () => {
    const folder = await siteFolder({ "site.yaml": site, "articles/2026/11/ferry.md": "kept" });
    await writeFiles(folder, { "a.txt": copy("Ferry"), "b.txt": copy("Bus"), "c.txt": copy("BUS") });
    const files = ["a.txt", "b.txt", "c.txt"].map((name) => join(folder, name));
    const result = await run("import", ...files, "--site", folder, "--date", "2026-11-20");
    expect(result).toMatchObject({
      exitCode: 0,
      stdout: "articles/2026/11/bus.md\narticles/2026/11/bus-2.md\n",
    });
    expect(result.stderr).toContain(
      `${files[0]} same-file: another story stands in articles/2026/11/ferry.md; rename that file, and import again\n`,
    );
    expect(result.stderr).toContain("\n3 articles: 2 imported, 1 not imported.\n");
    expect(await readFile(join(folder, "articles/2026/11/ferry.md"), "utf8")).toBe("kept");
    expect(await readFile(join(folder, "articles/2026/11/bus-2.md"), "utf8")).toContain("title: BUS\n");
  });

  test("run again changes nothing, and keeps what was edited since", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "a.txt": copy("Ferry"), "b.txt": copy("Bus") });
    const command = ["a.txt", "b.txt"].map((name) => join(folder, name));
    command.push("--site", folder, "--date", "2026-11-20");
    await run("import", ...command);
    const ferry = join(folder, "articles/2026/11/ferry.md");
    await writeFile(ferry, (await readFile(ferry, "utf8")).replace("back", "back at last"));
    const before = await filesBelow(folder);
    const again = await run("import", ...command);
    expect(again).toMatchObject({ exitCode: 0, stdout: "" });
    expect(again.stderr).toContain(
      `${command[0]} edited-since: the file is not as it was imported, and is left as it is\n`,
    );
    expect(again.stderr).toContain(
      "\n2 articles: 1 imported before and unchanged, 1 imported before, edited since and kept.\n",
    );
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("with --dry-run shows the files and writes nothing", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "a.txt": copy("Ferry") });
    const before = await filesBelow(folder);
    const flags = ["--site", folder, "--date", "2026-11-20", "--dry-run"];
    const result = await run("import", join(folder, "a.txt"), ...flags);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain("articles/2026/11/ferry.md\n\n---\ntitle: Ferry\n");
    expect(result.stdout).toContain(bodyOfFerry);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("shows with --dry-run what would be written, but nothing that steers the terminal", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, {
      "a.txt": copy("Ferry \u202Eyrref").replace("“Not”", "\u001B]0;a\u0007\u202E“Not”"),
    });
    const result = await run(
      "import",
      join(folder, "a.txt"),
      "--site",
      folder,
      "--date",
      "2026-11-20",
      "--dry-run",
    );
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain("\ntitle: Ferry  yrref\n");
    expect(result.stdout).toContain("\n\n1\\. ]0;a “Not” a list.\n");
    expect(result.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });

  test("takes a file for what --from says it is, and knows no other names than those it lists", async () => {
    const folder = await siteFolder({ "site.yaml": site });
    await writeFiles(folder, { "a.txt": copy("Ferry") });
    const flags = ["--site", folder, "--date", "2026-11-20"];
    const unknown = await run("import", join(folder, "a.txt"), ...flags, "--from", "fax");
    expect(unknown).toMatchObject({ exitCode: 2, stdout: "" });
    const names = "wordpress, ghost, newsml, ninjs, feed, markdown, text";
    expect(unknown.stderr).toContain(`--from: there is no format "fax"; there is ${names}\n`);
    const taken = await run("import", join(folder, "a.txt"), ...flags, "--from", "text");
    expect(taken).toMatchObject({ exitCode: 0, stdout: "articles/2026/11/ferry.md\n" });
    const help = await run("import", "--help");
    for (const { name, title } of foreignFormats) expect(help.stdout).toContain(`\n    ${name}: ${title}\n`);
  });

  test("calls terms as --map says, and writes a report of every item", async () => {
    const folder = await siteFolder({});
    await writeFiles(folder, {
      "a.txt": copy("Ferry", "Asie"),
      "map.yaml": "categories:\n  Asie: Asia\n",
      "broken.yaml": "categories:\n  Asie: [Asia]\n",
    });
    const flags = [join(folder, "a.txt"), "--site", folder, "--date", "2026-11-20", "--map"];
    const broken = join(folder, "broken.yaml");
    const refused = await run("import", ...flags, broken);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      `${broken}:2:9 error wrong-type: "categories.Asie" must be a name, or null\n`,
    );
    const report = join(folder, "report.json");
    const taken = await run("import", ...flags, join(folder, "map.yaml"), "--report", report);
    expect(taken).toMatchObject({ exitCode: 0, stdout: "articles/2026/11/ferry.md\n" });
    expect(await readFile(join(folder, "articles/2026/11/ferry.md"), "utf8")).toContain(
      "categories: [Asia]\n",
    );
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
      done: true,
      stories: { imported: 1 },
    });
  });

  test("without a file or with a date that is none is a fault of the command line", async () => {
    const folder = await siteFolder({});
    expect(await run("import", "--site", folder)).toMatchObject({ exitCode: 2, stdout: "" });
    const badDate = await run("import", "a.txt", "--site", folder, "--date", "yesterday");
    expect(badDate).toMatchObject({ exitCode: 2, stdout: "" });
    expect(badDate.stderr).toContain('--date: "yesterday" is not a date');
    const closed = await siteFolder({ "site.yaml": site });
    const file = join(closed, "ferry.md");
    await writeFiles(closed, { "ferry.md": "---\ntitle: Ferry\ndate: 2026-11-20\n---\nIt is back.\n" });
    const filed = () => run("import", file, "--site", closed, "--default-category", "News");
    const unknown = await filed();
    expect(unknown).toMatchObject({ exitCode: 2, stdout: "" });
    expect(unknown.stderr).toContain(
      '--default-category: site.yaml has no category "News"; it has Asia, Science and Health\n',
    );
    expect([...(await filesBelow(join(closed, "articles"))).keys()]).toEqual([]);
    // Where every story has a category of its own, none needs the one that is named.
    await writeFiles(closed, {
      "ferry.md": "---\ntitle: Ferry\ndate: 2026-11-20\ncategory: Asia\n---\nIt is back.\n",
    });
    expect(await filed()).toMatchObject({ exitCode: 0, stdout: "articles/2026/11/ferry.md\n" });
  });
});
