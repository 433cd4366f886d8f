import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oldSiteOf } from "../../../../src/newsroom/import/addresses/placing/old-site.ts";
import type { ForeignFile } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import { takenDocuments } from "../../../../src/newsroom/import/pictures/documents.ts";
import { FileFinding } from "../../../../src/newsroom/import/pictures/file-finding.ts";
import { openMediaFolder } from "../../../../src/newsroom/import/pictures/media-folder.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "documents-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What becomes of files at the addresses given, of which the uploads hold those with a content. */
async function taken(...files: readonly (readonly [src: string, content?: string])[]) {
  const foreign = files.map(
    ([src], index): ForeignFile => ({ kind: "file", id: `file ${index + 1}`, place: { file: "" }, src }),
  );
  for (const [src, content] of files) {
    if (content === undefined) continue;
    const path = join(folder, decodeURIComponent(new URL(src, "https://before.example").pathname));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  const old = oldSiteOf([{ url: "https://before.example" }], "https://paper.example");
  const media = await openMediaFolder(folder);
  const finding = new FileFinding({ files: foreign, old, media, workFolder: join(folder, "work") });
  const documents = await takenDocuments(foreign, { finding, old });
  return {
    addresses: foreign.map(documents.addressOf),
    files: [...documents.files].map(([file, path]) => `${file} from ${path.slice(folder.length + 1)}`),
    told: documents.notes.map(({ code, item, message }) => `${code} ${item}: ${message}`),
  };
}

test("a document keeps its address, as a file that is published as it is; where no file may have that, it gets one", async () => {
  const uploads = "https://before.example/wp-content/uploads/2019/03";
  expect(
    await taken([`${uploads}/Report%201.PDF`, "%PDF-"], ["/assets/a.mp3", "x"], ["/media/a.mp3", "y"]),
  ).toEqual({
    addresses: ["/wp-content/uploads/2019/03/Report 1.PDF", "/files/a.mp3", "/files/a-2.mp3"],
    files: [
      "static/wp-content/uploads/2019/03/Report 1.PDF from wp-content/uploads/2019/03/Report 1.PDF",
      "static/files/a.mp3 from assets/a.mp3",
      "static/files/a-2.mp3 from media/a.mp3",
    ],
    told: [],
  });
});

test("what is not there, or could act on behalf of the site, is left out and told; pictures are none", async () => {
  expect(
    await taken(
      ["/a.pdf"],
      ["/b.pdf", "<!doctype html><script>"],
      ["/c.js", "alert(1)"],
      ["/d.html", ""],
      ["/e.jpg", ""],
    ),
  ).toEqual({
    addresses: [undefined, undefined, undefined, undefined, undefined],
    files: [],
    told: [
      "missing-file file 1: the file /a.pdf is left out: it is not among the uploads",
      "untaken-file file 2: the file /b.pdf is left out: it is a page of HTML, whatever its name says",
      "untaken-file file 3: the file /c.js is left out: it is of a kind that is not published as it is",
      "untaken-file file 4: the file /d.html is left out: it is of a kind that is not published as it is",
    ],
  });
});
