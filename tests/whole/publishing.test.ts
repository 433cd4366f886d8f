import { join } from "node:path";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { serveBuiltSite } from "../browser/built-site-server.ts";
import { articleText, builtSite, filesBelow, run, siteFolder, smallSite } from "../site-folder.ts";

/** A picture of one pixel. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** An article with its word in every field, and in the name of every file of its own. */
function canary(word: string, date: string, ...lines: readonly string[]) {
  const text = articleText(
    `${word}title`,
    date,
    [
      `categories: [News, ${word}category]`,
      `tags: [ferry, ${word}tag, ${word}태그]`,
      `series: ${word}series`,
      `description: ${word}description`,
      `dateline: ${word}dateline`,
      `authors: [${word}author]`,
      `image: {src: ${word}image.png, alt: ${word}alt, caption: ${word}caption, credit: ${word}credit}`,
      `corrections: [{date: ${date}, text: ${word}correction}]`,
      `aliases: [/${word}alias/, /2019/${word}기사/]`,
      ...lines,
    ],
    `${word}body [${word}link](https://${word}.example/)[^1]\n\n## ${word}heading\n\n![${word}shown](${word}photo.png)\n\n[^1]: ${word}note`,
  );
  return {
    [`articles/${word}slug.md`]: text,
    [`articles/${word}image.png`]: picture,
    [`articles/${word}photo.png`]: picture,
  };
}

const published = {
  "site.yaml": `${smallSite}pageSize: 2\n`,
  "articles/first.md": articleText("First", "2026-11-01", ["tags: [ferry]"]),
  "articles/second.md": articleText("Second", "2026-11-22", ["tags: [ferry]"]),
  "articles/third.md": articleText("Third", "2026-11-24", ["tags: [ferry]"]),
};

const unpublished = {
  ...canary("qzdraft", "2026-11-23", "source: qzdraftsource", "draft: true"),
  ...canary("qzlater", "2026-11-24 09:00", "source: {name: qzlatersource, url: https://qzlater.example/1}"),
  ...canary("qzgone", "2026-11-23", "expires: 2026-11-24"),
};

/** Without a picture, so that they would have cards. */
const plain = {
  "articles/plain-draft.md": articleText("qzdraft", "2026-11-23", ["draft: true"]),
  "articles/plain-later.md": articleText("qzlater", "2026-11-25"),
  "articles/plain-gone.md": articleText("qzgone", "2026-11-23", ["expires: 2026-11-24"]),
};

const before = "2026-11-24T08:59:59Z";

/** Everything a build writes, search index included, by path: what is packed is unpacked. */
async function everythingBuilt(folder: string, now: string): Promise<Map<string, string>> {
  const { exitCode, stderr } = await run("build", "--site", folder, "--now", now);
  if (exitCode !== 0) throw new Error(stderr);
  const files = await filesBelow(join(folder, "_site"));
  return new Map(
    [...files].map(([path, bytes]) => [path, unpacked(path, Buffer.from(bytes, "latin1")).toString()]),
  );
}

function unpacked(path: string, bytes: Buffer): Buffer {
  // The words of a piece of the index follow three bytes that say how long they are.
  if (path.endsWith(".piece")) return inflateRawSync(bytes.subarray(3, 3 + bytes.readUIntBE(0, 3)));
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes) : bytes;
}

/** The files that have a word in their path or anywhere in their bytes. */
function mentions(files: ReadonlyMap<string, string>, word: string): string[] {
  return [...files]
    .filter(([path, text]) => `${path}\n${text}`.toLowerCase().includes(word))
    .map(([path]) => path);
}

describe("a story that is not published", () => {
  test("leaves no word in any byte of the site, but for the address of what has expired", async () => {
    const files = await everythingBuilt(await siteFolder({ ...published, ...unpublished }), before);
    expect(mentions(files, "qzdraft")).toEqual([]);
    expect(mentions(files, "qzlater")).toEqual([]);
    expect(mentions(files, "qzgone")).toEqual(["_redirects"]);
    expect(
      files
        .get("_redirects")
        ?.split("\n")
        .filter((rule) => rule.includes("qz")),
    ).toEqual([
      "/2019/qzgone%EA%B8%B0%EC%82%AC/ /410.html 410",
      "/2026/11/qzgoneslug/ /410.html 410",
      "/qzgonealias/ /410.html 410",
    ]);
  });

  test("would be found in all kinds of files if it were there", async () => {
    const files = await everythingBuilt(
      await siteFolder({ ...published, ...canary("qzdraft", "2026-11-23") }),
      before,
    );
    const found = mentions(files, "qzdraft");
    expect(found.map((path) => path.replace(/\.[0-9a-f]{10}\.json$/, ".json"))).toEqual(
      expect.arrayContaining([
        "2026/11/second/index.html",
        "2026/11/qzdraftslug/index.html",
        "_redirects",
        "category/news/feed.json",
        "category/qzdraftcategory/index.html",
        "corrections/index.html",
        "feed.xml",
        "news-sitemap.xml",
        "pagefind/facets.json",
        "pagefind/words.json",
        "sitemap-articles-2026.xml",
        "tag/qzdrafttag/feed.xml",
        "tags/index.html",
      ]),
    );
    expect([...files.keys()].filter((path) => /^media\/.*(?<!-card\.png)$/.test(path))).not.toEqual([]);
    const kinds = new Set(found.map((path) => /[^.]*$/.exec(path)?.[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(["html", "xml", "json", "piece", "pf_fragment"]));
  });

  test("changes no count, no page and no neighbour: the site is the same without it", async () => {
    const files = await everythingBuilt(await siteFolder({ ...published, ...unpublished, ...plain }), before);
    const without = await everythingBuilt(await siteFolder(published), before);
    const others = ["_redirects", "410.html", ".well-known/next-publish.json"];
    const list = ".dateline-files";
    expect(files.get(list)?.replace('"410.html",', "").split("\n")[1]).toBe(
      without.get(list)?.split("\n")[1],
    );
    for (const path of [...others, list]) {
      files.delete(path);
      without.delete(path);
    }
    expect([...files.keys()]).toEqual([...without.keys()]);
    expect([...files].filter(([path, text]) => text !== without.get(path)).map(([path]) => path)).toEqual([]);
  });

  test("is shown and marked where a build asks for drafts", async () => {
    const files = await builtSite(await siteFolder({ ...published, ...unpublished }), {
      now: before,
      drafts: true,
    });
    const markOf = (name: string) =>
      /<p class="mark">([^<]*)<\/p>/.exec(files.get(`2026/11/${name}/index.html`) ?? "")?.[1]?.trim();
    expect(markOf("qzdraftslug")).toBe("Draft");
    expect(markOf("qzlaterslug")).toBe("Scheduled");
    expect(markOf("qzgoneslug")).toBe("Expired");
    expect(markOf("first")).toBeUndefined();
    expect(files.get("_redirects")).not.toContain(" 410");
  });
});

describe("a scheduled story", () => {
  test("comes out when it is due, at the second", async () => {
    const folder = await siteFolder({ "articles/later.md": articleText("Later", "2026-11-24 09:00") });
    expect((await builtSite(folder, { now: before })).has("2026/11/later/index.html")).toBe(false);
    const files = await builtSite(folder, { now: "2026-11-24T09:00:00Z" });
    expect(files.get("2026/11/later/index.html")).toContain("<h1>Later</h1>");
  });
});

describe("an expired story", () => {
  const site = {
    "articles/stays.md": articleText("Stays", "2026-11-01"),
    "articles/goes.md": articleText("Goes", "2026-11-02", ["expires: 2026-11-24 09:00", "aliases: [/old/]"]),
  };

  test("is out until its moment, and answers 410 from then on, at its old addresses too", async () => {
    const folder = await siteFolder(site);
    const answers = async (now: string) => {
      await builtSite(folder, { now });
      const server = await serveBuiltSite(join(folder, "_site"));
      onTestFinished(() => server.close());
      const addresses = ["/2026/11/goes/", "/old/", "/2026/11/stays/", "/2026/11/never/"];
      return Promise.all(
        addresses.map(async (address) => {
          const response = await fetch(server.origin + address, { redirect: "manual" });
          return [response.status, /<h1>([^<]*)/.exec(await response.text())?.[1]];
        }),
      );
    };
    const stays = [200, "Stays"];
    const never = [404, "Page not found"];
    expect(await answers("2026-11-24T08:59:59Z")).toEqual([[200, "Goes"], [301, undefined], stays, never]);
    const gone = [410, "Page taken down"];
    expect(await answers("2026-11-24T09:00:00Z")).toEqual([gone, gone, stays, never]);
  });

  test.for([
    ["ko", "게시가 종료된 페이지입니다"],
    ["ar", "لم تعد هذه الصفحة منشورة"],
  ])("has a page in its place in the language of the site: %s", async ([language = "", heading = ""]) => {
    const folder = await siteFolder({ ...site, "site.yaml": `${smallSite}language: ${language}\n` });
    const page = (await builtSite(folder, { now: "2026-11-25" })).get("410.html");
    expect(page).toContain(`<h1>${heading}</h1>`);
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  test("has no page in its place before there is one", async () => {
    const files = await builtSite(await siteFolder(site), { now: before });
    expect(files.has("410.html")).toBe(false);
  });

  test("keeps its address: no other story may take it", async () => {
    const folder = await siteFolder({
      ...site,
      "articles/taker.md": articleText("Taker", "2026-11-03", ["permalink: /2026/11/goes/"]),
    });
    const { exitCode, stdout } = await run("check", "--site", folder, "--now", "2026-11-25");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("same-address");
  });

  test("is missed by those who link to it", async () => {
    const folder = await siteFolder({
      ...site,
      "articles/links.md": articleText("Links", "2026-11-03", [], "See [this](/2026/11/goes/)."),
    });
    const { stdout } = await run("check", "--site", folder, "--now", "2026-11-25");
    expect(stdout).toContain(
      'links.md:6:12 warning unready-link: the link "/2026/11/goes/" leads to articles/goes.md, which is expired',
    );
  });
});

describe("a build", () => {
  const nextOf = async (folder: string, now: string) => {
    const { stdout } = await run("build", "--site", folder, "--no-search", "--now", now);
    const files = await filesBelow(join(folder, "_site"));
    return [stdout.split("\n").slice(2).join("\n"), files.get(".well-known/next-publish.json")];
  };

  test("tells when the next story is due or expires, and publishes that moment alone", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}timezone: Asia/Seoul\n`,
      "articles/a.md": articleText("A", "2026-12-01 08:30", ["expires: 2026-12-24"]),
      "articles/b.md": articleText("B", "2026-11-30", ["draft: true"]),
    });
    expect(await nextOf(folder, "2026-11-24")).toEqual([
      "The next story is due at 2026-12-01T08:30:00+09:00.\n",
      '{"next": "2026-12-01T08:30:00+09:00"}\n',
    ]);
    expect(await nextOf(folder, "2026-12-02")).toEqual([
      "The next story expires at 2026-12-24T00:00:00+09:00.\n",
      '{"next": "2026-12-24T00:00:00+09:00"}\n',
    ]);
    expect(await nextOf(folder, "2026-12-24")).toEqual(["", '{"next": null}\n']);
  });
});
