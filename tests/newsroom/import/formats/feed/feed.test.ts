import { describe, expect, test } from "vitest";
import { feed } from "../../../../../src/newsroom/import/formats/feed/feed.ts";
import { entriesOf, sourceOf } from "../read-format.ts";

const read = async (text: string | Uint8Array, site = {}) =>
  entriesOf(feed, await sourceOf("feed.xml", text), site);

const rss = (items: string, head = "") =>
  `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour &amp; News</title><link>https://harbour.example/</link><language>en-gb</language>${head}
${items}
</channel></rss>`;

describe("a feed in RSS", () => {
  test("becomes stories with all that an item has", async () => {
    const { stories, notes, faults, sites } = await read(
      rss(`<item>
  <title>Tunnel opens &amp;amp; closes</title>
  <link>https://harbour.example/2026/tunnel?x=1&amp;y=2</link>
  <guid isPermaLink="false">urn:uuid:1</guid>
  <description>Nine years in the making.</description>
  <content:encoded><![CDATA[<p>The <b>first</b> cars. <a href="/about">About</a> <img src="b.jpg"></p>]]></content:encoded>
  <pubDate>Fri, 20 Nov 2026 08:30:00 +0800</pubDate>
  <category>Asia</category><category domain="x">transport</category><category>Asia</category>
  <dc:creator>Mei Tan</dc:creator><author>jo@private.example (Jo Doe)</author>
  <source url="https://agency.example/feed">Agency News</source>
  <media:content url="https://cdn.example/tunnel.jpg" medium="image"><media:description>The mouth</media:description><media:credit>A. Photographer</media:credit></media:content>
  <enclosure url="https://cdn.example/talk.mp3" type="audio/mpeg" length="1"/>
</item>`),
    );
    expect(faults).toEqual([]);
    expect(notes).toEqual([]);
    expect(sites).toMatchObject([
      { title: "Harbour & News", url: "https://harbour.example/", language: "en-gb" },
    ]);
    const address = "https://harbour.example/2026/tunnel?x=1&y=2";
    expect(stories).toMatchObject([
      {
        kind: "article",
        id: `item ${address}`,
        place: { file: "feed.xml", line: 5 },
        title: "Tunnel opens & closes",
        address,
        description: "Nine years in the making.",
        date: "2026-11-20T00:30:00Z",
        categories: ["Asia"],
        tags: ["transport"],
        authors: ["Mei Tan", "Jo Doe"],
        source: { name: "Agency News", url: "https://agency.example/feed" },
        image: { src: "https://cdn.example/tunnel.jpg", caption: "The mouth", credit: "A. Photographer" },
        isDraft: false,
        language: "en-gb",
      },
    ]);
    expect(stories[0]?.body()).toEqual({
      form: "html",
      text:
        '<p>The <b>first</b> cars. <a href="https://harbour.example/about">About</a> <img src="https://harbour.example/2026/b.jpg"></p>\n' +
        '<p><a href="https://cdn.example/talk.mp3">talk.mp3</a></p>',
      lost: [
        {
          code: "embed-as-link",
          message: "a file that came with it became a link: https://cdn.example/talk.mp3",
        },
      ],
    });
  });

  test.for([
    ["a description alone", "<description>Only the beginning.</description>"],
    ["a text that says it is cut", "<content:encoded>The beginning […]</content:encoded>"],
    [
      "a text that leads on",
      "<content:encoded>&lt;p&gt;The beginning.&lt;/p&gt;&lt;a&gt;Continue reading&lt;/a&gt;</content:encoded>",
    ],
  ] as const)("with %s is a draft and never a whole story, which is told", async ([, text]) => {
    const { stories, notes } = await read(
      rss(`<item><title>A</title><link>https://h.example/a</link>${text}</item>`),
    );
    expect(stories).toMatchObject([{ isDraft: true }]);
    expect(stories[0]?.description).toBeUndefined();
    expect(stories[0]?.body().text).toContain("<p>https://h.example/a</p>");
    expect(notes).toMatchObject([{ code: "summary-only", item: "item https://h.example/a" }]);
    expect(notes[0]?.message).toContain("(https://h.example/a)");
  });

  test("tells categories by the site's list where there is one", async () => {
    const item = rss(
      "<item><title>A</title><content:encoded>x</content:encoded><category>B</category><category>C</category></item>",
    );
    const list = { terms: [], byName: new Map() };
    const { stories } = await read(item, { terms: { category: list } });
    expect(stories).toMatchObject([{ categories: ["B", "C"], tags: [] }]);
  });

  test.for([
    ["Tue, 03 Jun 2003 09:39:21 GMT", "2003-06-03T09:39:21Z"],
    ["3 Jun 2003 9:39 EST", "2003-06-03T14:39:00Z"],
    ["Monday, 3 June 2003 09:39:21 +0100", "2003-06-03T08:39:21Z"],
    ["2003-06-03T09:39:21+09:00", "2003-06-03T09:39:21+09:00"],
  ] as const)("says when in many ways: %s", async ([written, date]) => {
    const { stories } = await read(
      rss(`<item><content:encoded>x</content:encoded><pubDate>${written}</pubDate></item>`),
    );
    expect(stories[0]?.date).toBe(date);
  });

  test("with a date that is none tells that", async () => {
    const { stories, notes } = await read(
      rss("<item><content:encoded>x</content:encoded><pubDate>soon</pubDate></item>"),
    );
    expect(stories[0]?.date).toBeUndefined();
    expect(notes).toMatchObject([{ code: "unusable-value", message: 'its date "soon" cannot be read' }]);
  });

  test("lets no e-mail address through", async () => {
    const { text } = await read(
      rss(
        "<item><title>A</title><author>jo@private.example</author><content:encoded>x</content:encoded></item>",
        "<managingEditor>ed@private.example</managingEditor>",
      ),
    );
    expect(text).not.toContain("private.example");
  });

  test("of an item without any text lists it, and says where the feed goes on", async () => {
    const { stories, notes } = await read(
      rss(
        "<item><title>A</title><link>javascript:alert(1)</link><guid>7</guid></item>",
        '<atom:link rel="next" href="https://harbour.example/feed?page=2"/>',
      ),
    );
    expect(stories).toEqual([]);
    expect(notes).toMatchObject([{ code: "no-copy", item: "item 7" }, { code: "other-kind" }]);
    expect(notes[1]?.message).toContain("https://harbour.example/feed?page=2");
  });
});

describe("feeds of other forms", () => {
  test("RSS 1.0 and 0.91 are read", async () => {
    const rdf =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://h.example/feed"><title>H</title><link>https://h.example/</link><dc:language>ja</dc:language></channel>
<item rdf:about="https://h.example/1"><title>港</title><link>https://h.example/1</link><dc:date>2006-01-02T03:04:05+09:00</dc:date>
<dc:subject>経済</dc:subject><dc:creator>田中</dc:creator><content:encoded>&lt;p&gt;本文&lt;/p&gt;</content:encoded></item></rdf:RDF>`);
    expect(rdf.stories).toMatchObject([
      {
        title: "港",
        date: "2006-01-02T03:04:05+09:00",
        categories: ["経済"],
        authors: ["田中"],
        language: "ja",
        isDraft: false,
        place: { line: 4 },
      },
    ]);
    const old = await read(
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>H</title><item><title>Caf&eacute;</title><link>https://h.example/1</link><description>Short.</description></item></channel></rss>',
    );
    expect(old.faults).toEqual([]);
    expect(old.stories).toMatchObject([{ title: "Café", isDraft: true }]);
  });

  test("Atom says of each text what it is, and what its addresses are relative to", async () => {
    const { stories, notes } =
      await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://h.example/a/" xml:lang="ko">
<title>H</title><link rel="self" href="https://h.example/atom.xml"/><link href="https://h.example/"/><id>urn:h</id><updated>2026-01-03T00:00:00Z</updated>
<entry><id>urn:1</id><title type="text">A &lt; B</title><link rel="alternate" href="https://h.example/1"/>
<published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated>
<author><name>Mei Tan</name><email>mei@private.example</email></author><category term="x1" label="Asia"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p><strong>경제</strong>는 <a href="b">b</a></p></div></content>
<source><title>Agency News</title><link href="https://agency.example/"/></source></entry>
<entry><id>urn:2</id><title type="html">&lt;b&gt;C&lt;/b&gt;</title><link href="../2"/><updated>2026-01-02T00:00:00Z</updated>
<content type="text/html" src="https://h.example/2.html"/><summary>Short.</summary></entry></feed>`);
    expect(stories).toMatchObject([
      {
        title: "A < B",
        date: "2026-01-01T00:00:00Z",
        updated: "2026-01-02T00:00:00Z",
        authors: ["Mei Tan"],
        categories: ["Asia"],
        source: { name: "Agency News", url: "https://agency.example/" },
        language: "ko",
        isDraft: false,
      },
      { title: "C", isDraft: true, address: "https://h.example/2" },
    ]);
    expect(stories[0]?.body().text).toContain(
      '<strong>경제</strong>는 <a href="https://h.example/a/b">b</a>',
    );
    expect(notes.map(({ code }) => code)).toEqual(["summary-only"]);
  });

  test("JSON Feed has HTML or plain text", async () => {
    const { stories, sites } = await read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "H",
        home_page_url: "https://h.example/",
        feed_url: "https://h.example/feed.json",
        items: [
          {
            id: "1",
            url: "https://h.example/1",
            title: "A <b> B",
            content_text: "One & two\n\nThree",
            date_published: "2026-01-01T00:00:00Z",
            image: "https://h.example/a.png",
            tags: ["Asia", "sea"],
            authors: [{ name: "Mei Tan" }],
          },
          { id: "2", summary: "Short." },
        ],
      }),
    );
    expect(sites).toMatchObject([{ url: "https://h.example/", feeds: ["https://h.example/feed.json"] }]);
    expect(stories).toMatchObject([
      {
        title: "A <b> B",
        image: { src: "https://h.example/a.png" },
        categories: ["Asia"],
        tags: ["sea"],
        isDraft: false,
      },
      { isDraft: true },
    ]);
    expect(stories[0]?.body().text).toBe("<p>One &amp; two</p>\n\n<p>Three</p>");
  });

  test.for([
    // "경제" in KS X 1001, "日本" in JIS X 0208
    ["EUC-KR", "\xb0\xe6\xc1\xa6", "경제"],
    ["Shift_JIS", "\x93\xfa\x96\x7b", "日本"],
    ["ISO-8859-1", "caf\xe9", "café"],
  ] as const)("in %s are decoded", async ([encoding, written, title]) => {
    const text = rss(`<item><title>${written}</title><content:encoded>x</content:encoded></item>`);
    const bytes = Buffer.from(
      text.replace('version="1.0"', `version="1.0" encoding="${encoding}"`),
      "latin1",
    );
    expect((await read(bytes)).stories[0]?.title).toBe(title);
  });

  test("in UTF-16 are decoded, and known as feeds", async () => {
    const bytes = Buffer.from(
      `\uFEFF${rss("<item><title>경제</title><content:encoded>x</content:encoded></item>")}`,
      "utf16le",
    );
    const source = await sourceOf("feed.xml", bytes);
    expect(feed.recognizes(source)).toBe(true);
    expect((await entriesOf(feed, source)).stories[0]?.title).toBe("경제");
  });
});

describe("a file that is no sound feed", () => {
  test.for([
    [
      "declares entities",
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
      "xml-entity",
    ],
    ["is nested without end", `<rss><channel>${"<item>".repeat(5000)}`, "too-large"],
    ["is a page", "<html><head><title>x</title></head></html>", "wrong-type"],
    ["is other JSON", '{"a": 1}', "wrong-type"],
    ["is broken JSON", '{"version": "https://jsonfeed.org/version/1", ', "broken-json"],
  ] as const)("because it %s is told, and gives nothing", async ([, text, code]) => {
    const { stories, faults } = await read(text);
    expect(stories).toEqual([]);
    expect(faults).toMatchObject([{ stops: true, diagnostic: { code, file: "feed.xml" } }]);
  });

  test("is read as far as that goes, and told with its line, where its XML is broken", async () => {
    const { stories, faults } = await read(
      rss(
        "<item><title>A</title><content:encoded>x</content:encoded></item>\n<item><title>B & C</title><link>a&amp;b</link></item>",
      ),
    );
    expect(stories[0]?.title).toBe("A");
    expect(faults).toMatchObject([{ stops: true, diagnostic: { code: "broken-xml", line: 6 } }]);
  });

  test("is not taken for one", async () => {
    const known = async (text: string) => feed.recognizes(await sourceOf("a.xml", text));
    expect(await known(rss(""))).toBe(true);
    expect(await known('<a:feed xmlns:a="http://www.w3.org/2005/Atom">')).toBe(true);
    expect(await known('<rss xmlns:wp="http://wordpress.org/export/1.2/">')).toBe(false);
    expect(await known("<html><body>rss</body></html>")).toBe(false);
    expect(await known('{"uri": "urn:a"}')).toBe(false);
  });
});
