import { describe, expect, test } from "vitest";
import { readFolder, told } from "../read-folder.ts";

describe("a folder of Hugo", () => {
  test("is read with sections, bundles, languages, cascades and its own addresses", async () => {
    const old = await readFolder({
      "hugo.toml":
        'baseURL = "https://h.example/"\ntitle = "Harbour"\nlanguageCode = "en-GB"\ndefaultContentLanguage = "en"\n[permalinks]\nposts = "/:year/:month/:slug/"\n[languages.en]\n[languages.ko]\n',
      "content/posts/_index.md": "+++\ntitle = 'Posts'\n[cascade]\nauthor = 'Newsroom'\n+++\n",
      "content/posts/ferry.md":
        "+++\ntitle = \"Ferry returns\"\ndate = 2020-01-02T09:05:00+09:00\nlastmod = 2020-01-05\ntags = ['Harbour Town']\naliases = ['/f', 'g/']\n+++\nSee [the other]({{< ref \"tunnel\" >}}) and {{< relref \"/about.md#team\" >}}.\n",
      "content/posts/tunnel/index.md":
        '---\ntitle: Tunnel\ndate: 2020-02-03\nslug: new-tunnel\n---\n![Map](map.png)\n{{< figure src="map.png" title="Where" caption="The map" attr="Jo Ng" >}}\n',
      "content/posts/tunnel/map.png": "x",
      "content/posts/tunnel/featured.jpg": "x",
      "content/posts/ferry.ko.md": "---\ntitle: 여객선\ndate: 2020-01-02\n---\n본문.\n",
      "content/world-news/Big Story.md":
        '{\n"title": "Big story",\n"date": "2020-03-04",\n"url": "/big.html"\n}\nText.\n',
      "content/world-news/Other Story.md":
        "---\ntitle: Other story\ndate: 2020-03-05\nexpiryDate: 2021-01-01\n---\nText.\n",
      "content/about.md": "---\ntitle: About\n---\nWe.\n",
      "content/our-team/index.md": "---\ntitle: Team\n---\nWe.\n",
      "content/secret.md": "---\ntitle: Secret\nbuild: {render: never}\n---\nNot for readers.\n",
      "layouts/index.html": "{{ .Title }}",
      "static/img/ferry.jpg": "x",
    });
    expect(old.site).toEqual({
      kind: "site",
      url: "https://h.example/",
      title: "Harbour",
      language: "en-GB",
      feeds: ["https://h.example/index.xml"],
    });
    // The folder of a page was no category to readers.
    expect(old.stories.get("content/our-team/index.md")?.kind).toBe("page");
    expect(old.terms.map(({ name }) => name)).not.toContain("Our team");
    expect(old.terms.filter(({ oldAddresses = [] }) => oldAddresses.join().includes("our-team"))).toEqual([]);
    const ferry = old.stories.get("content/posts/ferry.md");
    expect(told(ferry)).toEqual({
      kind: "article",
      title: "Ferry returns",
      slug: "ferry-returns",
      date: "2020-01-02 09:05:00+09:00",
      updated: "2020-01-05",
      tags: ["Harbour Town"],
      authors: ["Newsroom"],
      address: "https://h.example/2020/01/ferry-returns/",
      oldAddresses: ["https://h.example/f", "https://h.example/g/"],
    });
    expect(ferry?.body().text).toBe("See [the other](/2020/02/new-tunnel/) and /about/#team.\n");
    const tunnel = old.stories.get("content/posts/tunnel/index.md");
    expect(told(tunnel)).toEqual({
      kind: "article",
      title: "Tunnel",
      slug: "new-tunnel",
      date: "2020-02-03",
      authors: ["Newsroom"],
      image: { src: "https://h.example/2020/02/new-tunnel/featured.jpg" },
      address: "https://h.example/2020/02/new-tunnel/",
    });
    expect(tunnel?.body().text).toBe(
      '![Map](/2020/02/new-tunnel/map.png)\n\n\n<figure><img src="/2020/02/new-tunnel/map.png" alt="Where"><figcaption>Where. The map. Jo Ng</figcaption></figure>\n\n\n',
    );
    expect(told(old.stories.get("content/posts/ferry.ko.md"))).toEqual({
      kind: "article",
      title: "여객선",
      slug: "여객선",
      date: "2020-01-02",
      authors: ["Newsroom"],
      language: "ko",
      address: "https://h.example/ko/2020/01/여객선/",
    });
    expect(told(old.stories.get("content/world-news/Big Story.md"))).toMatchObject({
      categories: ["World news"],
      address: "https://h.example/big.html",
    });
    expect(told(old.stories.get("content/world-news/Other Story.md"))).toMatchObject({
      expires: "2021-01-01",
      address: "https://h.example/world-news/other-story/",
    });
    expect(told(old.stories.get("content/about.md"))).toEqual({
      kind: "page",
      title: "About",
      slug: "about",
      address: "https://h.example/about/",
    });
    expect(old.notes.filter(({ code }) => code === "not-published").map(({ item }) => item)).toEqual([
      "content/secret.md",
    ]);
    expect(old.files.map(({ src }) => src)).toEqual([
      "https://h.example/2020/02/new-tunnel/featured.jpg",
      "https://h.example/2020/02/new-tunnel/map.png",
      "https://h.example/img/ferry.jpg",
    ]);
    expect(old.terms).toMatchObject([
      {
        termKind: "category",
        name: "World news",
        oldAddresses: ["https://h.example/categories/world-news/"],
      },
      {
        termKind: "tag",
        name: "Harbour Town",
        slug: "harbour-town",
        oldAddresses: ["https://h.example/tags/harbour-town/"],
      },
      { termKind: "author", name: "Newsroom" },
    ]);
  });

  test("may have its settings in a folder, its languages in folders, and ugly addresses below a path", async () => {
    const old = await readFolder({
      "config/_default/hugo.yaml":
        "baseURL: https://h.example/news/\nuglyURLs: true\ndefaultContentLanguage: en\n",
      "config/_default/languages.en.toml": 'contentDir = "content/en"\n',
      "config/_default/languages.ja.toml": 'contentDir = "content/ja"\n',
      "content/en/blog/ferry.md": "---\ntitle: Ferry\ndate: 2020-01-02\n---\n",
      "content/ja/blog/ferry.md": "---\ntitle: 渡船\ndate: 2020-01-02\n---\n",
    });
    expect([...old.stories.values()].map(({ address, language }) => [address, language])).toEqual([
      ["https://h.example/news/blog/ferry.html", undefined],
      ["https://h.example/news/ja/blog/ferry.html", "ja"],
    ]);
  });
});

describe("the day in an address", () => {
  // 23:30 in New York is 12:30 of the next day in Hong Kong, where the site goes to.
  test.for([
    ["2020-01-31T23:30:00-05:00", "/2020/01/31/ferry/"],
    ["2020-02-01T04:30:00Z", "/2020/02/01/ferry/"],
    ["2020-01-31 23:30:00", "/2020/01/31/ferry/"],
  ] as const)("is the date's own in Hugo: %s", async ([date, address]) => {
    const { stories } = await readFolder({
      "hugo.toml": "[permalinks]\nposts = '/:year/:month/:day/:slug/'\n",
      "content/posts/ferry.md": `---\ntitle: Ferry\ndate: ${date}\n---\n`,
    });
    expect(stories.get("content/posts/ferry.md")?.address).toBe(address);
  });

  test.for([
    ["", "/2020/02/01/ferry.html"],
    ["timezone: America/New_York", "/2020/01/31/ferry.html"],
  ] as const)(
    "is that of the configured zone in Jekyll, or of GitHub's machines: %s",
    async ([config, address]) => {
      const { stories } = await readFolder({
        "_config.yml": `title: T\n${config}\n`,
        "_posts/2020-01-31-ferry.md": "---\ntitle: Ferry\ndate: 2020-01-31 23:30:00 -0500\n---\n",
      });
      expect(stories.get("_posts/2020-01-31-ferry.md")?.address).toBe(address);
    },
  );
});

describe("a folder of Zola", () => {
  test("is read with its taxonomies, its extra table, dates in names, and links between files", async () => {
    const old = await readFolder({
      "config.toml":
        'base_url = "https://z.example"\ntitle = "Z"\ngenerate_feeds = true\ntaxonomies = [{name = "tags"}]\n[slugify]\npaths = "on"\n',
      "content/blog/_index.md": "+++\ntitle = 'Blog'\n+++\n",
      "content/blog/2020-01-02-Ferry Returns.md":
        '+++\ntitle = "Ferry returns"\naliases = ["old/ferry.html"]\n[taxonomies]\ntags = ["Harbour"]\n[extra]\nauthor = "Mei Tan"\n+++\n[Tunnel](@/blog/tunnel.md#map) {{ youtube(id="abcdefghijk") }}\n',
      "content/blog/tunnel.md":
        '+++\ntitle = "Tunnel"\ndate = 2020-02-03\nupdated = 2020-02-04\nslug = "tube"\n+++\nText.\n',
      "content/2021.md": '+++\npath = "2021/03/04/third"\ntitle = "Third"\n+++\nText.\n',
      "content/about.md": '+++\ntitle = "About"\n+++\nWe.\n',
    });
    expect(old.site).toMatchObject({ url: "https://z.example/", feeds: ["https://z.example/atom.xml"] });
    const ferry = old.stories.get("content/blog/2020-01-02-Ferry Returns.md");
    expect(told(ferry)).toEqual({
      kind: "article",
      title: "Ferry returns",
      slug: "ferry-returns",
      date: "2020-01-02",
      tags: ["Harbour"],
      authors: ["Mei Tan"],
      address: "https://z.example/blog/ferry-returns/",
      oldAddresses: ["https://z.example/old/ferry.html"],
    });
    expect(ferry?.body().text).toBe(
      '[Tunnel](/blog/tube/#map) \n\n<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>\n\n\n',
    );
    expect(told(old.stories.get("content/blog/tunnel.md"))).toMatchObject({
      slug: "tube",
      updated: "2020-02-04",
    });
    expect(told(old.stories.get("content/2021.md"))).toEqual({
      kind: "article",
      title: "Third",
      slug: "third",
      date: "2021-03-04",
      address: "https://z.example/2021/03/04/third/",
    });
    expect(told(old.stories.get("content/about.md"))).toMatchObject({
      kind: "page",
      address: "https://z.example/about/",
    });
    expect(old.terms).toMatchObject([
      { termKind: "tag", name: "Harbour", oldAddresses: ["https://z.example/tags/harbour/"] },
    ]);
  });
});
