import { describe, expect, test } from "vitest";
import { readFolder, told } from "../read-folder.ts";

describe("a folder of Eleventy", () => {
  test("is read with its input folder, its data files and the permalinks that are texts", async () => {
    const old = await readFolder({
      "eleventy.config.js": 'export default () => ({ dir: { input: "src", output: "_site" } });\n',
      "src/_data/site.json": '{ "title": "E", "url": "https://e.example" }',
      "src/posts/posts.json": '{ "layout": "post.njk", "tags": ["posts"], "author": "Newsroom" }',
      "src/posts/2020-01-02-ferry.md":
        '---\ntitle: Ferry\ntags: [harbour]\n---\n{% image "img/ferry.jpg", "The ferry" %}\n',
      "img/ferry.jpg": "x",
      "src/posts/tunnel.md":
        "---\ntitle: The Tunnel\ndate: 2020-02-03\npermalink: \"/{{ page.date | date: '%Y/%m' }}/{{ title | slugify }}/\"\n---\nText.\n",
      "src/news/news.11tydata.js": "export default { permalink: ({ page }) => `/n/${page.fileSlug}/` };\n",
      "src/news/flood.md": "---\ntitle: Flood\ndate: 2020-03-04\n---\nText.\n",
      "src/strange.md":
        "---\ntitle: Strange\ndate: 2020-03-05\npermalink: '/{{ secret | of }}/'\n---\nText.\n",
      "src/about/index.md": "---\ntitle: About\ndate: Last Modified\n---\nWe.\n",
      "src/index.njk": "{{ collections.posts }}",
      "src/tags.md": "---\ntitle: Tags\npagination: { data: collections, size: 1 }\n---\n",
      "src/_includes/post.njk": "{{ content }}",
    });
    expect(old.site).toMatchObject({ url: "https://e.example/", title: "E" });
    expect(told(old.stories.get("src/posts/2020-01-02-ferry.md"))).toEqual({
      kind: "article",
      title: "Ferry",
      slug: "ferry",
      date: "2020-01-02",
      tags: ["harbour"],
      authors: ["Newsroom"],
      address: "https://e.example/posts/ferry/",
    });
    // Where the folder begins, as Eleventy looks for pictures.
    expect(old.stories.get("src/posts/2020-01-02-ferry.md")?.body().text).toContain('src="/img/ferry.jpg"');
    expect(old.stories.get("src/posts/tunnel.md")?.address).toBe("https://e.example/2020/02/the-tunnel/");
    expect(old.stories.get("src/news/flood.md")?.address).toBe("https://e.example/n/flood/");
    expect(old.stories.get("src/strange.md")?.address).toBeUndefined();
    expect(old.notes.find(({ code }) => code === "lost-address")?.message).toBe(
      "where 1 text of Eleventy was published is not known, so nothing leads on from there: src/strange.md",
    );
    expect(told(old.stories.get("src/about/index.md"))).toMatchObject({
      kind: "page",
      address: "https://e.example/about/",
    });
    expect([...old.stories.keys()]).not.toContain("src/tags.md");
  });
});

describe("a folder of Pelican", () => {
  test("is read with plain headers, its settings, and links by file", async () => {
    const old = await readFolder({
      "pelicanconf.py":
        "SITENAME = 'P'\nAUTHOR = 'Newsroom'\nTIMEZONE = 'Asia/Tokyo'\nARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'\nDEFAULT_LANG = 'ja'\n# SITEURL = 'http://nowhere.example'\n",
      "publishconf.py": "SITEURL = 'https://p.example'\nFEED_ALL_ATOM = 'feeds/all.atom.xml'\n",
      "content/Asia/ferry.md":
        "Title: Ferry returns\nDate: 2020-01-02 9:05\nModified: 2020-01-03\nTags: harbour, ferry town\nAuthors: Tan, Mei; Ng, Jo\nSummary: It is back.\n\nSee [the tunnel]({filename}tunnel.md), ![Map]({static}/images/map.png) and [more]({tag}harbour).\n",
      "content/Asia/tunnel.md":
        "Title: Tunnel\nDate: 2020-02-03\nSlug: tube\nCategory: Business\nStatus: draft\n\nText.\n",
      "content/pages/about.md": "Title: About\n\nWe.\n",
      "content/images/map.png": "x",
      "content/old.rst": "Old\n===\n",
    });
    expect(old.site).toMatchObject({
      url: "https://p.example/",
      title: "P",
      language: "ja",
      feeds: ["https://p.example/feeds/all.atom.xml"],
    });
    const ferry = old.stories.get("content/Asia/ferry.md");
    expect(told(ferry)).toEqual({
      kind: "article",
      title: "Ferry returns",
      slug: "ferry-returns",
      date: "2020-01-02T09:05:00+09:00",
      updated: "2020-01-03",
      description: "It is back.",
      categories: ["Asia"],
      tags: ["harbour", "ferry town"],
      authors: ["Tan, Mei", "Ng, Jo"],
      address: "https://p.example/posts/2020/01/ferry-returns/",
    });
    expect(ferry?.body().text).toBe(
      "See [the tunnel](/content/Asia/tunnel.md), ![Map](/images/map.png) and [more](/tag/harbour.html).\n",
    );
    expect(told(old.stories.get("content/Asia/tunnel.md"))).toMatchObject({
      isDraft: true,
      categories: ["Business"],
    });
    expect(told(old.stories.get("content/pages/about.md"))).toMatchObject({
      kind: "page",
      address: "https://p.example/pages/about.html",
    });
    expect(old.notes.filter(({ item }) => item === "content/old.rst").map(({ code }) => code)).toEqual([
      "other-kind",
    ]);
  });

  test("holds stories that speak of collections, or show how they are listed", async () => {
    const { stories } = await readFolder({
      "eleventy.config.js": "export default {};\n",
      "posts/2020-01-02-museum.md": "---\ntitle: Museum\n---\nIt has two collections. Both are old.\n",
      "posts/2020-01-03-lists.md": "---\ntitle: Lists\n---\n```\n{% for post in collections.posts %}\n```\n",
      "about.md": "---\ntitle: About\n---\nWe keep collections.\n",
      "list.md": "---\ntitle: List\n---\n{% for post in collections.posts %}{{ post.url }}{% endfor %}\n",
    });
    expect([...stories.keys()].sort()).toEqual([
      "about.md",
      "posts/2020-01-02-museum.md",
      "posts/2020-01-03-lists.md",
    ]);
  });
});

describe("a folder of Astro", () => {
  test("is published by the dates of its texts, where its routes are named for these, and by their permalinks", async () => {
    const { stories } = await readFolder({
      "astro.config.mjs": "export default defineConfig({ site: 'https://a.example' });\n",
      "src/pages/[...slug].astro": "---\n---\n",
      "src/pages/[year]/[month]/[day]/[slug].astro": "---\n---\n",
      "src/content/posts/2020-01-02-ferry.md": "---\ntitle: Ferry\n---\nText.\n",
      "src/content/pages/about.md": "---\ntitle: About\npublished: true\n---\nWe.\n",
      "src/content/pages/team.md": "---\ntitle: Team\npermalink: /about/team/\n---\nWe.\n",
    });
    expect([...stories.values()].map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      "page https://a.example/about/",
      "page https://a.example/about/team/",
      "article https://a.example/2020/01/02/ferry/",
    ]);
  });

  test("is read from its collections, published where its routes say, with pictures of any folder", async () => {
    const old = await readFolder({
      "astro.config.mjs":
        "export default defineConfig({ site: 'https://a.example', trailingSlash: 'never' });\n",
      "src/pages/blog/[...slug].astro": "---\n---\n",
      "src/pages/rss.xml.js": "x",
      "src/pages/tags/[tag].astro": "x",
      "src/pages/about.md": "---\ntitle: About\n---\nWe.\n",
      "src/content/blog/Ferry Returns.mdx":
        "---\ntitle: Ferry\npubDate: 'Jan 02 2020'\nupdatedDate: 2020-01-03\nheroImage: ../../assets/ferry.jpg\ntags: [harbour]\n---\nimport Chart from '../../components/Chart.astro';\nimport map from '../../assets/map.png';\n\n<Chart data={[1, 2]}>\n\nWords **within**.\n\n</Chart>\n\n<Image src={map} alt=\"The map\" />\n\nSee [tunnel](./tunnel.md).\n",
      "src/content/blog/tunnel.md": "---\ntitle: Tunnel\npubDate: 2020-02-03\ndraft: false\n---\nText.\n",
      "src/content/authors/mei.md": "---\nname: Mei Tan\n---\nBio.\n",
      "src/assets/ferry.jpg": "x",
      "src/assets/map.png": "x",
      "public/logo.png": "x",
    });
    expect(old.site).toMatchObject({ url: "https://a.example/", feeds: ["https://a.example/rss.xml"] });
    const ferry = old.stories.get("src/content/blog/Ferry Returns.mdx");
    expect(told(ferry)).toEqual({
      kind: "article",
      title: "Ferry",
      slug: "ferry-returns",
      date: "2020-01-02",
      updated: "2020-01-03",
      tags: ["harbour"],
      image: { src: "https://a.example/src/assets/ferry.jpg" },
      address: "https://a.example/blog/ferry-returns",
    });
    const body = ferry?.body();
    expect(body?.text.replace(/\n{2,}/g, "\n\n").trim()).toBe(
      'Words **within**.\n\n<figure><img src="/src/assets/map.png" alt="The map"></figure>\n\nSee [tunnel](/blog/tunnel).',
    );
    expect(body?.lost).toEqual([
      {
        code: "unknown-code",
        message: '"Chart" is a code that is not known; it is taken out: <Chart data={[1, 2]}>',
      },
    ]);
    expect(told(old.stories.get("src/pages/about.md"))).toMatchObject({
      kind: "page",
      address: "https://a.example/about/",
    });
    expect(old.files.map(({ src }) => src)).toEqual([
      "https://a.example/logo.png",
      "https://a.example/src/assets/ferry.jpg",
      "https://a.example/src/assets/map.png",
    ]);
    expect(old.terms).toMatchObject([{ name: "harbour", oldAddresses: ["https://a.example/tags/harbour/"] }]);
  });
});
