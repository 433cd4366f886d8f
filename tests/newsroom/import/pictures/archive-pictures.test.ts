import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { standingSite } from "../../../../src/cli/terminal/standing-site.ts";
import { importArchive } from "../../../../src/newsroom/import/archive/importing.ts";
import type { ForeignEntry } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import { loadPublication } from "../../../../src/publish/loading/publication.ts";
import { filesBelow, siteFolder, smallSite } from "../../../site-folder.ts";

const site = "https://before.example";
const uploads = `${site}/wp-content/uploads/2019/03`;
const place = { file: "archive" };
const story = { place, tags: [], authors: [], categories: ["News"] } as const;

/** A story with a picture above its text and others in it, a page with one, and a document. */
const entries: ForeignEntry[] = [
  { kind: "site", url: `${site}/` },
  {
    ...story,
    kind: "article",
    id: "post 1",
    title: "Ice",
    date: "2019-04-01 08:30",
    address: `${site}/2019/04/ice/`,
    image: { src: `${uploads}/Harbour.png`, alt: "A harbour in ice" },
    body: () => ({
      form: "html",
      text: `<p>Ice came, says <a href="http://www.before.example/wp-content/uploads/2019/03/report.pdf">the report</a>
        on <a href="/?page_id=2">the harbour</a>.</p>
        <figure><img src="${uploads}/Harbour-300x200.png" alt="The quay"><figcaption>The quay on Sunday</figcaption></figure>
        <figure><img src="/wp-content/uploads/2019/03/gone.jpg" alt="Gone"></figure>`,
    }),
  },
  {
    ...story,
    kind: "page",
    id: "page 2",
    title: "The harbour",
    slug: "harbour",
    address: `${site}/harbour/`,
    oldAddresses: [`${site}/?page_id=2`],
    body: () => ({
      form: "html",
      text: `<p>It is old.</p><p><img src="${uploads}/Harbour.png" alt="A harbour"></p>`,
    }),
  },
  {
    ...story,
    kind: "page",
    id: "page 4",
    title: "The quay",
    slug: "quay",
    address: `${site}/quay/`,
    image: { src: `${uploads}/Harbour.png`, alt: "A [quay]", caption: "In *June*", credit: "Ana Ruiz" },
    body: () => ({ form: "text", text: "It is older." }),
  },
  {
    kind: "file",
    id: "attachment 3",
    place,
    src: `${uploads}/report.pdf`,
    oldAddresses: [`${site}/?attachment_id=3`],
  },
];

async function run(folder: string) {
  const standing = await standingSite(folder, Date.parse("2026-11-24"));
  if (!("site" in standing)) throw new Error(JSON.stringify(standing));
  const format = {
    name: "entries",
    title: "entries",
    shape: "entries",
    isWhole: true,
    recognizes: () => true,
    read: async function* () {
      yield* entries;
    },
  };
  const { notes, fileCount } = await importArchive([join(folder, "archive")], {
    siteFolder: folder,
    standing,
    format,
    pictures: {
      media: join(folder, "uploads"),
      cacheFolder: join(folder, ".cache"),
      faultOf: async () => undefined,
    },
    marks: { own: "1-a", isRunning: () => false },
  });
  return { fileCount, told: notes.map(({ code, item, message }) => `${code} ${item}: ${message}`) };
}

test("pictures and documents of an archive are brought with it, found again by a second run, and lead where they led", async () => {
  const folder = await siteFolder({ "site.yaml": smallSite, archive: "" });
  const put = async (file: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  };
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  await put("uploads/2019/03/Harbour.png", picture);
  await put("uploads/2019/03/report.pdf", "%PDF-1.7");

  const told = [
    "missing-picture post 1: the picture https://before.example/wp-content/uploads/2019/03/gone.jpg is left out: it is not among the uploads",
    `lost-address files of pictures: what articles show of 1 picture has a new address, and nothing answers at the one its file had; to keep that, too, put a copy of the folder of uploads into static/, at the path it had`,
  ];
  const first = await run(folder);
  expect(first.told.filter((note) => !note.startsWith("made-up"))).toEqual(told);
  expect(first.fileCount).toBe(3);
  expect(
    [...(await filesBelow(folder)).keys()].filter((file) => !/^(?:uploads|\.cache)\//.test(file)),
  ).toEqual([
    "archive",
    "articles/2019/03/harbour.png",
    "articles/2019/04/ice.md",
    "pages/harbour.md",
    "pages/quay.md",
    "redirects.txt",
    "site.yaml",
    "static/wp-content/uploads/2019/03/Harbour.png",
    "static/wp-content/uploads/2019/03/report.pdf",
  ]);
  const text = await readFile(join(folder, "articles/2019/04/ice.md"), "utf8");
  expect(text).toContain("src: ../03/harbour.png\n");
  expect(text).toContain("![The quay](../03/harbour.png");
  expect(text).toContain("[the report](/wp-content/uploads/2019/03/report.pdf)");
  expect(text).toContain("[the harbour](/harbour/)");
  expect(await readFile(join(folder, "pages/harbour.md"), "utf8")).toContain(
    "![A harbour](/wp-content/uploads/2019/03/Harbour.png)",
  );
  // A page has no picture of its own but in its text.
  expect(await readFile(join(folder, "pages/quay.md"), "utf8")).toMatch(
    /\n---\n!\[A \\\[quay\\\]\]\(\/wp-content\/uploads\/2019\/03\/Harbour\.png\)\n\nIn \\\*June\\\* – Ana Ruiz\n\nIt is older\.\n$/,
  );
  expect(await readFile(join(folder, "redirects.txt"), "utf8")).toContain(
    "/?attachment_id=3 /wp-content/uploads/2019/03/report.pdf\n",
  );
  const { diagnostics } = await loadPublication({
    siteFolder: folder,
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
  });
  // Where pages are, Eleventy alone knows.
  const errors = diagnostics.filter(
    ({ severity, message }) => severity === "error" && !message.startsWith('"/harbour/"'),
  );
  expect(errors).toEqual([]);

  const files = await filesBelow(folder);
  expect((await run(folder)).told.filter((note) => !note.startsWith("made-up"))).toEqual(told);
  expect(await filesBelow(folder)).toEqual(files);

  await put("articles/2019/03/harbour.png", "edited");
  expect((await run(folder)).told).toContain(
    "edited-since articles/2019/03/harbour.png: the file is not as it was imported, and is left as it is",
  );
  expect(await readFile(join(folder, "articles/2019/03/harbour.png"), "utf8")).toBe("edited");
  await rm(join(folder, "uploads"), { recursive: true });
});
