import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import { serveBuiltSite } from "../browser/built-site-server.ts";
import { articleText, builtSite, run, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

const site = {
  "site.yaml": [
    `${smallSite}cards: false`,
    "pageSize: 1",
    "redirectPages: true",
    'categories: [{name: News, aliases: [Current affairs, "/topics/News.aspx", "/?cat=4"]}]',
    "tags: [{name: ferry, aliases: [boats, ferry!]}]",
    "",
  ].join("\n"),
  "articles/a.md": articleText("A", "2026-11-01", [
    "tags: [ferry, boats]",
    'aliases: ["/2019/Old-Story.html", "/?p=7"]',
  ]),
  "articles/b.md": articleText("B", "2026-11-02", [], "See [this](/?p=7) and [that](/blog/b/)."),
  "articles/c.md": articleText("C", "2026-11-03", ["expires: 2026-11-04", "aliases: [/gone.php]"]),
  "redirects.txt": [
    "# From the old site",
    "/about /2026/11/a/",
    "/%EA%B2%BD%EC%A0%9C /category/news/ 302",
    "/forum/* 410",
    "/blog/* /2026/11/:splat",
    "/shop/ https://shop.example/",
    "",
  ].join("\n"),
};

/** What old addresses answer: the status, and where they lead. */
const answers: readonly (readonly [address: string, status: number, to?: string])[] = [
  ["/about", 301, "/2026/11/a/"],
  ["/%EA%B2%BD%EC%A0%9C", 302, "/category/news/"],
  ["/2019/Old-Story.html", 301, "/2026/11/a/"],
  ["/?p=7", 301, "/2026/11/a/"],
  ["/?utm=mail&p=7", 301, "/2026/11/a/"],
  ["/?p=8", 200],
  ["/", 200],
  ["/blog/b/", 301, "/2026/11/b/"],
  ["/shop/", 301, "https://shop.example/"],
  ["/forum/thread/9", 410],
  ["/category/current-affairs/", 301, "/category/news/"],
  ["/category/current-affairs/feed.xml", 301, "/category/news/feed.xml"],
  ["/category/current-affairs/feed.json", 301, "/category/news/feed.json"],
  ["/category/current-affairs/page/1/", 301, "/category/news/page/1/"],
  ["/topics/News.aspx", 301, "/category/news/"],
  ["/?cat=4", 301, "/category/news/"],
  ["/tag/boats/", 301, "/tag/ferry/"],
  ["/never/", 404],
];

async function answersAt(origin: string): Promise<(typeof answers)[number][]> {
  return Promise.all(
    answers.map(async ([address]) => {
      const { status, headers } = await fetch(origin + address, { redirect: "manual" });
      const to = headers.get("location");
      return to === null ? ([address, status] as const) : ([address, status, to] as const);
    }),
  );
}

describe("old addresses of all kinds", () => {
  test("lead on from the published site", async () => {
    const folder = await siteFolder({
      ...site,
      "site.yaml": site["site.yaml"].replace("redirectPages: true\n", ""),
    });
    const files = await builtSite(folder);
    expect(files.get("_redirects")).toBe(
      [
        "/ cat=4 /category/news/ 301!",
        "/ p=7 /2026/11/a/ 301!",
        "/2019/Old-Story.html /2026/11/a/ 301",
        "/2026/11/c/ /410.html 410",
        "/archive/2026/11/page/2/ /archive/2026/11/ 302",
        "/category/current-affairs/ /category/news/ 301",
        "/category/current-affairs/feed.json /category/news/feed.json 301",
        "/category/current-affairs/feed.xml /category/news/feed.xml 301",
        "/category/news/page/2/ /category/news/ 302",
        "/gone.php /410.html 410",
        "/latest/page/2/ /latest/ 302",
        "/tag/boats/ /tag/ferry/ 301",
        "/tag/boats/feed.json /tag/ferry/feed.json 301",
        "/tag/boats/feed.xml /tag/ferry/feed.xml 301",
        "/topics/News.aspx /category/news/ 301",
        "/about /2026/11/a/ 301",
        "/%EA%B2%BD%EC%A0%9C /category/news/ 302",
        "/forum/* /410.html 410",
        "/blog/* /2026/11/:splat 301",
        "/shop/ https://shop.example/ 301",
        "/category/current-affairs/page/* /category/news/page/:splat 301",
        "/tag/boats/page/* /tag/ferry/page/:splat 301",
        "",
      ].join("\n"),
    );
    const server = await serveBuiltSite(join(folder, "_site"));
    onTestFinished(() => server.close());
    expect(await answersAt(server.origin)).toEqual(answers);
  });

  test("have pages where site.yaml asks for them, and links to them are known, in texts and in the built site", async () => {
    const folder = await siteFolder(site);
    const files = await builtSite(folder);
    expect(files.get("2019/Old-Story.html")).toContain(
      '<meta http-equiv="refresh" content="0; url=https://small.example/2026/11/a/">',
    );
    expect(files.get("shop/index.html")).toContain('<link rel="canonical" href="https://shop.example/">');
    expect(files.has("tag/boats/index.html")).toBe(true);
    const { stdout } = await run(
      "check",
      "--site",
      folder,
      "--output",
      join(folder, "_site"),
      "--now",
      "2026-11-24",
    );
    expect(stdout).not.toContain("broken-link");
    // An edit of the file alone changes what is made of it, and nothing else.
    await writeFiles(folder, { "redirects.txt": "/about-us /2026/11/a/\n" });
    const after = await builtSite(folder);
    expect(await builtSite(folder, { fresh: true })).toEqual(after);
    expect(after.has("about/index.html")).toBe(false);
    expect(after.has("about-us/index.html")).toBe(true);
  });

  test("lead on in the preview, from redirects.txt as it is saved", async () => {
    const folder = await siteFolder(site);
    let reload = () => {};
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => reload() });
    onTestFinished(() => preview.close());
    const origin = `http://localhost:${preview.port}`;
    expect(await answersAt(origin)).toEqual(answers);
    const shown = new Promise<void>((resolve) => {
      reload = resolve;
    });
    await writeFile(join(folder, "redirects.txt"), "/about /latest/\n");
    await shown;
    const { headers } = await fetch(`${origin}/about`, { redirect: "manual" });
    expect(headers.get("location")).toBe("/latest/");
    const gone = new Promise<void>((resolve) => {
      reload = resolve;
    });
    await rm(join(folder, "redirects.txt"));
    await gone;
    expect((await fetch(`${origin}/about`)).status).toBe(404);
    const back = new Promise<void>((resolve) => {
      reload = resolve;
    });
    await writeFile(join(folder, "redirects.txt"), "/about 410\n");
    await back;
    expect((await fetch(`${origin}/about`)).status).toBe(410);
  });
});

describe("check --addresses", () => {
  test("says of each old address what it answers, in the order of the file, and fails where one is lost", async () => {
    const folder = await siteFolder({
      ...site,
      "articles/draft.md": articleText("Draft", "2026-11-05", ["draft: true"]),
      "static/report.pdf": "report",
      "pages/contact.md": "---\ntitle: Contact\n---\nWrite to us.\n",
      "redirects.txt": `${site["redirects.txt"]}/Contact.aspx /contact/\n`,
      "addresses.txt": [
        "# from the old sitemap",
        "https://www.before.example/about",
        "/2026/11/b",
        "",
        "/?p=7",
        "/2026/11/c/",
        "/2026/11/draft/",
        "/report.pdf",
        "/category/news/feed.xml",
        "/blog/never/",
        "/경제",
        "/Contact.aspx",
      ].join("\r\n"),
    });
    const check = (...flags: string[]) =>
      run(
        "check",
        "--site",
        folder,
        "--now",
        "2026-11-24",
        "--addresses",
        join(folder, "addresses.txt"),
        ...flags,
      );
    const { exitCode, stdout, stderr } = await check();
    expect(stderr).toBe("");
    expect(stdout).toBe(
      [
        "301 https://www.before.example/about to /2026/11/a/",
        "301 /2026/11/b to /2026/11/b/",
        "301 /?p=7 to /2026/11/a/",
        "410 /2026/11/c/",
        "lost /2026/11/draft/",
        "200 /report.pdf",
        "200 /category/news/feed.xml",
        "lost /blog/never/ to /2026/11/never/, where nothing is",
        "302 /경제 to /category/news/",
        "301 /Contact.aspx to /contact/",
        "10 addresses: 2 × 200, 4 × 301, 1 × 302, 1 × 410, 2 lost.",
        "",
      ].join("\n"),
    );
    expect(exitCode).toBe(1);
    await writeFiles(folder, { "addresses.txt": "/about\n" });
    const json = await check("--format", "json");
    expect(JSON.parse(json.stdout)).toEqual({
      addresses: [{ address: "/about", status: 301, to: "/2026/11/a/" }],
      counts: { 200: 0, 301: 1, 302: 0, 410: 0, lost: 0 },
    });
    expect(json.exitCode).toBe(0);
    await writeFiles(folder, { "addresses.txt": "/\u009B31m\n" });
    expect((await check("--format", "json")).stdout).toContain('"address": "/\\u009b31m"');
    expect((await check("--fix")).exitCode).toBe(2);
    expect(await run("check", "--site", folder, "--addresses", join(folder, "none.txt"))).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("none.txt cannot be opened: "),
    });
  });
});

test("what is wrong with redirects.txt and with aliases of terms is told together, and nothing is published", async () => {
  const folder = await siteFolder({
    "site.yaml": `${smallSite}categories:\n  - {name: News, aliases: ["/a/../b/", "/latest/", "/x/"]}\n  - {name: Sport, aliases: ["/x/"]}\n`,
    "articles/a.md": articleText("A", "2026-11-01"),
    "redirects.txt": "/old/\n/latest/ /2026/11/a/\n",
  });
  const { exitCode, stderr } = await run("build", "--site", folder, "--no-search");
  expect(exitCode).toBe(1);
  expect(stderr.split("\n").filter((line) => /^\S+:\d+:\d+ error/.test(line))).toEqual([
    'redirects.txt:1:1 error bad-redirect: "/old/" leads nowhere; write behind it where it leads, or 410 for what is gone',
    'site.yaml:4:28 error bad-address: the alias "/a/../b/" may not hold the parts "." and "..": browsers take them out',
  ]);
  await writeFiles(folder, {
    "site.yaml": `${smallSite}categories:\n  - {name: News, aliases: ["/latest/", "/x/"]}\n  - {name: Sport, aliases: ["/x/"]}\n`,
  });
  const { stdout } = await run("check", "--site", folder, "--now", "2026-11-24");
  expect(stdout.split("\n").filter((line) => /^\S+:\d+:\d+ error/.test(line))).toEqual([
    'redirects.txt:1:1 error bad-redirect: "/old/" leads nowhere; write behind it where it leads, or 410 for what is gone',
    'redirects.txt:2:1 error redirect-onto-page: "/latest/" is the address of a page of Dateline\'s own; remove the line or move the page',
    "site.yaml:4:28 error alias-onto-page: the alias /latest/ is the address of a page of Dateline's own; remove the alias or move the page",
    'site.yaml:5:29 error same-alias: the alias /x/ is already one of category "News" in site.yaml; keep it in one place',
  ]);
});
