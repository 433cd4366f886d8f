import { lstat, readdir, readlink, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linkInto, makeFolder, removeFrom } from "../../../src/publish/disk/file-moving.ts";
import { filesBelow, siteFolder } from "../../site-folder.ts";

describe("making a folder", () => {
  test("makes those above it, and nothing where it stands already or a link leads to it", async () => {
    const folder = await siteFolder({ "a/file.txt": "a" });
    makeFolder(join(folder, "b/c/d"));
    await symlink("b", join(folder, "link"));
    makeFolder(join(folder, "link"));
    makeFolder(join(folder, "link/e/f"));
    makeFolder("/");
    expect((await readdir(join(folder, "b"), { recursive: true })).sort()).toEqual(["c", "c/d", "e", "e/f"]);
  });

  test("says where a file is in the way", async () => {
    const folder = await siteFolder({ "a/file.txt": "a" });
    expect(() => makeFolder(join(folder, "a/file.txt"))).toThrow(/^EEXIST: .*file\.txt'$/);
    expect(() => makeFolder(join(folder, "a/file.txt/b/c"))).toThrow(/^ENOTDIR: /);
  });

  test
    .runIf(process.platform === "linux")
    .for(["/proc/dateline/a/b", "/proc/self/dateline/a", "/sys/dateline/a"])(
    "comes to an end where the system makes none: %s",
    (folder) => expect(() => makeFolder(folder)).toThrow(/^(?:ENOENT|EACCES|EPERM|EROFS): /),
  );
});

describe("removing files", () => {
  test("takes the folders away that hold nothing else, and passes over what is gone", async () => {
    const folder = await siteFolder({ "out/a/b/c.html": "c", "out/a/d.html": "d", "out/e/f/g.html": "g" });
    removeFrom(join(folder, "out"), ["a/b/c.html", "e/f/g.html", "x/y.html", "a/d.html/z.html"]);
    expect(await readdir(join(folder, "out"), { recursive: true })).toEqual(["a", "a/d.html"]);
  });

  test("follows no link, and takes neither a link nor a folder for a file", async () => {
    const folder = await siteFolder({ "elsewhere/a.html": "a", "out/c/d.html": "d" });
    await symlink("../elsewhere", join(folder, "out/linked"));
    await symlink("../elsewhere/a.html", join(folder, "out/a.html"));
    removeFrom(join(folder, "out"), ["linked/a.html", "a.html", "c"]);
    expect((await readdir(join(folder, "out"))).sort()).toEqual(["a.html", "c", "linked"]);
    expect((await filesBelow(folder)).get("elsewhere/a.html")).toBe("a");
  });
});

describe("linking files into a folder", () => {
  test("gives them a second name, makes links anew, and leaves what stands there", async () => {
    const folder = await siteFolder({ "from/a/b.html": "b", "from/c.html": "c", "to/c.html": "theirs" });
    await symlink("nowhere", join(folder, "from/link"));
    const [from, to] = [join(folder, "from"), join(folder, "to")];
    linkInto(from, to, ["a/b.html", "c.html", "link", "gone.html"]);
    expect((await stat(join(to, "a/b.html"))).ino).toBe((await stat(join(from, "a/b.html"))).ino);
    expect(await readlink(join(to, "link"))).toBe("nowhere");
    expect((await lstat(join(to, "link"))).isSymbolicLink()).toBe(true);
    expect((await filesBelow(to)).get("c.html")).toBe("theirs");
  });
});
