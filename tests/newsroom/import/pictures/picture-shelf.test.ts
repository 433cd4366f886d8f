import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { oldSiteOf } from "../../../../src/newsroom/import/addresses/placing/old-site.ts";
import type { ForeignFile } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { SurveyedStory } from "../../../../src/newsroom/import/foreign/foreign-survey.ts";
import { keptDownloads } from "../../../../src/newsroom/import/pictures/fetching/kept-downloads.ts";
import { FileFinding } from "../../../../src/newsroom/import/pictures/file-finding.ts";
import { openMediaFolder } from "../../../../src/newsroom/import/pictures/media-folder.ts";
import { PictureShelf } from "../../../../src/newsroom/import/pictures/picture-shelf.ts";
import { surveyed } from "../addresses/surveyed.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "shelf-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(file: string, content: string): Promise<string> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, "latin1");
  return path;
}

const jpeg = (name: string) => `\xff\xd8\xff\xe0${name}`;
const site = "https://before.example";
const uploads = `${site}/wp-content/uploads`;

/** A shelf that takes from `media` in the folder; `files`: what the archive tells of. */
async function shelfOf(files: readonly ForeignFile[] = [], faulty = "nothing"): Promise<PictureShelf> {
  await mkdir(join(folder, "media"), { recursive: true });
  const old = oldSiteOf([{ url: site }], "https://paper.example");
  const media = await openMediaFolder(join(folder, "media"));
  const finding = new FileFinding({ files, old, siteUrl: site, media, workFolder: join(folder, "work") });
  const faultOf = async (path: string) => (path.includes(faulty) ? "it is damaged" : undefined);
  return new PictureShelf({ finding, old, faultOf });
}

async function names(shelf: PictureShelf, story: SurveyedStory | undefined, ...srcs: readonly string[]) {
  if (story === undefined) throw new Error("there is no such story");
  await shelf.prepare(
    srcs.map((src) => [src]),
    story,
  );
  return srcs.map((src) => shelf.at(src, story));
}

const [ice, snow, about] = surveyed(
  { date: "2019-04-01", slug: "ice", address: `${site}/2019/04/ice/` },
  { date: "2020-01-01", slug: "snow" },
  { kind: "page", slug: "about", file: "pages/about.md" },
);

describe("a picture lies in the articles folder", () => {
  test("beside the stories of the month it was uploaded in, and is named from each story", async () => {
    await put("media/2019/03/Harbour at night.JPG", jpeg("a"));
    const shelf = await shelfOf();
    const src = `${uploads}/2019/03/Harbour%20at%20night.JPG`;
    expect(await names(shelf, ice, src)).toEqual(["../03/harbour-at-night.jpg"]);
    expect(await names(shelf, snow, src)).toEqual(["../../2019/03/harbour-at-night.jpg"]);
    expect([...shelf.files]).toEqual([
      ["articles/2019/03/harbour-at-night.jpg", join(folder, "media/2019/03/Harbour at night.JPG")],
    ]);
    expect(shelf.notes).toEqual([]);
  });

  test("beside the first story that shows it, where its address names no month", async () => {
    await put("media/a.jpg", jpeg("a"));
    const shelf = await shelfOf();
    expect(await names(shelf, ice, "/a.jpg", "/99/99/a.jpg")).toEqual(["a.jpg", "a.jpg"]);
    expect(await names(shelf, snow, "/a.jpg")).toEqual(["../../2019/04/a.jpg"]);
  });

  test("once, however large the copies and however many the names it has", async () => {
    await put("media/2019/03/a-scaled.jpg", jpeg("a"));
    await put("media/2019/03/a.jpg", jpeg("large"));
    await put("media/2019/03/a-300x200.jpg", jpeg("small"));
    await put("media/2019/03/copy.jpg", jpeg("a"));
    const file = {
      kind: "file",
      id: "attachment 9",
      place: { file: "" },
      src: `${uploads}/2019/03/a-scaled.jpg`,
    } as const;
    const shelf = await shelfOf([file]);
    const srcs = ["a-300x200.jpg", "a.jpg", "a-scaled.jpg?w=3", "copy.jpg"].map(
      (name) => `${uploads}/2019/03/${name}`,
    );
    expect(new Set(await names(shelf, ice, ...srcs))).toEqual(new Set(["../03/a-scaled.jpg"]));
    expect(await readFile(shelf.files.get("articles/2019/03/a-scaled.jpg") ?? "", "latin1")).toBe(jpeg("a"));
  });

  test("under a number, where another has its name, and with the ending of what it is", async () => {
    await put("media/x/a.jpg", jpeg("a"));
    await put("media/y/A.jpg", jpeg("b"));
    await put("media/z/a.jpg", "\x89PNG\r\n\x1a\n");
    const shelf = await shelfOf();
    expect(await names(shelf, ice, "/x/a.jpg", "/y/A.jpg", "/z/a.jpg")).toEqual([
      "a.jpg",
      "a-2.jpg",
      "a.png",
    ]);
  });

  test("taken from the archive itself, by its address or by its path from the story's file", async () => {
    const path = await put("archive/posts/img/a.jpg", jpeg("a"));
    const story = ice && {
      ...ice,
      address: "/2019/ice/",
      place: { file: join(folder, "archive/posts/ice.md") },
    };
    const shelf = await shelfOf([
      { kind: "file", id: "img/a.jpg", place: { file: "" }, src: "/2019/img/a.jpg", path },
    ]);
    expect(await names(shelf, story, "img/a.jpg", "../img/a.jpg", "../../../secret.jpg")).toEqual([
      "a.jpg",
      "a.jpg",
      undefined,
    ]);
  });

  test("taken out of the text itself", async () => {
    const shelf = await shelfOf();
    const gif = `data:image/gif;base64,${Buffer.from("GIF89a…").toString("base64")}`;
    expect(await names(shelf, ice, gif)).toEqual(["picture.gif"]);
    expect([...shelf.files.keys()]).toEqual(["articles/2019/04/picture.gif"]);
  });
});

describe("a picture of a page", () => {
  test("is published as it is, where it was", async () => {
    await put("media/2019/03/a.jpg", jpeg("a"));
    await put("media/b c.jpg", jpeg("b"));
    const shelf = await shelfOf();
    expect(await names(shelf, about, `${uploads}/2019/03/a-300x200.jpg`, "/assets/b%20c.jpg")).toEqual([
      "/wp-content/uploads/2019/03/a.jpg",
      "/pictures/b-c.jpg",
    ]);
    expect([...shelf.files.keys()]).toEqual([
      "static/wp-content/uploads/2019/03/a.jpg",
      "static/pictures/b-c.jpg",
    ]);
  });
});

describe("a picture is left out, and told with its story", () => {
  test("where there is none, it is of another kind, or damaged", async () => {
    await put("media/a.svg", "<svg>");
    await put("media/b.jpg", "<!doctype html>");
    await put("media/c.jpg", "not found");
    await put("media/damaged.jpg", jpeg("d"));
    const shelf = await shelfOf([], "damaged");
    const srcs = ["/a.svg", "/b.jpg", "/c.jpg", "/damaged.jpg", `${uploads}/gone.jpg`, "data:text/html,<p>"];
    expect(await names(shelf, ice, ...srcs)).toEqual(srcs.map(() => undefined));
    expect(shelf.notes.map(({ code, item, file, message }) => [code, item, file, message].join(" "))).toEqual(
      [
        "untaken-picture post 1 articles/2019/04/ice.md the picture /a.svg is left out: it is SVG, which can carry scripts",
        "untaken-picture post 1 articles/2019/04/ice.md the picture /b.jpg is left out: it is a page of HTML",
        "untaken-picture post 1 articles/2019/04/ice.md the picture /c.jpg is left out: it is no picture",
        "untaken-picture post 1 articles/2019/04/ice.md the picture /damaged.jpg is left out: it is damaged",
        `missing-picture post 1 articles/2019/04/ice.md the picture ${uploads}/gone.jpg is left out: it is not among the uploads`,
        "untaken-picture post 1 articles/2019/04/ice.md the picture data:text/html,<p> is left out: it is no picture",
      ],
    );
    expect([...shelf.files]).toEqual([]);
  });

  test("where none of its addresses leads to one, once for all of them", async () => {
    await put("media/a-small.jpg", jpeg("a"));
    const shelf = await shelfOf();
    if (ice === undefined) throw new Error("there is no such story");
    const pictures = [
      ["/a-large.jpg", "/a-small.jpg"],
      ["/b.jpg", "/c.jpg"],
      ["/b.jpg", "/c.jpg"],
    ];
    await shelf.prepare(pictures, ice);
    expect(pictures.flat().map((src) => shelf.at(src, ice))).toEqual([
      undefined,
      "a-small.jpg",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(shelf.notes.map(({ message }) => message)).toEqual([
      "the picture /b.jpg is left out: it is not among the uploads",
    ]);
  });

  test("where it is larger than CDNs take", async () => {
    await put("media/a.jpg", jpeg("a".repeat(25 * 1024 * 1024)));
    const shelf = await shelfOf();
    expect(await names(shelf, ice, "/a.jpg")).toEqual([undefined]);
    expect(shelf.notes[0]?.message).toBe("the picture /a.jpg is left out: it is larger than 25 MiB");
  });

  test("where the archive tells of it, and no story shows it or a copy of it", async () => {
    await put("media/2019/03/a.jpg", jpeg("a"));
    const file = (id: string, name: string): ForeignFile => ({
      kind: "file",
      id,
      place: { file: "archive.xml", line: 7 },
      src: `${uploads}/2019/03/${name}`,
    });
    const files = [
      file("attachment 1", "a.jpg"),
      file("attachment 2", "b.jpg"),
      file("attachment 3", "c.pdf"),
    ];
    const shelf = await shelfOf(files);
    await names(shelf, ice, `${uploads}/2019/03/a-300x200.jpg`);
    expect(shelf.unshown(files)).toEqual([
      {
        code: "unshown-picture",
        item: "attachment 2",
        place: { file: "archive.xml", line: 7 },
        message: `the picture ${uploads}/2019/03/b.jpg is left out: no story that is imported shows it`,
      },
    ]);
  });
});

test("pictures of many stories are fetched before they are asked for, and told as they come", async () => {
  await put("media/a.jpg", jpeg("a"));
  const shelf = await shelfOf();
  async function* stories() {
    for (const story of [ice, snow])
      if (story !== undefined) yield { pictures: [["/gone.jpg", "/a.jpg"]], story };
  }
  const told: number[] = [];
  await shelf.fetchAll(stories(), (count) => void told.push(count));
  await rm(join(folder, "media"), { recursive: true });
  expect(told).toEqual([1, 2]);
  expect(shelf.notes).toEqual([]);
  expect(await names(shelf, ice, "/a.jpg")).toEqual(["a.jpg"]);
});

test("a picture that could not be fetched is told with what the first address answered", async () => {
  const old = oldSiteOf([{ url: site }], "https://paper.example");
  const downloads = keptDownloads({ folder: join(folder, "kept"), own: [] });
  const finding = new FileFinding({ files: [], old, siteUrl: site, downloads, workFolder: folder });
  const shelf = new PictureShelf({ finding, old, faultOf: async () => undefined });
  const srcs = ["http://127.0.0.1:1/a-300x200.jpg", "file:///etc/a.jpg"];
  expect(await names(shelf, ice, ...srcs)).toEqual([undefined, undefined]);
  expect(shelf.notes[0]?.message).toBe(
    "the picture http://127.0.0.1:1/a-300x200.jpg is left out: it is on a private network, where nothing is fetched from",
  );
  expect(shelf.notes[1]?.message).toBe(
    "the picture file:///etc/a.jpg is left out: it has no address of the web",
  );
});
