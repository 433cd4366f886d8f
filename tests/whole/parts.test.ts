import { appendFile, cp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import sharp from "sharp";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { publishedDesk } from "../../src/desk/editor/editor-files.ts";
import type { InParts } from "../../src/publish/changes/parts/share.ts";
import { projectFolder } from "../../src/publish/disk/project.js";
import { buildSite } from "../../src/publish/site/build-site.ts";
import { articleText, filesBelow, now, run, siteFolder, smallSite } from "../site-folder.ts";

/** `PARTS=2000 npx vitest run tests/whole/parts.test.ts` makes so many articles, and each part in a process of its own, two beside each other. */
const asked = Number(process.env["PARTS"] ?? 0);
const articleCount = asked || 48;
const years = ["2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"];

/** Stories spread evenly over eight years, in categories, tags and months that a page of a listing does not fill evenly. */
async function eightYears(): Promise<Record<string, string | Uint8Array>> {
  const start = Date.parse("2016-01-01T09:00Z");
  const step = (Date.parse("2024-01-01T00:00Z") - start) / articleCount;
  const stories = Array.from({ length: articleCount }, (_, index) => {
    const date = new Date(start + index * step).toISOString().slice(0, 16).replace("T", " ");
    const lines = [
      `categories: [Desk ${index % 3}]`,
      `tags: [tag ${index % 5}, tag ${index % 7}]`,
      `authors: [Writer ${index % 2}]`,
      "source: Agency",
      ...(index % 11 === 0 ? ["image: {src: dot.png, alt: A dot}"] : []),
      ...(index % 17 === 0 ? ["series: Over the years"] : []),
      ...(index % 13 === 0 ? [`corrections: [{date: ${date}, text: "A name was wrong in ${index}."}]`] : []),
    ];
    const link = index === 0 ? "Text." : `After [the last one](story-${index - 1}.md), a word${index}.`;
    return [`articles/story-${index}.md`, articleText(`Story ${index}`, date, lines, link)];
  });
  const dot = sharp({ create: { width: 40, height: 20, channels: 3, background: "#a00" } });
  return {
    ...Object.fromEntries(stories),
    "site.yaml": `${smallSite}pageSize: 4\n`,
    "articles/dot.png": await dot.png().toBuffer(),
    "pages/about.md": "---\ntitle: About\n---\nWho we are.\n",
    "static/ads.txt": "none\n",
    "redirects.txt": "/old/ /2016/01/story-0/\n",
  };
}

async function built(folder: string, inParts?: InParts): Promise<void> {
  if (asked > 0) {
    const flags =
      inParts === undefined ? [] : inParts.kind === "merge" ? ["--merge"] : ["--part", inParts.year];
    const { exitCode, stderr } = await run("build", "--site", folder, "--now", now, ...flags);
    if (exitCode !== 0) throw new Error(stderr);
    return;
  }
  const { isPublished } = await buildSite({
    siteFolder: folder,
    outputFolder: join(folder, "_site"),
    nowMs: Date.parse(now),
    drafts: false,
    search: true,
    deskOf: publishedDesk,
    inParts,
  });
  expect(isPublished).toBe(true);
}

test("parts of eight years that are made apart and merged are the very bytes of a single build, and nothing is made twice", async () => {
  const folder = await siteFolder(await eightYears());
  const single = await siteFolder({});
  await cp(folder, single, { recursive: true });
  await pMap(years, (year) => built(folder, { kind: "year", year }), { concurrency: asked > 0 ? 2 : 1 });
  await built(folder, { kind: "merge" });
  await built(single);
  const [merged, expected] = await Promise.all([folder, single].map((one) => filesBelow(join(one, "_site"))));
  expect([...(merged?.keys() ?? [])]).toEqual([...(expected?.keys() ?? [])]);
  expect([...(expected ?? [])].filter(([path, bytes]) => merged?.get(path) !== bytes)).toEqual([]);

  // A page that the merge has taken is the file of the part, by another name.
  const isTaken = async (path: string) => {
    const inodes = await Promise.all(
      [join(folder, "_site"), ...years.map((year) => join(folder, ".cache/parts", year, "site"))].map(
        (place) =>
          stat(join(place, path)).then(
            ({ ino }) => ino,
            () => undefined,
          ),
      ),
    );
    return inodes.lastIndexOf(inodes[0]) > 0;
  };
  const pages = [...(expected?.keys() ?? [])].filter((path) =>
    /^\d{4}\/|^(?:category|latest)\/.*page\//.test(path),
  );
  expect(pages.length).toBeGreaterThan(articleCount * 1.2);
  const made = await pMap(pages, async (path) => ((await isTaken(path)) ? [] : [path]), { concurrency: 16 });
  expect(made.flat()).toEqual([]);
}, 3_600_000);

test("what a part or a merge cannot do is told in a sentence that says what to do", async () => {
  const folder = await siteFolder({
    "articles/a.md": articleText("A", "2020-05-01 08:00"),
    "articles/b.md": articleText("B", "2021-05-01 08:00"),
  });
  await expect(built(folder, { kind: "year", year: "2031" })).rejects.toThrow(
    "No article is of 2031: there are some of 2020, 2021.",
  );
  await built(folder, { kind: "year", year: "2020" });
  const merging = () => built(folder, { kind: "merge" });
  await expect(merging).rejects.toThrow(
    "There is no part of 2021 to merge; make it here, or on any machine from the same commit: npm run build -- --part 2021",
  );
  await built(folder, { kind: "year", year: "2021" });
  await appendFile(join(folder, "site.yaml"), "pageSize: 7\n");
  await built(folder, { kind: "year", year: "2021" });
  await expect(merging).rejects.toThrow(
    "The part of 2020 was made with another state of site.yaml; make it here, or on any machine from the same commit: npm run build -- --part 2020",
  );
  await built(folder, { kind: "year", year: "2020" });
  // What was written to since is made anew.
  await writeFile(join(folder, "articles/a.md"), articleText("A new one", "2020-05-01 08:00"));
  await merging();
  const page = async (path: string) => (await filesBelow(join(folder, "_site"))).get(path);
  expect(await page("2020/05/a/index.html")).toContain("A new one");
  expect(await page("2021/05/b/index.html")).toContain("A new one");
  await rm(join(folder, ".cache/parts/2020/site/2020"), { recursive: true });
  await merging();
  expect(await page("2020/05/a/index.html")).toContain("A new one");
}, 120_000);

test("a merge that is verified is compared with a build that takes nothing of the parts", async () => {
  const folder = await siteFolder({ "articles/a.md": articleText("Alpha", "2020-05-01 08:00") });
  const page = join(folder, ".cache/parts/2020/site/2020/05/a/index.html");
  const [atTen, make] = [new Date("2026-11-20T10:00Z"), () => built(folder, { kind: "year", year: "2020" })];
  await make();
  await utimes(page, atTen, atTen);
  // A time that a disk notes without a rest is in the record now.
  await make();
  await writeFile(page, (await readFile(page, "utf8")).replaceAll("Alpha", "Alpho"));
  await utimes(page, atTen, atTen);
  const { exitCode, stderr } = await run("build", "--site", folder, "--merge", "--verify");
  expect(stderr).toContain("2020/05/a/index.html is not up to date");
  expect(exitCode).toBe(1);
});

test("a part whose list of files is lost is known by its record", async () => {
  const folder = await siteFolder({ "articles/a.md": articleText("Alpha", "2020-05-01 08:00") });
  await built(folder, { kind: "year", year: "2020" });
  await rm(join(folder, ".cache/parts/2020/site/.dateline-files"));
  await built(folder, { kind: "year", year: "2020" });
});

test("a part takes no flag that is for a whole site", async () => {
  const { exitCode, stderr } = await run("build", "--part", "2026", "--output", "out");
  expect(stderr).toContain("--part goes to .cache/parts/2026 and takes no --output; leave that to --merge");
  expect(exitCode).toBe(2);
});

test("the workflow makes a part of every year and merges them, once a variable of the repository says so", async () => {
  const file = join(projectFolder, ".github/workflows/site-in-parts.yml");
  const step = z.object({ run: z.string().optional() });
  const job = z.object({ if: z.string().optional(), needs: z.unknown().optional(), steps: z.array(step) });
  const { permissions, jobs } = z
    .object({ permissions: z.unknown(), jobs: z.object({ years: job, part: job, merge: job }) })
    .parse(parse(await readFile(file, "utf8")));
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs.years.if).toBe("vars.SITE_IN_PARTS == 'true'");
  expect([jobs.part.needs, jobs.merge.needs]).toEqual(["years", ["years", "part"]]);
  const builds = [jobs.part, jobs.merge].map(({ steps }) =>
    steps.flatMap(({ run: command = "" }) => (command.startsWith("npm run build") ? [command] : [])),
  );
  expect(builds).toEqual([
    ['npm run build -- --part "$YEAR" --now "$NOW"'],
    ['npm run build -- --merge --now "$NOW" --report report.md'],
  ]);
});
