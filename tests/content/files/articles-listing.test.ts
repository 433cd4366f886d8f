import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBytes } from "../../../src/content/files/articles-folder.ts";
import { listArticlesFolder } from "../../../src/content/files/articles-listing.ts";
import { asNobody, forbid } from "../../nobody.ts";
import { articleText, siteFolder } from "../../site-folder.ts";

const denied = "permission is denied; change its permissions, or run this as the user it belongs to";

const told = ({ diagnostics }: Awaited<ReturnType<typeof listArticlesFolder>>) =>
  diagnostics.map(({ file, severity, message }) => `${file} ${severity}: ${message}`).sort();

test("what can be listed is listed, and every folder that cannot be is told", async () => {
  const folder = await siteFolder({
    "articles/a.md": articleText("A", "2026-11-20"),
    "articles/closed/b.md": articleText("B", "2026-11-20"),
    "articles/open/c.md": articleText("C", "2026-11-20"),
    "articles/open/deep/closed/d.md": articleText("D", "2026-11-20"),
  });
  await forbid(folder, "articles/closed", "articles/open/deep/closed");
  const listing = await asNobody(() => listArticlesFolder(folder));
  expect(listing.articleFiles).toEqual(["articles/a.md", "articles/open/c.md"]);
  expect(told(listing)).toEqual([
    `articles/closed error: the folder cannot be read: ${denied}`,
    `articles/open/deep/closed error: the folder cannot be read: ${denied}`,
  ]);
});

test("a site folder that may not be entered is not taken for one without articles", async () => {
  const folder = await siteFolder({ "within/articles/a.md": articleText("A", "2026-11-20") });
  await forbid(folder, "within");
  expect(told(await asNobody(() => listArticlesFolder(join(folder, "within"))))).toEqual([
    `articles error: the folder cannot be read: ${denied}`,
  ]);
});

test("symbolic links that lead nowhere, in a circle, or where nobody may look are told apart", async () => {
  const folder = await siteFolder({ "closed/a.md": articleText("A", "2026-11-20") });
  await symlink("../closed/a.md", join(folder, "articles/closed.md"));
  await symlink("nowhere.md", join(folder, "articles/lost.md"));
  await symlink("round.md", join(folder, "articles/round.md"));
  await forbid(folder, "closed");
  expect(told(await asNobody(() => listArticlesFolder(folder)))).toEqual([
    `articles/closed.md error: the file cannot be read: ${denied}`,
    "articles/lost.md error: this symbolic link leads nowhere; remove it",
    "articles/round.md error: the file cannot be read: its symbolic links lead in a circle; remove one of them",
  ]);
});

test("a folder without articles is told to be one, also where a file has that name", async () => {
  const message = 'there is no folder "articles"; make one and put article files in it';
  const folder = await siteFolder({});
  for (const place of [join(folder, "nowhere"), join(folder, "articles"), join(folder, "site.yaml")]) {
    expect(told(await listArticlesFolder(place))).toEqual([`articles warning: ${message}`]);
  }
  await writeFile(join(folder, "articles/articles"), "text");
  expect(told(await listArticlesFolder(join(folder, "articles")))).toEqual([`articles warning: ${message}`]);
});

test("why a file cannot be read is told in words", async () => {
  const folder = await siteFolder({ "a.md": "text" });
  expect(readBytes(join(folder, "b.md"))).toBe("there is no such file or folder");
  expect(readBytes(folder)).toBe("it is a folder, where a file is needed");
  expect(readBytes(join(folder, "a.md/b.md"))).toBe("a part of its path is a file, where a folder is needed");
  expect(readBytes(join(folder, "a".repeat(300)))).toMatch(/^the path is too long for this machine/);
});
