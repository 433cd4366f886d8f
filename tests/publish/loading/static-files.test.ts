import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listStaticFolder } from "../../../src/publish/loading/static-files.ts";
import { asNobody, forbid } from "../../nobody.ts";
import { siteFolder } from "../../site-folder.ts";

const told = ({ diagnostics }: Awaited<ReturnType<typeof listStaticFolder>>) =>
  diagnostics.map(({ file, code, message }) => `${file} ${code}: ${message}`);

test("every file is found, hidden ones too, but for what systems, editors and git leave behind", async () => {
  const kept = [".nojekyll", ".well-known/security.txt", "CNAME", "reports/2026 May.pdf"];
  const litter = [
    ".DS_Store",
    "._photo.jpg",
    ".git/config",
    ".gitattributes",
    "Thumbs.db",
    "a.txt~",
    ".a.txt.swp",
    "desktop.ini",
    "images/.gitkeep",
    "~$table.docx",
  ];
  const folder = await siteFolder(
    Object.fromEntries([...kept, ...litter].map((path) => [`static/${path}`, "x"])),
  );
  const { files, diagnostics } = await listStaticFolder(folder);
  expect(files).toEqual(kept.map((path) => ({ path, file: `static/${path}` })));
  expect(diagnostics).toEqual([]);
});

test("there need be no such folder", async () => {
  expect(await listStaticFolder(await siteFolder({}))).toEqual({ files: [], diagnostics: [] });
});

test("names are published in NFC, as links are written", async () => {
  const apart = "경제.pdf".normalize("NFD");
  const { files } = await listStaticFolder(await siteFolder({ [`static/${apart}`]: "x" }));
  expect(files).toEqual([{ path: "경제.pdf", file: `static/${apart}` }]);
});

test("symbolic links are followed inside the site folder and refused where they lead out of it", async () => {
  const folder = await siteFolder({ "articles/photo.jpg": "x", "static/a.txt": "x" });
  await symlink("../articles/photo.jpg", join(folder, "static/photo.jpg"));
  await symlink("/etc", join(folder, "static/etc"));
  await symlink("nowhere", join(folder, "static/lost"));
  const listing = await listStaticFolder(folder);
  expect(listing.files.map(({ path }) => path)).toEqual(["a.txt", "photo.jpg"]);
  expect(told(listing).sort()).toEqual([
    "static/etc outside-link: this symbolic link leads out of the site folder; put a copy of the file in its place",
    "static/lost outside-link: this symbolic link leads nowhere; remove it",
  ]);
  const other = await siteFolder({});
  await symlink(join(folder, "static"), join(other, "static"));
  expect(told(await listStaticFolder(other))).toEqual([
    "static outside-link: this symbolic link leads out of the site folder; put a copy of the file in its place",
  ]);
});

test("what cannot be read, and names that cannot be addresses, are told", async () => {
  const folder = await siteFolder({
    "static/a\\b.txt": "x",
    "static/closed.txt": "x",
    "static/line\nend": "x",
  });
  await forbid(folder, "static/closed.txt");
  expect(told(await asNobody(() => listStaticFolder(folder)))).toEqual([
    expect.stringContaining(
      "bad-address: the name holds a backslash, a control character or broken letters;",
    ),
    expect.stringMatching(
      /^static\/closed\.txt unreadable-file: the file cannot be read: permission is denied;/,
    ),
    expect.stringContaining("bad-address"),
  ]);
});
