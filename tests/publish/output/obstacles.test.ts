import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/content/values/digest.ts";
import { refuseObstacles } from "../../../src/publish/output/obstacles.ts";
import { standingOutput } from "../../../src/publish/output/standing/standing.ts";
import { siteFolder } from "../../site-folder.ts";

/** What is said of files that a build wants to write, in a folder that holds some. */
async function said(
  wanted: Readonly<Record<string, string>>,
  { own = {}, others }: { own?: Record<string, string>; others: Record<string, string> },
): Promise<string> {
  const below = (files: object) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`_site/${path}`, text]));
  const folder = join(await siteFolder({ ...below(own), ...below(others) }), "_site");
  await mkdir(join(folder, "empty"), { recursive: true });
  await symlink("/", join(folder, "root"));
  const written = new Map(Object.entries(wanted).map(([path, text]) => [path, { digest: digestOf(text) }]));
  try {
    refuseObstacles(written, folder, standingOutput(folder, new Set(Object.keys(own)), new Map()));
    return "";
  } catch (error) {
    return String(error).split("\n").slice(1, -1).join("\n");
  }
}

describe("what somebody else put into the output folder", () => {
  test.for([
    ["beside a page", { "a/index.html": "new" }, { "a/notes.txt": "mine" }],
    ["in a folder of another name", { "a/index.html": "new" }, { "b/index.html": "mine" }],
    ["with the very content of the page", { "a/index.html": "new" }, { "a/index.html": "new" }],
  ] as const)("is in nobody's way %s", async ([, wanted, others]) => {
    expect(await said(wanted, { others })).toBe("");
  });

  test.for([
    ["a page's file", { "a/index.html": "new" }, { "a/index.html": "mine" }, "  a/index.html"],
    ["a page's folder", { "a/b/index.html": "new" }, { a: "mine" }, "  a, where a/b/index.html has to be"],
    [
      "a folder in a file's place",
      { "a/feed.xml": "new" },
      { "a/feed.xml/mine.txt": "mine" },
      "  a/feed.xml",
    ],
    ["an empty folder in a file's place", { empty: "new" }, {}, "  empty"],
    ["a link in a file's place", { root: "new" }, {}, "  root"],
    ["a link in a folder's place", { "root/x.html": "new" }, {}, "  root, where root/x.html has to be"],
  ] as const)("is named in the place of %s", async ([, wanted, others, expected]) => {
    expect(await said(wanted, { others })).toBe(expected);
  });

  test("is named where it keeps a folder of earlier pages from becoming a file", async () => {
    const own = { "a/index.html": "old" };
    expect(await said({ a: "new" }, { own, others: { "a/notes.txt": "mine" } })).toBe("  a");
    expect(await said({ a: "new" }, { own, others: { "b/notes.txt": "mine" } })).toBe("");
  });

  test("is named ten times and then counted, without what could steer a terminal", async () => {
    const names = Array.from(
      { length: 12 },
      (_, index) => `${String(index).padStart(2, "0")}\u001b[31m.html`,
    );
    const [wanted, others] = ["new", "mine"].map((text) =>
      Object.fromEntries(names.map((name) => [name, text])),
    );
    const lines = (await said(wanted ?? {}, { others: others ?? {} })).split("\n");
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe("  00 [31m.html");
    expect(lines[10]).toBe("  and 2 more");
  });
});
