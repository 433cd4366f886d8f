import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Staging } from "../../../../src/newsroom/import/archive/staging.ts";
import { filesBelow, siteFolder } from "../../../site-folder.ts";

const marks = { own: "1-a", isRunning: (mark: string) => mark === "2-b" };

describe("what an import writes", () => {
  test("stands nowhere before it is put in place, and then everywhere at once, with nothing left beside it", async () => {
    const folder = await siteFolder({ "site.yaml": "old\n" });
    const staging = new Staging(folder, marks);
    staging.add("articles/2026/11/a.md", "a");
    staging.add("pages/b.md", "b");
    expect([...(await filesBelow(folder)).keys()].filter((file) => !file.startsWith(".dateline-"))).toEqual([
      "site.yaml",
    ]);
    staging.putInPlace(
      new Map([
        ["site.yaml", { before: "old\n", after: "new\n" }],
        ["redirects.txt", { before: "", after: "/a/ /b/\n" }],
      ]),
    );
    staging.remove();
    expect(Object.fromEntries(await filesBelow(folder))).toEqual({
      "articles/2026/11/a.md": "a",
      "pages/b.md": "b",
      "redirects.txt": "/a/ /b/\n",
      "site.yaml": "new\n",
    });
  });

  test("goes where a link leads, and leaves a text that stands there its permissions", async () => {
    const elsewhere = await siteFolder({ "settings.yaml": "old\n", "site.yaml": "" });
    const folder = await siteFolder({ "site.yaml": "", "redirects.txt": "/x/ /y/\n" });
    await rm(join(folder, "site.yaml"));
    await symlink(join(elsewhere, "settings.yaml"), join(folder, "site.yaml"));
    await chmod(join(elsewhere, "settings.yaml"), 0o606);
    await chmod(join(folder, "redirects.txt"), 0o664);
    const umask = process.umask(0o022);
    onTestFinished(() => void process.umask(umask));
    const texts = new Map([
      ["site.yaml", { before: "old\n", after: "new\n" }],
      ["redirects.txt", { before: "/x/ /y/\n", after: "/x/ /y/\n/a/ /b/\n" }],
    ]);
    const staging = new Staging(folder, marks);
    staging.add("articles/a.md", "a");
    staging.putInPlace(texts);
    staging.remove();
    expect((await lstat(join(folder, "site.yaml"))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(elsewhere, "settings.yaml"), "utf8")).toBe("new\n");
    const modes = [join(elsewhere, "settings.yaml"), join(folder, "redirects.txt")].map(
      async (file) => (await stat(file)).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o606, 0o664]);
    expect(() => new Staging(folder, marks).putInPlace(texts)).toThrow(
      "site.yaml was written by somebody else",
    );
    expect((await readdir(elsewhere)).sort()).toEqual(["articles", "settings.yaml", "site.yaml"]);
  });

  test("is taken back where one file cannot be put in its place, and no file is put over another", async () => {
    const folder = await siteFolder({ "site.yaml": "old\n" });
    const staging = new Staging(folder, marks);
    staging.add("articles/a.md", "a");
    staging.add("articles/b.md", "b");
    // Somebody else was faster.
    await writeFile(join(folder, "articles/b.md"), "theirs");
    const settings = new Map([["site.yaml", { before: "old\n", after: "new\n" }]]);
    expect(() => staging.putInPlace(settings)).toThrow(
      "articles/b.md was written by somebody else while the import ran, and nothing of it was kept;",
    );
    staging.remove();
    expect(Object.fromEntries(await filesBelow(folder))).toEqual({
      "articles/b.md": "theirs",
      "site.yaml": "old\n",
    });
  });

  test("is taken back where another import has added lines to a text meanwhile, which are kept", async () => {
    const folder = await siteFolder({ "site.yaml": "old\n", "redirects.txt": "/theirs/ /b/\n" });
    const staging = new Staging(folder, marks);
    staging.add("articles/a.md", "a");
    const texts = new Map([
      ["site.yaml", { before: "old\n", after: "new\n" }],
      ["redirects.txt", { before: "", after: "/ours/ /b/\n" }],
    ]);
    expect(() => staging.putInPlace(texts)).toThrow("redirects.txt was written by somebody else");
    staging.remove();
    expect(Object.fromEntries(await filesBelow(folder))).toEqual({
      "redirects.txt": "/theirs/ /b/\n",
      "site.yaml": "old\n",
    });
  });

  test("is nothing but a hidden folder where a run was killed, which the next run removes, unless it still goes on", async () => {
    const folder = await siteFolder({ "site.yaml": "old\n" });
    for (const mark of ["0-gone", "2-b"]) {
      await mkdir(join(folder, `.dateline-import-${mark}/articles`), { recursive: true });
      await writeFile(join(folder, `.dateline-import-${mark}/articles/a.md`), "a");
    }
    const staging = new Staging(folder, marks);
    staging.add("articles/c.md", "c");
    staging.putInPlace(new Map());
    staging.remove();
    expect([...(await filesBelow(folder)).keys()]).toEqual([
      ".dateline-import-2-b/articles/a.md",
      "articles/c.md",
      "site.yaml",
    ]);
    expect(await readFile(join(folder, "articles/c.md"), "utf8")).toBe("c");
  });
});
