import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMediaFolder } from "../../../../src/newsroom/import/pictures/media-folder.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "media-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Where addresses are found in a folder of the files given, relative to it. */
async function found(files: readonly string[], ...srcs: readonly string[]): Promise<(string | undefined)[]> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), "");
  }
  const media = await openMediaFolder(folder);
  return srcs.map((src) => media.fileOf(src)?.slice(folder.length + 1));
}

const address = "https://before.example/wp-content/uploads/2019/03/a.jpg?w=300";

describe("a file is found among the uploads", () => {
  test.for([
    "2019/03/a.jpg",
    "uploads/2019/03/a.jpg",
    "wp-content/uploads/2019/03/a.jpg",
    "backup/htdocs/wp-content/uploads/2019/03/a.jpg",
  ])("in %s, whichever of its folders was given", async (file) => {
    expect(await found([file, "a.jpg", "2018/03/a.jpg"], address)).toEqual([file]);
  });

  test("of every system, below the folder it keeps them in", async () => {
    expect(
      await found(
        ["images/a.jpg", "2019/b.jpg", "c d.jpg"],
        "/assets/images/a.jpg",
        "/content/images/2019/b.jpg",
        "/static/c%20d.jpg",
        "//cdn.example/images/a.jpg#x",
      ),
    ).toEqual(["images/a.jpg", "2019/b.jpg", "c d.jpg", "images/a.jpg"]);
  });

  test("by any end of its path, where that names no folder of uploads", async () => {
    expect(await found(["a.jpg"], "https://before.example/2019/a.jpg", "pictures/a.jpg")).toEqual([
      "a.jpg",
      "a.jpg",
    ]);
  });

  test("however many folders an address has, and however long it is", async () => {
    const folders = "/a".repeat(1_000_000);
    const long = "a".repeat(2_000_000);
    expect(
      await found(["2019/a.jpg"], `${folders}/2019/a.jpg`, `${folders}/uploads/2019/a.jpg`, long),
    ).toEqual(["2019/a.jpg", "2019/a.jpg", undefined]);
  });

  test("below the first folder of uploads in its path", async () => {
    expect(await found(["assets/a.jpg", "b.jpg"], "/uploads/assets/a.jpg", "/x\ny/uploads/b.jpg")).toEqual([
      "assets/a.jpg",
      "b.jpg",
    ]);
  });

  test("not by its name alone, where its folder of uploads tells more", async () => {
    expect(await found(["a.jpg", "03/a.jpg"], address)).toEqual([undefined]);
  });

  test("whatever the case of its letters and the composition of its accents, the very name first", async () => {
    expect(await found(["E\u0301te\u0301.JPG"], "/uploads/%C3%89t%C3%A9.jpg")).toEqual([
      "E\u0301te\u0301.JPG",
    ]);
    expect(await found(["b.JPG", "b.jpg"], "/uploads/b.jpg", "/uploads/b.JPG")).toEqual(["b.jpg", "b.JPG"]);
  });

  test.for(["/uploads/../../etc/passwd", "/uploads/%2e%2e/secret", "/", "", "data:image/png,", "/uploads/"])(
    "and nothing outside of it, as by %j",
    async (src) => {
      expect(await found(["2019/a.jpg"], src)).toEqual([undefined]);
    },
  );
});
