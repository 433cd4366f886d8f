import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import type { PartsFile } from "../../src/search/index-format.ts";
import { ended, freePort, toldAddress } from "../child-server.ts";
import { halves } from "../picture-files.ts";
import { copyProject } from "../project-copy.ts";
import { articleText, builtSite, filesBelow, siteFolder, smallSite } from "../site-folder.ts";

const site = {
  "articles/a.md": articleText("Night ferry", "2026-11-02", ["tags: [ferry]", "source: Agency"]),
  "articles/b.md": articleText("항구 도서관", "2026-11-01", ["language: ko"]),
};

describe("the preview", () => {
  test("shows the same HTML as is published, but for what makes it reload", async () => {
    const folder = await siteFolder(site);
    const files = await builtSite(folder);
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages).toHaveLength(16);
    for (const [path, html] of pages) {
      const response = await fetch(`http://localhost:${preview.port}/${path.replace(/index\.html$/, "")}`);
      const shown = (await response.text()).replace(/^.*(?:preview-version|\/_preview\/).*\n/gm, "");
      expect(shown, path).toBe(html);
    }
  });

  test("sends the headers that are published, so that what they forbid is seen at once", async () => {
    const preview = await startPreview({ siteFolder: await siteFolder(site), port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const { headers } = await fetch(`http://localhost:${preview.port}/`);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("shows what is not published as such, on its page and in lists", async () => {
    const folder = await siteFolder({
      "articles/draft.md": articleText("Unfinished", "2026-11-02", ["draft: true"]),
      "articles/later.md": articleText("To come", "9999-01-01"),
      "articles/gone.md": articleText("Taken down", "2020-01-01", [
        "expires: 2020-01-02",
        "aliases: [/old/]",
      ]),
    });
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const marksAt = async (address: string) => {
      const response = await fetch(`http://localhost:${preview.port}${address}`);
      const marks = (await response.text()).matchAll(/class="mark">([^<]*)</g);
      return [...marks].map(([, mark = ""]) => mark.trim());
    };
    expect(await marksAt("/2026/11/draft/")).toEqual(["Draft"]);
    expect(await marksAt("/9999/01/later/")).toEqual(["Scheduled"]);
    expect(await marksAt("/2020/01/gone/")).toEqual(["Expired"]);
    expect(await marksAt("/old/")).toEqual(["Expired"]);
    expect(await marksAt("/latest/")).toEqual(["Scheduled", "Draft", "Expired"]);
  });

  test("lists what is not published at /_desk/, each group by the date that counts", async () => {
    const folder = await siteFolder({
      "articles/out.md": articleText("Published", "2020-01-01"),
      "articles/draft.md": articleText("<b>Unfinished</b>", "2026-11-02", ["draft: true"]),
      "articles/later.md": articleText("Later", "9999-01-02"),
      "articles/soon.md": articleText("Soon", "9999-01-01"),
      "articles/gone.md": articleText("Taken down", "2020-01-01", ["expires: 2020-01-02"]),
    });
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const desk = await textAt(`http://localhost:${preview.port}/_desk/`);
    const rows = [
      ...desk.matchAll(/<h2>(\S+) <span|<li><time datetime="([^T"]+).*?href="([^"]+)">(.*)<\/a>/g),
    ];
    expect(rows.map(([, ...cells]) => cells.filter((cell) => cell !== undefined))).toEqual([
      ["Draft"],
      ["2026-11-02", "/2026/11/draft/", "&lt;b&gt;Unfinished&lt;/b&gt;"],
      ["Scheduled"],
      ["9999-01-01", "/9999/01/soon/", "Soon"],
      ["9999-01-02", "/9999/01/later/", "Later"],
      ["Expired"],
      ["2020-01-02", "/2020/01/gone/", "Taken down"],
    ]);
  });

  test("serves the files for search engines, the icons and the publisher's logo, each as what it is", async () => {
    const folder = await siteFolder({
      ...site,
      "site.yaml": `${smallSite}publisher: {name: Small House, logo: logo.png}\n`,
      "logo.png": "picture",
    });
    const files = await builtSite(folder);
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const shown = async (path: string | undefined) => {
      const response = await fetch(`http://localhost:${preview.port}/${path}`);
      return [response.status, response.headers.get("content-type"), await response.text()];
    };
    const named = (pattern: RegExp) => [...files.keys()].find((path) => pattern.test(path));
    const map = "sitemap-articles-2026.xml";
    expect(await shown(map)).toEqual([200, "application/xml", files.get(map)]);
    expect(await shown(named(/logo/))).toEqual([200, "image/png", "picture"]);
    expect(await shown(named(/icon.*svg/))).toMatchObject([
      200,
      "image/svg+xml",
      expect.stringContaining("<svg"),
    ]);
    expect(await shown("favicon.ico")).toMatchObject([200, "image/vnd.microsoft.icon", expect.anything()]);
  });

  test("shows the pictures and cards that are published, each made when it is first asked for", async () => {
    const folder = await siteFolder({
      "site.yaml": smallSite,
      "articles/ferry.jpg": await halves(20, 10),
      "articles/a.md": articleText("A", "2026-11-02", ["image: {src: ferry.jpg, alt: a ferry}"]),
      "articles/b.md": articleText("B", "2026-11-01"),
    });
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const origin = `http://localhost:${preview.port}`;
    await textAt(`${origin}/`);
    expect(await readdir(join(folder, ".cache"))).toEqual(["articles"]);
    const page = await textAt(`${origin}/2026/11/a/`);
    const addresses = [...page.matchAll(/(\/media\/\S+) \d+w/g)].map(([, address = ""]) => address);
    expect(addresses).toHaveLength(2);
    const shown = new Map<string, Buffer>();
    for (const address of addresses) {
      const response = await fetch(origin + address);
      expect(response.headers.get("content-type")).toMatch(/^image\/(avif|jpeg)$/);
      shown.set(address.slice(1), Buffer.from(await response.arrayBuffer()));
    }
    await builtSite(folder, { fresh: true });
    const published = await filesBelow(join(folder, "_site"));
    for (const [path, bytes] of shown) expect(published.get(path), path).toBe(bytes.toString("latin1"));
    const card = [...published.keys()].find((path) => path.endsWith("-card.png")) ?? "";
    const answer = await fetch(`${origin}/${card}`);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).toBe(published.get(card));
  });

  test("goes on where a picture turns out to be damaged, and shows it once it is mended", async () => {
    const whole = await halves(200, 100);
    const folder = await siteFolder({
      "articles/ferry.jpg": whole.subarray(0, whole.length - 200),
      "articles/a.md": articleText("A", "2026-11-02", ["image: {src: ferry.jpg, alt: a ferry}"]),
    });
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const origin = `http://localhost:${preview.port}`;
    const statusOfPicture = async () => {
      const page = await textAt(`${origin}/2026/11/a/`);
      const address = / src="(\/media\/\S+)"/.exec(page)?.[1] ?? "";
      return (await fetch(origin + address)).status;
    };
    expect(await statusOfPicture()).toBe(404);
    await writeFile(join(folder, "articles/ferry.jpg"), whole);
    await expect.poll(statusOfPicture).toBe(200);
  });

  test("tells nothing of a browser that stops loading a large file", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const folder = await siteFolder({ "static/film.mp4": Buffer.alloc(64 * 1024 * 1024) });
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    const leaving = new AbortController();
    const origin = `http://localhost:${preview.port}`;
    const response = await fetch(`${origin}/film.mp4`, { signal: leaving.signal });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "video/mp4"]);
    leaving.abort();
    // By the time that it has answered others it knows.
    for (let turn = 0; turn < 3; turn += 1) expect((await fetch(`${origin}/`)).status).toBe(200);
    expect(told).not.toHaveBeenCalled();
  });

  test("answers nobody who calls it by another name: a page elsewhere must not read drafts", async () => {
    const preview = await startPreview({ siteFolder: await siteFolder(site), port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    expect(await statusFor(preview.port, "evil.example")).toBe(403);
    expect(await statusFor(preview.port, `localhost:${preview.port}`)).toBe(200);
  });
});

describe("npm start", () => {
  test("shows an edit to a template, a style and a module of src by itself, in the search index too", async () => {
    const project = await siteFolder(site);
    await copyProject(project);
    const origin = await started(project);
    const edit = async (file: string, from: string, to: string) => {
      const text = await readFile(join(project, file), "utf8");
      expect(text).toContain(from);
      await writeFile(join(project, file), text.replace(from, to));
    };
    const home = () => textAt(`${origin}/`);
    expect(await home()).toContain("Night ferry");

    await edit("templates/pages/home.njk", '<div class="front">', '<div class="front edited">');
    await expect.poll(home).toContain('<div class="front edited">');

    const newest = async () => {
      const partsFile: PartsFile = JSON.parse(await textAt(`${origin}/pagefind/parts.json`));
      return partsFile.parts[0];
    };
    const index = async () => (await newest())?.list;
    const before = await index();
    expect(await newest()).toMatchObject({ articles: 2 });
    await edit("templates/partials/search-record.njk", "{{ record.title }}", "{{ record.title }} Everywhere");
    await expect.poll(index).not.toBe(before);
    expect(await newest()).toMatchObject({ articles: 2 });

    const styles = async () => textAt(origin + (/\/assets\/site\.\w+\.css/.exec(await home())?.[0] ?? ""));
    await edit("templates/assets/css/footer.css", ".site-footer {", ".site-footer {\n  opacity: 0.987;");
    await expect.poll(styles).toContain("opacity:.987");

    await edit("src/site/settings/texts.ts", '"Latest"', '"Newest of all"');
    await expect.poll(home).toContain("Newest of all");
  });
});

/** Runs what `npm start` runs, in a copy of the project, and waits for the address it tells. */
async function started(project: string): Promise<string> {
  const packageFile: { scripts: { start: string } } = JSON.parse(
    await readFile(join(project, "package.json"), "utf8"),
  );
  const [command = "", ...flags] = packageFile.scripts.start.split(" ");
  const child = spawn(command, [...flags, "--port", String(await freePort())], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => ended(child));
  return toldAddress(child);
}

/** The text at an address; empty while the preview restarts. */
async function textAt(address: string): Promise<string> {
  return fetch(address).then(
    (response) => response.text(),
    () => "",
  );
}

/** `fetch` allows no Host of one's own. */
async function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}
