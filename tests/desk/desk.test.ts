import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { newDesk } from "../../src/desk/desk.ts";
import { shaOf } from "../../src/desk/desk-files.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { asNobody, forbid } from "../nobody.ts";
import { transparentPicture } from "../picture-files.ts";
import { articleText, filesBelow, run, siteFolder, smallSite } from "../site-folder.ts";

const picture = await transparentPicture(20, 10);
const shell = async (command: string, ...words: readonly string[]) => promisify(execFile)(command, words);

const closedSite = `${smallSite}categories: [{name: News}]\n`;
const ferry = articleText("Night ferry", "2026-11-02");
const site = { "site.yaml": closedSite, "articles/2026/11/ferry.md": ferry };

type Change = {
  operation?: string;
  path: string;
  content?: string | Uint8Array;
  sha?: string | undefined;
  opened?: string;
  from_path?: string;
};
type Answer = { status: number; message: string; json: Record<string, unknown> };

/** A desk with a site folder, and a way to save as the form does. */
async function deskOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await siteFolder(files);
  const desk = await newDesk(folder);
  const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {}, desk });
  onTestFinished(() => preview.close());
  const origin = `http://localhost:${preview.port}`;
  const token = new URL(desk.entrance, origin).searchParams.get("key") ?? "";
  const api = `${origin}/desk/api/v1/repos/dateline/site`;

  async function save(
    changes: readonly Change[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const body = changes.map(({ content = "", ...change }) => ({
      operation: "create",
      ...change,
      content: Buffer.from(content).toString("base64"),
    }));
    const response = await fetch(`${api}/contents`, {
      method: "POST",
      headers: { Authorization: `token ${token}`, ...headers },
      body: JSON.stringify({ branch: "main", files: body }),
    });
    const json = JSON.parse(await response.text());
    return { status: response.status, message: String(json.message ?? ""), json };
  }

  const call = (path: string) => fetch(api + path, { headers: { Authorization: `token ${token}` } });
  return {
    folder,
    origin,
    api,
    token,
    save,
    call,
    read: (path: string) => readFile(join(folder, path), "utf8"),
  };
}

describe("saving at the desk", () => {
  test("puts an article and its picture in place together, and the file passes check", async () => {
    const { folder, save, read } = await deskOf(site);
    const image = ["image: {src: ../../images/a.png, alt: A ferry}"];
    const text = articleText("Day ferry", "2026-11-03", image);
    const { status, json } = await save([
      { path: "articles/images/a.png", content: picture },
      { path: "articles/2026/11/day-ferry.md", content: text },
    ]);
    expect(status).toBe(201);
    expect(json["files"]).toEqual([
      { path: "articles/images/a.png", sha: shaOf(picture) },
      { path: "articles/2026/11/day-ferry.md", sha: shaOf(Buffer.from(text)) },
    ]);
    expect(await read("articles/2026/11/day-ferry.md")).toBe(text);
    expect(await run("check", "--site", folder)).toMatchObject({ exitCode: 0 });
  });

  test("puts the first article in place where there is no articles folder yet", async () => {
    const { folder, save, read } = await deskOf({ "site.yaml": closedSite });
    await rm(join(folder, "articles"), { recursive: true });
    const path = "articles/2026/11/ferry.md";
    expect(await save([{ path, content: ferry }])).toMatchObject({ status: 201 });
    expect(await read(path)).toBe(ferry);
  });

  test("goes on beside a file that cannot be read, and says of that file why it cannot", async () => {
    const month = "articles/2026/11";
    const { folder, api, token, save, call } = await deskOf({ ...site, [`${month}/locked.md`]: ferry });
    await mkdir(join(folder, month, "folder.md"));
    await chmod(join(folder, month), 0o777);
    await forbid(folder, `${month}/locked.md`);
    await asNobody(async () => {
      const { tree } = JSON.parse(await (await call("/git/trees/main")).text());
      expect(tree.map(({ path }: { path: string }) => path)).toEqual([`${month}/ferry.md`]);
      expect((await call("/branches/main")).status).toBe(200);
      const asked = ["locked", "ferry", "folder", "gone"].map((name) => `${month}/${name}.md`);
      const contents = await fetch(`${api}/file-contents`, {
        method: "POST",
        headers: { Authorization: `token ${token}` },
        body: JSON.stringify({ files: asked }),
      });
      expect(JSON.parse(await contents.text())).toEqual([
        { path: `${month}/ferry.md`, encoding: "base64", content: Buffer.from(ferry).toString("base64") },
      ]);
      const content = articleText("Day ferry", "2026-11-03");
      expect((await save([{ path: `${month}/day-ferry.md`, content }])).status).toBe(201);
      expect(await save([{ path: `${month}/locked.md`, content }])).toMatchObject({
        status: 422,
        message: `${month}/locked.md cannot be read or written: permission is denied; change its permissions, or run this as the user it belongs to.`,
      });
      expect(await save([{ path: `${month}/folder.md`, content }])).toMatchObject({
        status: 422,
        message: `${month}/folder.md cannot be read or written: it is a folder, where a file is needed.`,
      });
      expect((await call(`/raw/${month}/folder.md`)).status).toBe(422);
    });
  });

  test("says why where the system takes no file", async () => {
    const { folder, save } = await deskOf(site);
    await chmod(folder, 0o777);
    const content = articleText("Day ferry", "2026-11-03");
    await asNobody(async () => {
      expect(await save([{ path: "articles/new/day-ferry.md", content }])).toMatchObject({
        status: 422,
        message: expect.stringMatching(/^articles\/new cannot be read or written: permission is denied; /),
      });
    });
  });

  test("names contents as git does", () => {
    // `printf hello | git hash-object --stdin`
    expect(shaOf(Buffer.from("hello"))).toBe("b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0");
  });

  test("leaves line ends and byte-order mark as they were, and every byte where nothing changed", async () => {
    const path = "articles/2026/11/ferry.md";
    const original = `\uFEFF${ferry.replaceAll("\n", "\r\n")}`;
    const { save, read } = await deskOf({ ...site, [path]: original });
    const sha = shaOf(Buffer.from(original));
    expect((await save([{ operation: "update", path, content: ferry, sha }])).status).toBe(201);
    expect(await read(path)).toBe(original);
    const edited = ferry.replace("Night ferry", "Last ferry");
    expect((await save([{ operation: "update", path, content: edited, sha }])).status).toBe(201);
    expect(await read(path)).toBe(original.replace("Night ferry", "Last ferry"));
  });

  test("keeps the line end of each line in a file that has two kinds", async () => {
    const path = "articles/2026/11/ferry.md";
    const original = ferry.replace("---\n", "---\r\n");
    const { save, read } = await deskOf({ ...site, [path]: original });
    const sha = shaOf(Buffer.from(original));
    const content = ferry.replace("Night ferry", "Last ferry");
    expect((await save([{ operation: "update", path, content, sha }])).status).toBe(201);
    expect(await read(path)).toBe(original.replace("Night ferry", "Last ferry"));
  });

  test("reads no picture again that was not written to since the preview read it", async () => {
    const shown = articleText("Shown", "2026-11-03", ["image: {src: images/a.png, alt: A}"]);
    const { folder, save } = await deskOf({
      ...site,
      "articles/shown.md": shown,
      "articles/images/a.png": picture,
    });
    const file = join(folder, "articles/images/a.png");
    // At once, as the preview watches: nobody sees other bytes with another time.
    const other = join(folder, "other.png");
    await writeFile(other, Buffer.alloc(picture.length));
    await shell("touch", "-r", file, other);
    await rename(other, file);
    const content = shown.replace("Shown", "Shown again");
    const sha = shaOf(Buffer.from(shown));
    const change = { operation: "update", path: "articles/shown.md", content, sha };
    expect((await save([change])).status).toBe(201);
  });

  test.for([
    ["an unknown category", articleText("X", "2026-11-03", ["categories: [Newss]"]), 'did you mean "News"?'],
    ["an impossible date", articleText("X", "2026-02-30"), "does not exist in the calendar"],
    ["a picture that is not there", articleText("X", "2026-11-03", ["image: {src: a.png, alt: A}"]), "a.png"],
    [
      "an address that another article has",
      articleText("X", "2026-11-03", ["permalink: /2026/11/ferry/"]),
      "/2026/11/ferry/",
    ],
  ] as const)(
    "refuses an article with %s, in the words of check, and writes nothing",
    async ([, text, message]) => {
      const { folder, save } = await deskOf(site);
      const before = await filesBelow(folder);
      const changes = [
        { path: "articles/2026/11/x.md", content: text },
        { path: "articles/b.png", content: picture },
      ];
      const answer = await save(changes);
      expect(answer.status).toBe(422);
      expect(answer.message).toContain(message);
      expect(await filesBelow(folder)).toEqual(before);
    },
  );

  test("refuses to write over what was changed outside the desk meanwhile, and over another article", async () => {
    const path = "articles/2026/11/ferry.md";
    const { save, read } = await deskOf(site);
    const old = shaOf(Buffer.from("something else"));
    expect(await save([{ operation: "update", path, content: ferry, sha: old }])).toMatchObject({
      status: 409,
      message: expect.stringContaining("changed outside the desk"),
    });
    expect((await save([{ path, content: ferry }])).status).toBe(409);
    expect(await read(path)).toBe(ferry);
  });

  describe("from a form that was opened before the file was changed elsewhere", () => {
    const path = "articles/2026/11/ferry.md";
    const opened = ferry;
    // As the editor's tabs do, which share one memory: the name is that of what another tab has just saved.
    const update = (content: string, current: string) => [
      { operation: "update", path, content, opened, sha: shaOf(Buffer.from(current)) },
    ];

    test("brings both changes together where they do not touch, and says that the file is not what was sent", async () => {
      const current = ferry.replace("title: Night ferry", "title: Night ferry # checked");
      const { save, read } = await deskOf({ ...site, [path]: `\uFEFF${current.replaceAll("\n", "\r\n")}` });
      const sent = `${ferry.trim()}\n\nA paragraph more.\n`;
      const { status, json } = await save(update(sent, current));
      expect(status).toBe(201);
      const both = `\uFEFF${current.trim()}\n\nA paragraph more.\n`.replaceAll("\n", "\r\n");
      expect(await read(path)).toBe(both);
      // The editor takes the file for what it sent, unless it hears of another name.
      expect(json["files"]).toEqual([{ path, sha: shaOf(Buffer.from(sent)) }]);
      expect(shaOf(Buffer.from(both))).not.toBe(shaOf(Buffer.from(sent)));
    });

    test("refuses where both changed the same, shows both, and writes nothing", async () => {
      const current = ferry.replace("Night ferry", "Day ferry");
      const { folder, save } = await deskOf({ ...site, [path]: current });
      const before = await filesBelow(folder);
      const answer = await save(update(ferry.replace("Night ferry", "Last ferry"), current));
      expect(answer.status).toBe(409);
      expect(answer.message).toContain("Headline – in the file: “Day ferry” – in your form: “Last ferry”");
      expect(await filesBelow(folder)).toEqual(before);
    });

    test("refuses where the file is gone, or cannot be read any more", async () => {
      const damaged = "---\ntitle: [\n---\n\nText.\n";
      const { folder, save, read } = await deskOf({ ...site, [path]: damaged });
      const content = ferry.replace("Night ferry", "Last ferry");
      for (const current of [damaged, damaged.replace("[", "*Breaking*")]) {
        await writeFile(join(folder, path), current);
        expect(await save(update(content, current))).toMatchObject({
          status: 409,
          message: expect.stringContaining("cannot be read any more"),
        });
        expect(await read(path)).toBe(current);
      }
      await rm(join(folder, path));
      expect(await save(update(content, damaged))).toMatchObject({
        status: 409,
        message: expect.stringContaining("is gone"),
      });
    });

    test("saves the same again where the answer to the first save was lost", async () => {
      const { save, read } = await deskOf(site);
      const fresh = {
        path: "articles/2026/11/new.md",
        content: articleText("New", "2026-11-05"),
        opened: "",
      };
      const moved = {
        operation: "update",
        path: "articles/2026/12/f.md",
        from_path: path,
        content: ferry,
        opened,
      };
      for (const change of [fresh, fresh, moved, moved]) expect((await save([change])).status).toBe(201);
      expect(await read("articles/2026/12/f.md")).toBe(ferry);
    });
  });

  test("refuses an article of which it is not told what is written over", async () => {
    const { save, read } = await deskOf(site);
    const path = "articles/2026/11/ferry.md";
    const content = ferry.replace("Night ferry", "Last ferry");
    expect((await save([{ operation: "update", path, content }])).status).toBe(409);
    expect(await read(path)).toBe(ferry);
  });

  test("renames an article, but not onto another", async () => {
    const { folder, save, read } = await deskOf({
      ...site,
      "articles/2026/11/other.md": articleText("B", "2026-11-01"),
    });
    const from_path = "articles/2026/11/ferry.md";
    const sha = shaOf(Buffer.from(ferry));
    const moved = { operation: "update", from_path, content: ferry, sha };
    expect((await save([{ ...moved, path: "articles/2026/11/other.md" }])).status).toBe(409);
    expect((await save([{ ...moved, path: "articles/2026/12/ferries.md" }])).status).toBe(201);
    expect(await read("articles/2026/12/ferries.md")).toBe(ferry);
    expect(await readdir(join(folder, "articles/2026/11"))).toEqual(["other.md"]);
  });

  test("refuses a picture that is damaged, in the words of check", async () => {
    const { folder, save } = await deskOf(site);
    const before = await filesBelow(folder);
    const text = articleText("Day ferry", "2026-11-03", ["image: {src: a.png, alt: A ferry}"]);
    const answer = await save([
      { path: "articles/2026/11/a.png", content: "no picture" },
      { path: "articles/2026/11/day-ferry.md", content: text },
    ]);
    expect(answer).toMatchObject({ status: 422, message: expect.stringContaining("the file is damaged") });
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("refuses what the site's own rules make an error, and knows what stands beside the articles", async () => {
    const { save } = await deskOf({
      ...site,
      "site.yaml": `${site["site.yaml"]}style: {broken-link: error, lines-in-paragraph: error}\n`,
      "static/rates.pdf": "%PDF-1.4\n",
      "pages/about.md": "---\ntitle: About\n---\nWho we are.\n",
    });
    const path = "articles/2026/11/harbour.md";
    const saved = (body: string) => save([{ path, content: articleText("Harbour", "2026-11-03", [], body) }]);
    expect(await saved("See [them](/gone/).")).toMatchObject({
      status: 422,
      message: expect.stringContaining('the link "/gone/" leads to no page or file of this site'),
    });
    expect(await saved("One\ntwo\nthree.")).toMatchObject({
      status: 422,
      message: expect.stringContaining("are shown as one paragraph"),
    });
    expect((await saved("See [rates](/rates.pdf) and [us](/about/).")).status).toBe(201);
  });

  test("removes an article, but no picture that another article shows", async () => {
    const shown = articleText("Shown", "2026-11-03", ["image: {src: images/a.png, alt: A}"]);
    const { folder, save } = await deskOf({
      ...site,
      "articles/shown.md": shown,
      "articles/images/a.png": picture,
    });
    const sha = shaOf(picture);
    expect(await save([{ operation: "delete", path: "articles/images/a.png", sha }])).toMatchObject({
      status: 422,
      message: expect.stringContaining("articles/shown.md"),
    });
    const path = "articles/2026/11/ferry.md";
    expect((await save([{ operation: "delete", path, sha: shaOf(Buffer.from(ferry)) }])).status).toBe(201);
    expect(await readdir(join(folder, "articles/2026/11"))).toEqual([]);
  });

  test.for([
    "site.yaml",
    "../outside.md",
    "articles/../site.yaml",
    "articles/../../outside.md",
    "articles//a.md",
    "articles/.hidden.md",
    "articles/.git/a.md",
    "articles/a.js",
    "articles/a.svg",
    "articles/a.md/",
    "articles\\a.md",
    "/articles/a.md",
    "articles/linked/a.md",
    "articles/link.md",
  ])("writes nothing to %s", async (path) => {
    const elsewhere = await siteFolder({ "target.md": ferry });
    const { folder, save } = await deskOf(site);
    await mkdir(join(folder, "articles"), { recursive: true });
    await symlink(elsewhere, join(folder, "articles/linked"));
    await symlink(join(elsewhere, "target.md"), join(folder, "articles/link.md"));
    const content = articleText("X", "2026-11-03");
    expect((await save([{ path, content }])).status).toBe(403);
    expect(
      (await save([{ operation: "update", path: "articles/b.md", from_path: path, content }])).status,
    ).toBe(403);
    expect([...(await filesBelow(elsewhere)).keys()]).toEqual(["site.yaml", "target.md"]);
    expect(await readFile(join(elsewhere, "target.md"), "utf8")).toBe(ferry);
  });
});

describe("a page elsewhere", () => {
  const change = [{ path: "articles/x.md", content: articleText("X", "2026-11-03") }];

  test("can write nothing through the browser of a person at the desk", async () => {
    const { save } = await deskOf(site);
    expect((await save(change, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await save(change, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await save(change, { "Sec-Fetch-Site": "same-site" })).status).toBe(403);
    expect((await save(change, { Authorization: "token guess" })).status).toBe(401);
  });

  test("can read nothing, neither by another name of this machine nor without the token", async () => {
    const { api, origin } = await deskOf(site);
    expect((await fetch(`${api}/raw/articles/2026/11/ferry.md`)).status).toBe(401);
    const response = await fetch(`${origin}/desk/config.json`);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const status = await new Promise((resolve, reject) => {
      get(`${origin}/desk/config.json`, { headers: { Host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on("error", reject);
    });
    expect(status).toBe(403);
  });
});

describe("another user of the machine", () => {
  test("finds the key nowhere: neither on the desk's pages nor in a file", async () => {
    const { origin, folder, token } = await deskOf(site);
    expect(token).toHaveLength(32);
    for (const path of ["/desk/", "/desk/config.json", "/desk/desk.js", "/", "/_desk/"]) {
      expect(await (await fetch(origin + path)).text()).not.toContain(token);
    }
    expect((await stat(join(folder, ".cache/desk-key"))).mode & 0o777).toBe(0o600);
  });

  test("cannot give the desk a key of theirs, and a key stays what it is where nobody else may read it", async () => {
    const folder = await siteFolder(site);
    const file = join(folder, ".cache/desk-key");
    const { entrance } = await newDesk(folder);
    expect((await newDesk(folder)).entrance).toBe(entrance);
    await chmod(file, 0o644);
    const another = (await newDesk(folder)).entrance;
    expect(another).not.toBe(entrance);
    await rm(file);
    await symlink(join(folder, "site.yaml"), file);
    expect((await newDesk(folder)).entrance).not.toBe(another);
    expect(await readFile(join(folder, "site.yaml"), "utf8")).toBe(closedSite);
  });
});

describe("the desk beside the preview", () => {
  test("lists articles and pictures, and nothing else of the site folder", async () => {
    const { call, folder } = await deskOf({
      ...site,
      "articles/images/a.png": "p",
      "articles/notes.txt": "x",
      "secret.md": "x",
    });
    const { tree } = JSON.parse(await (await call("/git/trees/main?recursive=1&page=1")).text());
    expect(tree.map(({ path }: { path: string }) => path)).toEqual([
      "articles/2026/11/ferry.md",
      "articles/images/a.png",
    ]);
    expect((await call("/raw/secret.md")).status).toBe(404);
    const elsewhere = await siteFolder({ "target.md": ferry });
    await symlink(join(elsewhere, "target.md"), join(folder, "articles/link.md"));
    expect((await call("/raw/articles/link.md")).status).toBe(404);
    expect(await (await call("/media/main/articles/images/a.png")).text()).toBe("p");
  });

  test("leads from an article's file to its page", async () => {
    const { origin } = await deskOf(site);
    const response = await fetch(`${origin}/desk/shown/articles/2026/11/ferry.md`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/2026/11/ferry/"]);
  });

  test("may do below /desk/ alone what the strict policy forbids", async () => {
    const { origin } = await deskOf(site);
    const policy = async (path: string) =>
      (await fetch(origin + path)).headers.get("content-security-policy") ?? "";
    expect(await policy("/desk/")).toContain("style-src 'self' 'unsafe-inline'");
    expect(await policy("/desk/")).not.toContain("'unsafe-eval'");
    for (const path of ["/", "/2026/11/ferry/", "/desk/shown/articles/none.md"]) {
      expect(await policy(path)).not.toContain("unsafe-inline");
    }
  });

  test("is not there with the preview alone", async () => {
    const preview = await startPreview({ siteFolder: await siteFolder(site), port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    expect((await fetch(`http://localhost:${preview.port}/desk/`)).status).toBe(404);
  });
});
