import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { writeCached } from "../../src/publish/disk/cache-file.ts";
import { buildSite } from "../../src/publish/site/build-site.ts";
import { boastfulPng, halves, movingPicture, transparentPicture, turnedHalves } from "../picture-files.ts";
import {
  articleText,
  builtSite,
  type CommandResult,
  filesBelow,
  now,
  run,
  siteFolder,
  smallSite,
  writeFiles,
} from "../site-folder.ts";

const image = (src: string, alt = "a ferry") => [`image: {src: ${src}, alt: ${alt}}`];

/** The media files of a site, as `format width×height`. */
async function mediaOf(folder: string): Promise<string[]> {
  const media = await filesBelow(join(folder, "_site/media"));
  const described = [...media].map(async ([path, bytes]) => {
    const { format, width, height, pages } = await sharp(Buffer.from(bytes, "latin1")).metadata();
    return `${path.split(".").at(-1)} ${format} ${width}×${height}${pages === undefined || pages === 1 ? "" : ` ${pages} frames`}`;
  });
  return (await Promise.all(described)).sort();
}

/** The `<picture>` elements of a page. */
function picturesIn(page: string | undefined): string[] {
  return [...(page ?? "").matchAll(/<picture>.*?<\/picture>/g)].map(([element]) => element);
}

/** A JPEG of random dots: its data is long, so that there is much to lose. */
function noise(width: number, height: number): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#000",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 100 })
    .toBuffer();
}

describe("a picture of an author", () => {
  const authors = (picture: string) =>
    `${smallSite}authors: [{name: Mei Tan, picture: ${picture}}, {name: Nobody, picture: people/nobody.jpg}]\ncards: false\n`;
  const article = articleText("A", "2026-11-02", ["authors: [Mei Tan]"]);

  test("is on the author's page and told to search engines; of an author without a page nothing is published", async () => {
    const folder = await siteFolder({
      "site.yaml": authors("people/mei.jpg"),
      "people/mei.jpg": await halves(300, 300),
      "people/nobody.jpg": await halves(200, 200),
      "articles/a.md": article,
    });
    const files = await builtSite(folder);
    expect(await mediaOf(folder)).toEqual(["avif heif 300×300", "jpg jpeg 300×300"]);
    const page = files.get("author/mei-tan/index.html") ?? "";
    expect(picturesIn(page)).toEqual([expect.stringContaining('alt="Mei Tan" width="300" height="300"')]);
    const [, shared] = /"image":"https:\/\/small\.example\/(media\/[^"]+\.jpg)"/.exec(page) ?? [];
    expect([...files.keys()]).toContain(shared);
    expect(files.get("2026/11/a/index.html")).not.toContain("<picture>");
  });

  test("that ends early is told where site.yaml names it", async () => {
    const folder = await siteFolder({
      "site.yaml": authors("people/mei.jpg"),
      "people/mei.jpg": (await noise(300, 300)).subarray(0, 20_000),
      "people/nobody.jpg": await halves(200, 200),
      "articles/a.md": article,
    });
    const build = await run("build", "--site", folder, "--no-search", "--now", now);
    expect(build.exitCode).toBe(1);
    expect(build.stderr).toContain(
      "site.yaml:3:36 error broken-image: people/mei.jpg cannot be read to its end",
    );
  });
});

describe("a picture of an article", () => {
  test("is published in two formats and the widths that make sense, never larger than it is", async () => {
    const folder = await siteFolder({
      "articles/images/ferry.jpg": await halves(900, 450),
      "articles/a.md": articleText("A", "2026-11-02", image("images/ferry.jpg")),
    });
    const told: string[] = [];
    const files = await builtSite(folder, { tellMedia: (done, total) => told.push(`${done} of ${total}`) });
    // Two widths, each in all formats at once.
    expect(told).toEqual(["2 of 4", "4 of 4"]);
    // 800 would be hardly smaller than the 900 there are.
    expect(await mediaOf(folder)).toEqual([
      "avif heif 400×200",
      "avif heif 900×450",
      "jpg jpeg 400×200",
      "jpg jpeg 900×450",
    ]);
    const [picture = ""] = picturesIn(files.get("2026/11/a/index.html"));
    const sources = [...picture.matchAll(/<source type="([^"]*)" srcset="([^"]*)" sizes="[^"]+">/g)];
    expect(sources.map(([, type]) => type)).toEqual(["image/avif", "image/jpeg"]);
    for (const [, , srcset = ""] of sources) {
      expect(srcset).toMatch(/^\/media\/(\S+) 400w, \/media\/(\S+) 900w$/);
      for (const candidate of srcset.split(", ")) {
        expect([...files.keys()]).toContain(candidate.slice(1).split(" ")[0]);
      }
    }
    expect(picture).toMatch(/<img src="\/media\/\S+-900\.jpg" alt="a ferry" width="900" height="450"/);
  });

  test("that is tiny stays tiny, and its file's name may hold spaces and other letters", async () => {
    const folder = await siteFolder({
      "articles/2026/작은 그림.png": await sharp({
        create: { width: 3, height: 2, channels: 3, background: "#123" },
      })
        .png()
        .toBuffer(),
      "articles/2026/a.md": articleText("A", "2026-11-02", [], "![a dot](<작은 그림.png>)"),
    });
    const files = await builtSite(folder);
    expect(await mediaOf(folder)).toEqual(["avif heif 3×2", "jpg jpeg 3×2"]);
    expect(files.get("2026/11/a/index.html")).toContain('width="3" height="2"');
  });

  test("is turned upright, and says nothing of the camera", async () => {
    const folder = await siteFolder({
      "articles/ferry.jpg": await turnedHalves(600, 300),
      "articles/a.md": articleText("A", "2026-11-02", image("ferry.jpg")),
    });
    const files = await builtSite(folder);
    expect(await readFile(join(folder, "articles/ferry.jpg"), "latin1")).toContain("secretcamera");
    expect(files.get("2026/11/a/index.html")).toContain('width="300" height="600"');
    expect(await mediaOf(folder)).toEqual(["avif heif 300×600", "jpg jpeg 300×600"]);
    for (const [path, bytes] of await filesBelow(join(folder, "_site/media"))) {
      expect(bytes, path).not.toContain("secretcamera");
      const content = Buffer.from(bytes, "latin1");
      expect((await sharp(content).metadata()).orientation ?? 1, path).toBe(1);
      // Turned a quarter clockwise, the left half, which is red, is the upper one.
      const [red = 0, , blue = 0] = await sharp(content)
        .extract({ left: 100, top: 20, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer();
      expect(red - blue, path).toBeGreaterThan(200);
    }
  });

  test("keeps its transparency; where it is shared it stands on white", async () => {
    const folder = await siteFolder({
      "articles/seal.png": await transparentPicture(40, 20),
      "articles/a.md": articleText("A", "2026-11-02", image("seal.png")),
    });
    const files = await builtSite(folder);
    expect(await mediaOf(folder)).toEqual([
      "avif heif 40×20",
      "jpg jpeg 40×20",
      "png png 40×20",
      "webp webp 40×20",
    ]);
    expect(files.get("2026/11/a/index.html")).toMatch(/<img src="\/media\/\S+\.png"/);
    const shared = [...(await filesBelow(join(folder, "_site/media")))].find(([path]) =>
      path.endsWith(".jpg"),
    );
    const [red, green] = await sharp(Buffer.from(shared?.[1] ?? "", "latin1"))
      .raw()
      .toBuffer();
    // Green at 8/15 over white: red and blue are 255 × 7/15 = 119.
    expect(red).toBeGreaterThan(110);
    expect(red).toBeLessThan(128);
    expect(green).toBeGreaterThan(245);
  });

  test("that moves goes on moving", async () => {
    const folder = await siteFolder({
      "articles/flag.gif": movingPicture(20, 10),
      "articles/a.md": articleText("A", "2026-11-02", image("flag.gif")),
    });
    await builtSite(folder);
    expect(await mediaOf(folder)).toEqual([
      "gif gif 20×10 3 frames",
      "jpg jpeg 20×10",
      "webp webp 20×10 3 frames",
    ]);
  });

  test("waits until it is scrolled to, unless it is the first of its page", async () => {
    const two = "![one](ferry.jpg)\n\n![two](ferry.jpg)";
    const files = await builtSite(
      await siteFolder({
        "articles/ferry.jpg": await halves(20, 10),
        "articles/with.md": articleText("With", "2026-11-02", image("ferry.jpg"), two),
        "articles/without.md": articleText("Without", "2026-11-01", [], two),
      }),
    );
    const loading = (path: string) =>
      picturesIn(files.get(path)).map((picture) =>
        / alt="([^"]*)".* (loading=.*)>/.exec(picture)?.slice(1).join(": "),
      );
    expect(loading("2026/11/with/index.html")).toEqual([
      'a ferry: loading="eager" fetchpriority="high" decoding="async"></picture',
      'one: loading="lazy" decoding="async"></picture',
      'two: loading="lazy" decoding="async"></picture',
    ]);
    expect(loading("2026/11/without/index.html")).toEqual([
      'one: loading="eager" decoding="async"></picture',
      'two: loading="lazy" decoding="async"></picture',
    ]);
  });

  test("stands in listings before the headline", async () => {
    const files = await builtSite(
      await siteFolder({
        "articles/ferry.jpg": await halves(20, 10),
        "articles/a.md": articleText("A", "2026-11-02", image("ferry.jpg")),
        "articles/b.md": articleText("B", "2026-11-01"),
      }),
    );
    for (const path of ["index.html", "latest/index.html", "category/news/index.html"]) {
      expect(files.get(path), path).toMatch(
        /<article class="entry">\n<div class="entry-picture"><picture>.* alt="a ferry" .*<\/picture><\/div>\n<h2>/,
      );
      expect(picturesIn(files.get(path)), path).toHaveLength(1);
    }
  });

  test("has a description and a title that cannot break out of their attributes", async () => {
    const files = await builtSite(
      await siteFolder({
        "articles/ferry.jpg": await halves(20, 10),
        "articles/a.md": articleText(
          "A",
          "2026-11-02",
          [`image: {src: ferry.jpg, alt: '"><script>alert(1)</script>'}`],
          `!["><script>alert(2)</script>](ferry.jpg '"><script>alert(3)</script>')`,
        ),
      }),
    );
    const page = files.get("2026/11/a/index.html") ?? "";
    expect(page).not.toContain("<script>alert");
    expect(picturesIn(page)).toHaveLength(2);
  });
});

describe("pictures that cannot be published are told where they are named:", () => {
  const cases = [
    {
      name: "an image without alt",
      lines: ["image: {src: ferry.jpg}"],
      file: "ferry.jpg",
      bytes: () => halves(20, 10),
      expected: 'articles/a.md:5:8 error missing-key: "image" has no "alt"',
    },
    {
      name: "a picture in the body without a description",
      body: "Words.\n\nMore words\nand ![](ferry.jpg)",
      file: "ferry.jpg",
      bytes: () => halves(20, 10),
      expected: "articles/a.md:9:9 error missing-alt: the picture has no description",
    },
    {
      name: "an image whose file is missing",
      lines: image("fery.jpg"),
      file: "ferry.jpg",
      bytes: () => halves(20, 10),
      expected:
        'articles/a.md:5:14 error missing-image: there is no picture "fery.jpg" in the articles folder',
    },
    {
      name: "a file that is no picture",
      lines: image("ferry.jpg"),
      file: "ferry.jpg",
      bytes: async () => Buffer.from("not a picture"),
      expected:
        "articles/a.md:5:14 error broken-image: articles/ferry.jpg: the file is damaged, or no picture",
    },
    {
      name: "an SVG under another name",
      lines: image("ferry.png"),
      file: "ferry.png",
      bytes: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      expected:
        "articles/a.md:5:14 error broken-image: articles/ferry.png: the file is damaged, or no picture",
    },
    {
      name: "an SVG",
      lines: image("ferry.svg"),
      file: "ferry.svg",
      bytes: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      expected:
        'articles/a.md:5:14 error untaken-image: "ferry.svg" is SVG, which can carry scripts; save the picture as JPEG',
    },
    {
      name: "a HEIC from a phone, in the body",
      body: "![a ferry](IMG_0001.HEIC)",
      file: "IMG_0001.HEIC",
      bytes: async () => Buffer.from("ftypheic"),
      expected:
        'articles/a.md:6:12 error untaken-image: "IMG_0001.HEIC" is HEIC, which most browsers cannot show',
    },
    {
      name: "a TIFF",
      lines: image("ferry.tif"),
      file: "ferry.tif",
      bytes: async () => Buffer.from("II*"),
      expected: 'articles/a.md:5:14 error untaken-image: "ferry.tif" is TIFF, which browsers cannot show',
    },
    {
      name: "a file of yet another kind",
      lines: image("ferry.pdf"),
      file: "ferry.pdf",
      bytes: async () => Buffer.from("%PDF"),
      expected:
        'articles/a.md:5:14 error untaken-image: "ferry.pdf" is of a kind (.pdf) that is not published',
    },
    {
      name: "a picture that says it has 1,600 million pixels",
      lines: image("ferry.png"),
      file: "ferry.png",
      bytes: async () => boastfulPng(),
      expected:
        "articles/a.md:5:14 error huge-image: articles/ferry.png: the picture has 40000 × 40000 pixels, and 100 million are the most",
    },
    {
      name: "a picture like a thread",
      lines: image("ferry.png"),
      file: "ferry.png",
      bytes: () => halves(2, 20_000),
      expected: "articles/a.md:5:14 error huge-image: articles/ferry.png: the picture has 2 × 20000 pixels",
    },
  ];

  let telling: Promise<{ build: CommandResult; check: CommandResult; files: string[] }> | undefined;

  /** What build and check say of all cases in one site. */
  async function told() {
    const files: Record<string, string | Uint8Array> = {};
    for (const [index, { lines, body, file, bytes }] of cases.entries()) {
      files[`articles/case-${index}/${file}`] = await bytes();
      files[`articles/case-${index}/a.md`] = articleText(`Case ${index}`, "2026-11-20", lines ?? [], body);
    }
    const folder = await siteFolder(files);
    const build = await run("build", "--site", folder, "--no-search", "--now", now);
    const check = await run("check", "--site", folder);
    return { build, check, files: await readdir(folder) };
  }

  test.for(cases.map((one, index) => ({ ...one, index })))(
    "$name, by build and check alike",
    async ({ expected, index }) => {
      telling ??= told();
      const { build, check, files } = await telling;
      const line = expected.replaceAll("articles/", `articles/case-${index}/`);
      expect(build.exitCode).toBe(1);
      expect(build.stderr).toContain(line);
      expect(check.exitCode).toBe(1);
      expect(check.stdout).toContain(line);
      expect(files).toEqual(["articles", "site.yaml"]);
    },
  );

  test("no picture that is saved while the site is built, which is not damaged", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("A", "2026-11-01", image("ferry.jpg")),
      "articles/ferry.jpg": await halves(500, 300),
    });
    const another = await halves(600, 300);
    const built = buildSite({
      siteFolder: folder,
      outputFolder: join(folder, "_site"),
      nowMs: Date.parse(now),
      drafts: false,
      search: false,
      // Asked for when all is read, and before pictures are encoded.
      deskOf: async () => {
        await writeFile(join(folder, "articles/ferry.jpg"), another);
        return new Map();
      },
    });
    await expect(built).rejects.toThrow("articles/ferry.jpg was saved while the site was built; start again");
    expect(await readdir(folder)).not.toContain("_site");
  });

  test("a picture that ends early, which only shows when all of it is read", async () => {
    const folder = await siteFolder({
      "articles/ferry.jpg": (await noise(300, 300)).subarray(0, 20_000),
      "articles/a.md": articleText("A", "2026-11-20", [], "![a ferry](ferry.jpg)"),
    });
    const build = await run("build", "--site", folder, "--no-search", "--now", now);
    expect(build.exitCode).toBe(1);
    expect(build.stderr).toContain(
      "articles/a.md:6:12 error broken-image: articles/ferry.jpg cannot be read to its end",
    );
    const check = await run("check", "--site", folder);
    expect(check.exitCode).toBe(1);
    expect(check.stdout).toContain(
      "articles/a.md:6:12 error broken-image: articles/ferry.jpg: the file is damaged",
    );
    expect(await readdir(folder)).not.toContain("_site");
  });
});

describe("the pictures of drafts and of nobody", () => {
  test("leave neither a file nor a word in the site, nor anything in the cache", async () => {
    const folder = await siteFolder({
      "articles/shown.jpg": await halves(20, 10),
      "articles/draftword.jpg": await halves(30, 10),
      "articles/nobody.jpg": await halves(40, 10),
      "articles/a.md": articleText("A", "2026-11-02", image("shown.jpg")),
      "articles/b.md": articleText(
        "B",
        "2026-11-01",
        [...image("draftword.jpg", "draftword"), "draft: true"],
        "![draftword](draftword.jpg)",
      ),
    });
    const files = await builtSite(folder);
    expect(await mediaOf(folder)).toEqual(["avif heif 20×10", "jpg jpeg 20×10"]);
    expect([...files.values()].join()).not.toContain("draftword");
    expect((await filesBelow(join(folder, ".cache/media"))).size).toBe(2);
  });
});

describe("the cache of pictures", () => {
  async function siteWithPicture(): Promise<string> {
    return siteFolder({
      "articles/ferry.jpg": await halves(500, 100),
      "articles/a.md": articleText("A", "2026-11-02", image("ferry.jpg")),
    });
  }

  test("makes no difference to a byte: with it, without it, and with --fresh", async () => {
    const folder = await siteWithPicture();
    await builtSite(folder);
    const first = await filesBelow(join(folder, "_site"));
    await builtSite(folder);
    expect(await filesBelow(join(folder, "_site"))).toEqual(first);
    await rm(join(folder, ".cache"), { recursive: true });
    await builtSite(folder);
    expect(await filesBelow(join(folder, "_site"))).toEqual(first);
    await builtSite(folder, { fresh: true });
    expect(await filesBelow(join(folder, "_site"))).toEqual(first);
  });

  test.for([false, true])("is used: what it holds is not made again, --fresh given: %s", async (fresh) => {
    const folder = await siteWithPicture();
    const site = () => filesBelow(join(folder, "_site"));
    await builtSite(folder);
    const made = [...(await site()).keys()].find((path) => path.endsWith("-500.jpg")) ?? "";
    await writeCached(join(folder, ".cache", made), made, Buffer.from("made before"));
    await rm(join(folder, "_site"), { recursive: true });
    await builtSite(folder, { fresh });
    expect((await site()).get(made)).toBe("made before");
  });

  test("does no harm when one of its files is put in the place of another", async () => {
    const folder = await siteWithPicture();
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    const made = [...before.keys()].filter((path) => /-[45]00\.jpg$/.test(path));
    const [donor = "", taker = ""] = made.map((path) => join(folder, ".cache", path));
    await writeFile(taker, await readFile(donor));
    await rm(join(folder, "_site"), { recursive: true });
    await builtSite(folder);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });

  test.for([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 40)],
    ["emptied", () => Buffer.alloc(0)],
    ["changed in one bit", (bytes: Buffer) => bytes.fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)],
  ] as const)("does no harm when its files are %s", async ([, damage]) => {
    const folder = await siteWithPicture();
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    const kept = [...(await filesBelow(join(folder, ".cache"))).keys()];
    expect(kept.length).toBeGreaterThan(3);
    for (const path of kept) {
      const file = join(folder, ".cache", path);
      await writeFile(file, damage(await readFile(file)));
    }
    await builtSite(folder);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });

  test("may be impossible to write: the site is the same", async () => {
    const folder = await siteWithPicture();
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    await rm(join(folder, ".cache"), { recursive: true });
    await writeFile(join(folder, ".cache"), "a file where the folder should be");
    await builtSite(folder);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });

  test("an original that is saved anew gets other names, so that nobody is shown the old one", async () => {
    const folder = await siteWithPicture();
    await builtSite(folder);
    const before = [...(await filesBelow(join(folder, "_site/media"))).keys()];
    await writeFiles(folder, { "articles/ferry.jpg": await halves(500, 102) });
    await builtSite(folder);
    const after = [...(await filesBelow(join(folder, "_site/media"))).keys()];
    expect(after).toHaveLength(before.length);
    expect(after.filter((path) => before.includes(path))).toEqual([]);
  });
});
