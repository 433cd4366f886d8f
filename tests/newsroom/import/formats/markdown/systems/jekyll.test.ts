import { describe, expect, test } from "vitest";
import { readFolder, told } from "../read-folder.ts";

const config = `title: Harbour Times
url: https://times.example
baseurl: /news
timezone: Asia/Seoul
permalink: /:categories/:year/:month/:day/:title:output_ext
defaults:
  - scope: { path: "", type: posts }
    values: { author: Newsroom, layout: post }
  - scope: { path: "asia/_posts" }
    values: { author: Mei Tan }
plugins: [jekyll-feed]
jekyll-archives:
  permalinks: { tag: "/topics/:name/" }
`;

describe("a folder of Jekyll", () => {
  test("is read with what its configuration says: addresses, zone, defaults, feeds, listings", async () => {
    const old = await readFolder({
      "_config.yml": config,
      "_posts/2020-1-2-Ferry-returns.md":
        "---\ntitle: Ferry returns\ndate: 2020-01-02 9:05\ncategories: asia business\ntags: harbour ferry\nredirect_from: /old/ferry\n---\nText.\n",
      "asia/_posts/2020-01-03-tunnel.markdown": "---\ntitle: Tunnel\npermalink: /tunnel.html\n---\nText.\n",
      "_drafts/unready.md": "---\ntitle: Unready\n---\nText.\n",
      "about.md": "---\nlayout: page\ntitle: About us\n---\nWe.\n",
      "assets/ferry.jpg": "x",
    });
    expect(old.site).toEqual({
      kind: "site",
      url: "https://times.example/news/",
      title: "Harbour Times",
      feeds: ["https://times.example/news/feed.xml"],
    });
    expect(told(old.stories.get("_posts/2020-1-2-Ferry-returns.md"))).toEqual({
      kind: "article",
      title: "Ferry returns",
      slug: "Ferry-returns",
      date: "2020-01-02T09:05:00+09:00",
      categories: ["asia", "business"],
      tags: ["harbour", "ferry"],
      authors: ["Newsroom"],
      address: "https://times.example/news/asia/business/2020/01/02/Ferry-returns.html",
      oldAddresses: ["https://times.example/news/old/ferry"],
    });
    expect(told(old.stories.get("asia/_posts/2020-01-03-tunnel.markdown"))).toEqual({
      kind: "article",
      title: "Tunnel",
      slug: "tunnel",
      date: "2020-01-03",
      categories: ["asia"],
      authors: ["Mei Tan"],
      address: "https://times.example/news/tunnel.html",
    });
    expect(told(old.stories.get("_drafts/unready.md"))).toEqual({
      kind: "article",
      title: "Unready",
      slug: "unready",
      isDraft: true,
    });
    expect(told(old.stories.get("about.md"))).toEqual({
      kind: "page",
      title: "About us",
      slug: "about",
      address: "https://times.example/news/about.html",
    });
    expect(old.files).toMatchObject([
      { id: "assets/ferry.jpg", src: "https://times.example/news/assets/ferry.jpg" },
    ]);
    expect(old.terms).toMatchObject([
      { termKind: "category", name: "asia", oldAddresses: ["https://times.example/news/category/asia/"] },
      { termKind: "category", name: "business" },
      {
        termKind: "tag",
        name: "harbour",
        slug: "harbour",
        oldAddresses: ["https://times.example/news/topics/harbour/"],
      },
      { termKind: "tag", name: "ferry" },
    ]);
  });

  test.for([
    ["date", "/asia/2020/01/02/ferry.html"],
    ["pretty", "/asia/2020/01/02/ferry/"],
    ["ordinal", "/asia/2020/002/ferry.html"],
    ["none", "/asia/ferry.html"],
    ["/:short_year/:i_month/:i_day/:slug", "/20/1/2/ferry"],
    ["/:long_month/:year/:title/", "/January/2020/ferry/"],
  ])("publishes by its permalink %s at %s", async ([permalink, address]) => {
    const { stories } = await readFolder({
      "_config.yml": `permalink: ${permalink}\n`,
      "_posts/2020-01-02-ferry.md": "---\ntitle: Ferry\ncategory: Asia\n---\n",
    });
    expect([...stories.values()].map((story) => story.address)).toEqual([address]);
  });

  test("publishes without a configuration by date", async () => {
    const { stories } = await readFolder({ "_posts/2020-01-02-ferry.md": "---\ntitle: Ferry\n---\n" });
    expect(stories.get("_posts/2020-01-02-ferry.md")?.address).toBe("/2020/01/02/ferry.html");
  });

  test("takes no picture that the configuration gives many texts for one of a story's own, and lists it once", async () => {
    const old = await readFolder({
      "_config.yml": `defaults:
  - scope: { path: "" }
    values: { image: /assets/harbour.png, header: { teaser: /assets/small.png } }
`,
      "_posts/2020-01-02-ferry.md": "---\ntitle: Ferry\n---\nText.\n",
      "_posts/2020-01-03-bus.md": "---\ntitle: Bus\n---\nText.\n",
      "_posts/2020-01-04-tram.md": "---\ntitle: Tram\nimage: /assets/tram.jpg\n---\nText.\n",
    });
    expect([...old.stories.values()].map(({ image }) => image?.src)).toEqual([
      undefined,
      undefined,
      "/assets/tram.jpg",
    ]);
    expect(
      old.notes.flatMap(({ code, item, message }) =>
        code === "unknown-key" ? `${item}: ${message.split(", ").at(-1)}` : [],
      ),
    ).toEqual(['key "image": in 2 texts', 'key "header": in 2 texts']);
  });

  test("gives the other posts where one is wrong, and tells its line and column", async () => {
    const old = await readFolder({
      "_config.yml": "title: T\n",
      "_posts/2020-01-02-good.md": "---\ntitle: Good\n---\n",
      "_posts/2020-01-03-wrong.md": "---\nlayout: post\ntitle: Wrong: very\n---\n",
      "_posts/2020-01-04-latin.md": new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]),
      "_posts/2020-01-05-binary.md": "---\ntitle: \0\n---\n",
    });
    expect([...old.stories.keys()]).toEqual(["_posts/2020-01-02-good.md"]);
    expect(old.faults).toEqual([
      "old/_posts/2020-01-03-wrong.md:3:8 yaml-syntax",
      "old/_posts/2020-01-04-latin.md:2:1 invalid-utf8",
      "old/_posts/2020-01-05-binary.md:undefined:undefined binary-file",
    ]);
    expect(old.notes.filter(({ code }) => code === "at-fault").map(({ item }) => item)).toEqual([
      "_posts/2020-01-03-wrong.md",
      "_posts/2020-01-04-latin.md",
      "_posts/2020-01-05-binary.md",
    ]);
    expect(old.entries.filter((entry) => entry.kind === "fault" && entry.stops)).toEqual([]);
  });

  test("tells of all that is no story, lists and templates in a line each", async () => {
    const old = await readFolder({
      "_config.yml": "title: T\n",
      "_posts/2020-01-02-a.md": "---\ntitle: A\nmood: grim\nlayout: post\nlang: klingonisch\n---\n",
      "_posts/2020-01-03-b.md": "---\ntitle: B\nmood: gay\nlayout: post\n---\n",
      "_posts/2020-01-04-c.md": "No front matter.\n",
      "_posts/2020-01-05-d.md": "---\ntitle: D\nstatus: private\n---\n",
      "_layouts/post.html": "<p>{{ content }}</p>",
      "css/site.css": "p {}",
      "index.md": "---\nlayout: home\n---\n\n",
      "index.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}",
      "README.md": "# For developers\n",
      "notes.rst": "Title\n=====\n",
      "_site/index.html": "made",
      "node_modules/x/readme.md": "---\ntitle: X\n---\n",
    });
    expect([...old.stories.keys()]).toEqual(["_posts/2020-01-02-a.md", "_posts/2020-01-03-b.md"]);
    expect(old.notes.map(({ code, item, message }) => `${code} ${item}: ${message}`)).toEqual([
      'unusable-value _posts/2020-01-02-a.md: lang: "klingonisch" is the code of no language',
      'not-published _posts/2020-01-05-d.md: it is none for readers: its status is "private"',
      "other-kind notes.rst: it is reStructuredText, which is not read; make it Markdown, by pandoc say",
      "other-kind README.md: it lies where Jekyll publishes no stories from, or has no front matter",
      "other-kind _posts/2020-01-04-c.md: it lies where Jekyll publishes no stories from, or has no front matter",
      "other-kind listings: files that list other pages, as Dateline's own listings do, or have no text but what their layout makes: 2 (index.html, index.md)",
      "other-kind templates, styles and settings: files that make the old site, and are not needed: 3 (_layouts/post.html, _config.yml, css/site.css)",
      'unknown-key key "mood": it is not known, and what it says is left out; --map can say which of ours it is, in 2 texts',
      'unknown-key key "layout": it says how a text is shown or kept, nothing of what is in it, and is left out, in 2 texts',
    ]);
    expect(old.notes.find(({ item }) => item === 'key "mood"')?.place).toMatchObject({
      file: "old/_posts/2020-01-02-a.md",
      line: 3,
    });
  });
});

describe("a folder of Hexo", () => {
  test("is read with its permalink, its categories below each other, and its asset folders", async () => {
    const old = await readFolder({
      "_config.yml":
        "title: 港口\nurl: https://h.example\nlanguage: zh-CN\ntimezone: Asia/Shanghai\npermalink: :year/:month/:day/:title/\ntag_dir: biaoqian\n",
      "source/_posts/渡轮.md":
        "---\ntitle: 渡轮\ndate: 2020-01-02 09:05:00\ncategories:\n  - [新闻, 亚洲]\ntags: 港口\n---\n{% asset_img 船.jpg 一艘船 %}\n{% post_link second 第二 %}\n",
      "source/_posts/渡轮/船.jpg": "x",
      "source/_posts/second.md": "---\ntitle: Second\ndate: 2020-01-03\n---\nText.\n",
      "source/about/index.md": "---\ntitle: 关于\n---\nWe.\n",
      "source/tags/index.md": "---\ntitle: 标签\ntype: tags\n---\n",
    });
    const story = old.stories.get("source/_posts/渡轮.md");
    expect(told(story)).toEqual({
      kind: "article",
      title: "渡轮",
      slug: "渡轮",
      date: "2020-01-02T09:05:00+08:00",
      categories: ["新闻", "亚洲"],
      tags: ["港口"],
      address: "https://h.example/2020/01/02/渡轮/",
    });
    expect(story?.body().text.trim()).toBe(
      '<figure><img src="/_posts/渡轮/船.jpg" alt="一艘船"></figure>\n\n\n[第二](/2020/01/03/second/)',
    );
    expect(old.stories.get("source/about/index.md")).toMatchObject({
      kind: "page",
      address: "https://h.example/about/",
    });
    expect(old.terms.find(({ name }) => name === "港口")?.oldAddresses).toEqual([
      "https://h.example/biaoqian/港口/",
    ]);
    expect(old.files.map(({ src }) => src)).toEqual(["https://h.example/_posts/渡轮/船.jpg"]);
  });
});
