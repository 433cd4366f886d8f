import { describe, expect, test } from "vitest";
import { newsml } from "../../../../../../src/newsroom/import/formats/agency/newsml/newsml.ts";
import { entriesOf, sourceOf } from "../../read-format.ts";

const read = async (text: string) => entriesOf(newsml, await sourceOf("item.xml", text));

const nar = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';

const newsItem = (parts: string, attributes = "") =>
  `<newsItem ${nar} guid="urn:harbour:1" version="3" xml:lang="en" ${attributes}>${parts}</newsItem>`;

const nitf = `<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Not this</hl1></hedline><byline>By <person>Jo Doe</person>, <byttl>Staff</byttl></byline>
<dateline><location>Geneva</location>, <story.date>Nov. 20</story.date></dateline><abstract><p>Nine years.</p></abstract></body.head>
<body.content><block><p lede="true">The <em class="bold">first</em> cars &amp; <a href="https://a.example/?x=1&amp;y=2">more</a>, said <person>Mei</person>.</p>
<hl2>Then</hl2><media media-type="image"><media-reference source="https://cdn.example/s.jpg" width="10" alternate-text="A car"/><media-reference source="https://cdn.example/b.jpg" width="100"/><media-caption>A car</media-caption><media-producer>Ph</media-producer></media>
<table><tr><td colspan="2">1</td></tr></table></block></body.content><body.end><tagline>Edited by Ed</tagline></body.end></body></nitf></inlineXML></contentSet>`;

describe("an item of NewsML-G2", () => {
  test("with NITF becomes a story with everything that an agency says", async () => {
    const { stories, notes, faults } = await read(
      newsItem(`<rightsInfo><copyrightHolder uri="x"><name>Harbour Wire Ltd</name></copyrightHolder><usageTerms>No archive</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:hw"><name>Harbour Wire</name></provider><versionCreated>2026-11-20T09:30:00+08:00</versionCreated>
<firstCreated>2026-11-20T08:30:00+08:00</firstCreated><pubStatus qcode="stat:usable"/><edNote>Updates &amp; corrects</edNote></itemMeta>
<contentMeta><located qcode="l:1"><name>Bern</name></located><creator><name>Mei Tan</name></creator><language tag="en-US"/>
<subject qcode="medtop:20000350"><name xml:lang="de">Zentralbank</name><name xml:lang="en">central bank</name></subject>
<subject qcode="medtop:04000000"><name>economy</name></subject><subject qcode="medtop:1"/><keyword>gold</keyword>
<headline>Tunnel "opens" &amp; closes</headline></contentMeta>${nitf}`),
    );
    expect(faults).toEqual([]);
    expect(stories).toMatchObject([
      {
        id: "urn:harbour:1",
        place: { file: "item.xml", line: 1 },
        title: 'Tunnel "opens" & closes',
        date: "2026-11-20T08:30:00+08:00",
        updated: "2026-11-20T09:30:00+08:00",
        description: "Nine years.",
        dateline: "Geneva",
        categories: ["economy"],
        tags: ["central bank", "gold"],
        authors: ["Jo Doe"],
        source: { name: "Harbour Wire" },
        language: "en-US",
      },
    ]);
    expect(stories[0]?.body().text.replace(/\n/g, "")).toBe(
      '<div><p>The <strong>first</strong> cars &amp; <a href="https://a.example/?x=1&amp;y=2">more</a>, said Mei.</p>' +
        '<h2>Then</h2><figure><img src="https://cdn.example/b.jpg" alt="A car"/><figcaption>A car Ph</figcaption></figure>' +
        '<table><tr><td colspan="2">1</td></tr></table></div><p>Edited by Ed</p>',
    );
    expect(notes.map(({ message }) => message)).toEqual([
      'no place in an article for its note to editors: "Updates & corrects"',
      'no place in an article for its terms of usage: "No archive"',
      'no place in an article for its subjects without a name: "medtop:1"',
    ]);
  });

  test("may have XHTML, escaped HTML, or plain text", async () => {
    const bodyOf = async (content: string) =>
      (
        await read(
          newsItem(`<contentMeta><headline>A</headline></contentMeta><contentSet>${content}</contentSet>`),
        )
      ).stories[0]?.body();
    expect(
      await bodyOf(
        '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p class="a">x<br/>&lt;y</p></body></html></inlineXML>',
      ),
    ).toMatchObject({ form: "html", text: '<p class="a">x<br/>&lt;y</p>' });
    expect(
      await bodyOf('<inlineData contenttype="text/html">&lt;p&gt;x&lt;/p&gt;</inlineData>'),
    ).toMatchObject({ form: "html", text: "<p>x</p>" });
    expect(await bodyOf('<inlineData contenttype="text/plain">one\nmore\n\ntwo</inlineData>')).toMatchObject({
      form: "text",
      text: "one more\ntwo",
    });
  });

  test.for([
    ["canceled", '<pubStatus qcode="stat:canceled"/>', "not-published"],
    ["withheld", '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', "not-published"],
    ["a video", '<itemClass qcode="ninat:video"/>', "other-kind"],
    ["without a text", '<pubStatus qcode="stat:usable"/>', "no-copy"],
  ] as const)("that is %s is not imported, and listed", async ([, meta, code]) => {
    const { stories, notes } = await read(
      newsItem(`<itemMeta>${meta}</itemMeta>${code === "no-copy" ? "" : nitf}`),
    );
    expect(stories).toEqual([]);
    expect(notes).toMatchObject([{ code, item: "urn:harbour:1" }]);
  });

  test("waits for its embargo", async () => {
    const meta =
      "<itemMeta><versionCreated>2026-11-20T08:30:00Z</versionCreated><embargoed>2030-01-01T00:00:00Z</embargoed></itemMeta>";
    expect((await read(newsItem(meta + nitf))).stories[0]?.date).toBe("2030-01-01T00:00:00Z");
  });

  test("of its first version was changed for nobody", async () => {
    const meta =
      "<itemMeta><versionCreated>2026-11-20T09:30:00Z</versionCreated><firstCreated>2026-11-20T08:30:00Z</firstCreated></itemMeta>";
    const { stories } = await read(newsItem(meta + nitf).replace('version="3"', 'version="1"'));
    expect(stories[0]?.date).toBe("2026-11-20T08:30:00Z");
    expect(stories[0]?.updated).toBeUndefined();
  });
});

describe("a message of several items", () => {
  test("has the pictures that a text names with it, and lists what else there is", async () => {
    const { stories, notes } = await read(`<?xml version="1.0"?>
<newsMessage ${nar}><header/><itemSet>
<newsItem guid="urn:t" version="1"><itemMeta><itemClass qcode="ninat:text"/><link rel="irel:seeAlso" residref="urn:p"/></itemMeta><contentMeta><headline>A</headline></contentMeta>${nitf}</newsItem>
<newsItem guid="urn:p" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><by>Ph</by><description>A car</description></contentMeta>
<contentSet><remoteContent rendition="rnd:thumbnail" href="https://cdn.example/t.jpg" width="900"/><remoteContent rendition="rnd:highRes" href="https://cdn.example/p.jpg" width="800"/></contentSet></newsItem>
<newsItem guid="urn:q" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="https://cdn.example/q.jpg"/></contentSet></newsItem>
<packageItem guid="urn:k" version="1"><groupSet/></packageItem></itemSet></newsMessage>`);
    expect(stories).toMatchObject([
      {
        id: "urn:t",
        image: { src: "https://cdn.example/p.jpg", caption: "A car", credit: "Ph" },
        place: { line: 3 },
      },
    ]);
    expect(notes.map(({ code, item }) => [code, item])).toEqual([
      ["other-kind", "urn:k"],
      ["other-kind", "urn:q"],
    ]);
  });
});

describe("a document of NITF alone", () => {
  test("becomes a story, with what stands in its head", async () => {
    const { stories } = await read(`<?xml version="1.0"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "http://www.nitf.org/IPTC/NITF/3.5/specification/dtd/nitf-3-5.dtd">
<nitf><head><title>No</title><tobject><tobject.subject tobject.subject.refnum="11000000" tobject.subject.type="Politics"/></tobject>
<docdata><doc-id id-string="hw-7"/><date.issue norm="20261120T083000+0800"/><date.expire norm="20271120T083000Z"/><doc.copyright holder="Harbour Wire"/>
<key-list><keyword key="vote"/></key-list><identified-content><person>Jo Doe</person></identified-content><ed-msg info="For editors"/></docdata></head>
<body><body.head><hedline><hl1>Vote&nbsp;today</hl1></hedline><byline>By MEI TAN</byline><distributor>Harbour Wire</distributor></body.head>
<body.content><p>GENEVA (HW) - They vote.</p><nitf-table><x/></nitf-table></body.content></body></nitf>`);
    expect(stories).toMatchObject([
      {
        id: "hw-7",
        title: "Vote today",
        date: "2026-11-20T08:30:00+08:00",
        expires: "2027-11-20T08:30:00Z",
        categories: ["Politics"],
        tags: ["vote", "Jo Doe"],
        authors: ["MEI TAN"],
        dateline: "GENEVA (HW)",
        source: { name: "Harbour Wire" },
      },
    ]);
    expect(stories[0]?.body()).toMatchObject({
      form: "html",
      text: "<p>They vote.</p>",
      lost: [{ code: "dropped-markup" }],
    });
  });

  test("that is not to be published is listed", async () => {
    const { stories, notes } = await read(
      '<nitf><head><docdata management-status="withheld"/></head><body><body.content><p>x</p></body.content></body></nitf>',
    );
    expect(stories).toEqual([]);
    expect(notes).toMatchObject([{ code: "not-published" }]);
  });
});

describe("a file that is no sound NewsML", () => {
  test.for([
    [
      "declares entities",
      `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>`,
      "xml-entity",
    ],
    ["is cut off", newsItem(nitf).slice(0, 700), "broken-xml"],
    ["is of another version", "<NewsML><NewsItem/></NewsML>", "wrong-type"],
  ] as const)("because it %s is told, and gives nothing", async ([, text, code]) => {
    const { stories, faults } = await read(text);
    expect(stories).toEqual([]);
    expect(faults).toMatchObject([{ stops: true, diagnostic: { code } }]);
  });

  test("is not taken for it", async () => {
    const known = async (text: string) => newsml.recognizes(await sourceOf("a", text));
    expect(await known(newsItem(nitf))).toBe(true);
    expect(await known("\uFEFF<?xml version='1.0'?><a:newsMessage>")).toBe(true);
    expect(await known('{"bodies": [{"value": "<nitf>"}]}')).toBe(false);
    expect(await known("<rss/>")).toBe(false);
  });
});
