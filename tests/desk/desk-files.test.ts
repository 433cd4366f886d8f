import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DeskFiles, isDeskPath, shaOf } from "../../src/desk/desk-files.ts";
import { asNobody, forbid } from "../nobody.ts";
import { articleText, siteFolder } from "../site-folder.ts";

describe("the desk may touch", () => {
  test.for([
    "articles/a.md",
    "articles/2026/night ferry.markdown",
    "articles/images/ferry.jpg",
    "articles/경제.md",
  ])("an article or a picture below the articles folder: %s", (path) => {
    expect(isDeskPath(path)).toBe(true);
  });

  test.for([
    "site.yaml",
    "a.md",
    "articles",
    "articles/",
    "articles/../site.md",
    "articles/.hidden.md",
    "articles/.git/a.md",
    "articles//a.md",
    "/articles/a.md",
    "articles/a\\b.md",
    "articles/a\u0000.md",
    "articles/run.sh",
  ])("nothing else: %j", (path) => {
    expect(isDeskPath(path)).toBe(false);
  });
});

test("a file is called what git calls its content", () => {
  // https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
  expect(shaOf(Buffer.from("what is up, doc?"))).toBe("bd9dbf5aae1a3862dd1526723246b20206e5fc37");
  expect(shaOf(Buffer.from("test content\n"))).toBe("d670460b4b4aece5915caf5c68d12f560a9fe3e4");
});

test("no symbolic link leads the desk out of the site folder, to read or to write", async () => {
  const folder = await siteFolder({ "articles/a.md": articleText("A", "2026-11-01") });
  const elsewhere = await siteFolder({ "secret.md": "years of work" });
  await symlink(join(elsewhere, "secret.md"), join(folder, "articles/link.md"));
  await symlink(elsewhere, join(folder, "articles/elsewhere"));
  await mkdir(join(folder, "articles/2026"));
  const files = new DeskFiles(folder);
  expect(Buffer.from((await files.read("articles/a.md")) ?? []).toString()).toContain("title: A");
  expect(await files.read("articles/link.md")).toBeUndefined();
  expect(await files.read("articles/elsewhere/secret.md")).toBeUndefined();
  const may = ["a.md", "2026/new.md", "new/er.md", "link.md", "elsewhere/new.md", "elsewhere/new/er.md"];
  expect(await Promise.all(may.map((path) => files.mayWrite(`articles/${path}`)))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  await files.write([
    { path: "articles/new/b.md", content: Buffer.from("B") },
    { path: "articles/a.md", content: undefined },
  ]);
  expect(await readFile(join(folder, "articles/new/b.md"), "utf8")).toBe("B");
  expect((await files.list()).map(({ path, size }) => [path, size])).toContainEqual(["articles/new/b.md", 1]);
  expect(await files.read("articles/a.md")).toBeUndefined();
});

test("the first article may be written where there is no articles folder, nor any above it that leads elsewhere", async () => {
  const folder = await siteFolder({});
  const elsewhere = await siteFolder({});
  await rm(join(folder, "articles"), { recursive: true });
  const files = new DeskFiles(folder);
  expect(await files.mayWrite("articles/2026/11/a.md")).toBe(true);
  expect(await files.read("articles/2026/11/a.md")).toBeUndefined();
  await files.write([{ path: "articles/2026/11/a.md", content: Buffer.from("A") }]);
  expect((await files.list()).map(({ path }) => path)).toEqual(["articles/2026/11/a.md"]);
  await symlink(elsewhere, join(folder, "articles/2027"));
  expect(await files.mayWrite("articles/2027/01/a.md")).toBe(false);
});

test("a file that cannot be read is left out of the list, and is not taken for none", async () => {
  const folder = await siteFolder({ "articles/a.md": "A", "articles/b.md": "B", "articles/c.png": "C" });
  await mkdir(join(folder, "articles/d.md"));
  await forbid(folder, "articles/b.md", "articles/c.png");
  const files = new DeskFiles(folder);
  await asNobody(async () => {
    expect((await files.list()).map(({ path }) => path)).toEqual(["articles/a.md"]);
    await expect(files.read("articles/b.md")).rejects.toThrow("EACCES");
    await expect(files.read("articles/d.md")).rejects.toThrow(join(folder, "articles/d.md"));
  });
});
