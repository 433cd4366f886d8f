import { mkdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/content/diagnostics/diagnostic.ts";
import { transparentPicture } from "../../picture-files.ts";
import { articleText, builtSite, filesBelow, now, run, siteFolder, smallSite } from "../../site-folder.ts";

const site = `${smallSite}cards: false
categories: [{name: News}, {name: Business, aliases: [/business-desk/]}, {name: Rare}]
sources: [{name: Agency News, policy: canonical}]
navigation: [{label: Front, to: /}, {label: Away, to: /nowhere/}]
style: {missing-source: error}
`;

const story = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");

/** A site with every kind of fault that a check tells of articles. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  "site.yaml": site,
  "redirects.txt": "/old-list/ /category/news/\n/loop/ /old/a/\n/2026/11/plain/ /about/\n",
  "pages/about.md": "---\ntitle: About\n---\nText.\n",
  "static/ads.txt": "none\n",
  "static/2026/11/shadowed/index.html": "none\n",
  "articles/picture.png": await transparentPicture(40, 30),
  "articles/damaged.png": Uint8Array.of(1, 2, 3, 4),
  "articles/notes.txt": "Notes.\n",
  "articles/plain.md": articleText("Plain", "2026-11-20"),
  "articles/shadowed.md": articleText("Shadowed", "2026-11-20"),
  "articles/same-a.md": articleText("Same", "2026-11-20", ["slug: same"]),
  "articles/same-b.md": articleText("Same", "2026-11-21", ["slug: same"]),
  "articles/reserved.md": articleText("Reserved", "2026-11-20", ["permalink: /category/x/"]),
  "articles/aliases-a.md": articleText("Aliases", "2026-11-20", ["aliases: [/old/a/, /old/both/, /about/]"]),
  "articles/aliases-b.md": articleText("Aliases", "2026-11-21", [
    "aliases: [/old/both/, /2026/11/plain/, /business-desk/, /category/news/]",
  ]),
  "articles/spelling-a.md": articleText("Spelling", "2026-11-20", ["tags: [harbour tunnel]"]),
  "articles/spelling-b.md": articleText("Spelling", "2026-11-20", ["tags: [harbour tunnel, ferry]"]),
  "articles/spelling-c.md": articleText("Spelling", "2026-11-20", ["tags: [Harbour Tunnel, ferries]"]),
  "articles/series-a.md": articleText("Series", "2026-11-20", ["series: Nine Years"]),
  "articles/series-b.md": articleText("Series", "2026-11-20", ["series: Nine Years"]),
  "articles/series-c.md": articleText("Series", "2026-11-20", ["series: Nine years"]),
  "articles/unknown.md": articleText("Unknown", "2026-11-20", ["categories: [Buisness]", "odd: 1"]),
  "articles/someday.md": articleText("Someday", "someday"),
  "articles/rare.md": articleText("Rare", "2026-11-20", ["categories: [Rare]"]),
  "articles/source.md": articleText("Source", "2026-11-20", ["source: Agency News"]),
  "articles/style.md": articleText(
    "Style.",
    "2026-11-20",
    ["dateline: paris"],
    "Text <b>bold</b> {{< x >}}.",
  ),
  "articles/pictures.md": articleText(
    "Pictures",
    "2026-11-20",
    ["image: {src: picture.png, alt: Boats}"],
    "![Boats](picture.png) ![Lost](lost.png) ![Damaged](damaged.png) ![](picture.png) ![Drawing](drawing.svg)",
  ),
  "articles/shows.md": articleText("Shows", "2026-11-20", [], "![Boats](picture.png)"),
  "articles/links.md": articleText(
    "Links",
    "2026-11-22",
    [],
    "[a](/2026/11/plain/) [b](/2026/11/plain/#nowhere) [c](/nowhere/) [d](plain.md) [e](../plain.md) [f](lost.md) [g](/old/a/) [h](/ads.txt) [i](/2026/11/plain) [j](/about/) [k](draft.md) [l](/tag/ferry/) [m](/tag/boats/) [n](style.md#top) [o](/latest/page/1/) [p](unknown.md)",
  ),
  "articles/about-link.md": articleText("About", "2026-11-22", [], "[a](/about/)"),
  "articles/draft.md": articleText("Draft", "2026-11-20", ["draft: true"]),
  "articles/copy-a.md": articleText("Copy", "2026-11-01", [], story),
  "articles/copy-b.md": articleText("Copy", "2026-11-02", [], `${story} end`),
  "articles/copy-c.md": articleText("Copy", "2026-11-03", [], `${story} other end`),
};

type Told = Diagnostic[];

const checked = async (folder: string, ...flags: string[]): Promise<Told> => {
  const { stdout, stderr } = await run("check", "--site", folder, "--now", now, "--format", "json", ...flags);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

/** Of a whole check, what is told at a file, or names it. */
const ofFile = (all: Told, file: string) =>
  all.filter((one) => one.file === file || one.message.includes(file));

describe("npm run check -- FILE…", () => {
  test("tells of every file what a whole check tells of it, whether or not others are known from before", async () => {
    const folder = await siteFolder(files);
    await symlink("/etc/hostname", join(folder, "articles/outside.md"));
    const all = await checked(folder);
    expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(20);
    const names = Object.keys(files).filter((file) => !file.endsWith(".png"));
    for (const file of names) {
      expect(await checked(folder, join(folder, file)), file).toEqual(ofFile(all, file));
    }
    for (const file of ["spelling-c", "copy-b", "links", "same-a"].map((name) => `articles/${name}.md`)) {
      await rm(join(folder, ".cache"), { recursive: true, force: true });
      expect(await checked(folder, join(folder, file)), file).toEqual(ofFile(all, file));
    }
  });

  test("tells of a picture in the articles that show it", async () => {
    const folder = await siteFolder(files);
    const name = join(folder, "articles/picture.png");
    expect(await checked(folder, name)).toEqual([]);
    await writeFile(name, "no picture");
    const all = await checked(folder);
    expect(ofFile(all, "articles/picture.png").map(({ file, code }) => `${file} ${code}`)).toEqual([
      ...["pictures", "pictures", "pictures", "shows"].map((file) => `articles/${file}.md broken-image`),
    ]);
    expect(await checked(folder, name)).toEqual(ofFile(all, "articles/picture.png"));
  });

  test("knows what was changed, added and removed since others were read", async () => {
    const folder = await siteFolder(files);
    await checked(folder, join(folder, "articles/plain.md"));
    await writeFile(
      join(folder, "articles/plain.md"),
      articleText("Plain", "2026-11-20", ["slug: simple", "tags: [Ferry]"]),
    );
    await writeFile(join(folder, "articles/new.md"), articleText("New", "2026-11-23", ["slug: same"]));
    await rm(join(folder, "articles/spelling-b.md"));
    await utimes(join(folder, "articles/copy-a.md"), 1, 1);
    const all = await checked(folder);
    for (const file of ["links", "plain", "new", "spelling-a", "spelling-c", "copy-b", "same-a"]) {
      const path = `articles/${file}.md`;
      expect(await checked(folder, join(folder, path)), path).toEqual(ofFile(all, path));
    }
  });

  test("uses what a build has read, and leaves what it reads itself in the cache alone", async () => {
    const sound = {
      "articles/a.md": articleText("A", "2026-11-20"),
      "articles/b.md": articleText("B", "2026-11-20"),
    };
    const built = await siteFolder(sound);
    await builtSite(built);
    const kept = await readFile(join(built, ".cache/articles"), "utf8");
    expect(await run("check", "--site", built, join(built, "articles/a.md"))).toEqual({
      exitCode: 0,
      stdout: "Checked 1 file: no errors.\n",
      stderr: "",
    });
    expect(await readFile(join(built, ".cache/articles"), "utf8")).toBe(kept);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`articles/${index}.md`, articleText("A", "2026-11-20")]),
    );
    const other = await siteFolder(many);
    await run("check", "--site", other, join(other, "articles/1.md"), join(other, "articles/2.md"));
    const left = [...(await filesBelow(other)).keys()].filter((path) => !(path in many));
    expect(left).toEqual([".cache/articles", ".cache/signatures", "site.yaml"]);
  });

  test("names them as they are named from where it is run, and tells of faults with 1", async () => {
    const folder = await siteFolder({ "articles/a.md": articleText("A", "someday") });
    await mkdir(join(folder, "elsewhere"));
    await symlink(folder, join(folder, "elsewhere/site"));
    const linked = join(folder, "elsewhere/site/articles/a.md");
    const { exitCode, stdout } = await run("check", "--site", folder, linked);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('articles/a.md:3:7 error bad-date: "someday" is not a date');
    expect(stdout).toContain("Checked 1 file: 1 error.\n");
  });

  test("tells what is wrong with site.yaml where nothing else can be known", async () => {
    const folder = await siteFolder({
      "site.yaml": "title: A\n",
      "articles/a.md": articleText("A", "2026-11-20"),
    });
    const { exitCode, stdout } = await run("check", "--site", folder, join(folder, "articles/a.md"));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("site.yaml");
  });

  test.for([
    ["articles/none.md", "there is no file"],
    ["articles", "is no file"],
    ["/etc/hostname", "/etc/hostname is not in the site folder"],
  ])("takes files of the site folder alone: %s", async ([name = "", message]) => {
    const folder = await siteFolder({ "articles/a.md": articleText("A", "2026-11-20") });
    const path = name.startsWith("/") ? name : join(folder, name);
    const { exitCode, stderr } = await run("check", "--site", folder, path);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message ?? "") });
  });

  test.for([["--fix"], ["--watch"], ["--output", "_site"], ["--since", "v1"], ["--addresses", "x"]])(
    "goes with no other check: %j",
    async (flags) => {
      expect(await run("check", "a.md", ...flags)).toMatchObject({ exitCode: 2, stdout: "" });
    },
  );
});
