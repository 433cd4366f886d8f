import { describe, expect, test } from "vitest";
import { longestText } from "../../../../../../src/newsroom/import/formats/wordpress/wxr/xml-stream.ts";
import { entriesIn, item, meta, storiesIn, wxr } from "../wxr-files.ts";

async function faultIn(text: string | Uint8Array) {
  const entries = await entriesIn(text);
  const fault = entries.at(-1);
  if (fault?.kind !== "fault") throw new Error(JSON.stringify(fault));
  return { ...fault.diagnostic, stops: fault.stops, stories: storiesIn(entries).length };
}

const sound = wxr(item({}), item({ "wp:post_id": "8" }));

describe("a broken file is told with its line, and what came before is given", () => {
  test("where a tag ends what never began", async () => {
    const broken = sound.replace(/<\/item>\n<\/channel>/, "</b></item>\n</channel>");
    expect(await faultIn(broken)).toMatchObject({
      file: "export.xml",
      line: 40,
      column: 4,
      sourceLine: "</b></item>",
      severity: "error",
      code: "broken-xml",
      stops: true,
      stories: 1,
    });
  });

  test.for([
    ["an ampersand that begins nothing", "<title>A & B</title>\n<title>;</title>"],
    ["a name of no character", "<title>A &nothing; B</title>"],
    ["a sign that begins no tag", "<title>a < b</title>"],
    ["a section that ends within itself", "<title><![CDATA[a <![CDATA[b]]> c]]></title>"],
    ["an attribute twice", '<title a="1" a="2">x</title>'],
  ])("where it has %s", async ([, line]) => {
    const broken = sound.replace("<title>The Harbour Post</title>", line ?? "");
    expect(await faultIn(broken)).toMatchObject({ line: 4, code: "broken-xml", stops: true, stories: 0 });
  });

  test("where anything follows its end", async () => {
    expect(await faultIn(`${sound}<br />Warning: x`)).toMatchObject({
      code: "broken-xml",
      line: 43,
      stories: 2,
    });
  });

  test("where there is nothing in it", async () => {
    expect(await faultIn("")).toMatchObject({ code: "broken-xml" });
  });
});

describe("a file that would do harm is refused", () => {
  const head = (type: string) => sound.replace("<rss", `${type}\n<rss`);

  test("whose document type would read other files", async () => {
    const type = '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
    const fault = await faultIn(head(type).replace("<title>The", "<title>&secret;The"));
    expect(fault).toMatchObject({ code: "xml-entity", line: 2, stops: true, stories: 0 });
  });

  test("whose entities would grow without end", async () => {
    const lines = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
    const type = `<!DOCTYPE rss [<!ENTITY e0 "ha">${lines.join("")}]>`;
    expect(await faultIn(head(type).replace("<title>The", "<title>&e9;The"))).toMatchObject({
      code: "xml-entity",
      line: 2,
    });
  });

  test("that holds a text of a hundred megabytes in one line", async () => {
    const line = Buffer.alloc(longestText + 1_000_000, "a").toString();
    expect(await faultIn(sound.replace("The ferry", line))).toMatchObject({ code: "too-large", stories: 0 });
  });

  test("that holds tags in tags without end, or a post of more than there is room for", async () => {
    expect(await faultIn(sound.replace("<title>", "<a>".repeat(50_000)))).toMatchObject({
      code: "too-large",
      line: 4,
    });
    const metas = meta("x", "y".repeat(1_000_000)).repeat(43);
    expect(await faultIn(wxr(item({}), item({}, metas)))).toMatchObject({ code: "too-large", stories: 1 });
  });
});

describe("a file is read", () => {
  const titleOf = async (file: string | Uint8Array) =>
    storiesIn(await entriesIn(file)).map(({ title }) => title);
  const korean = wxr(item({ title: "나룻배 ferry é" }));

  test("in the encoding that it names", async () => {
    const old = wxr(item({ title: "Fähre" })).replace("UTF-8", "ISO-8859-1");
    expect(await titleOf(Buffer.from(old, "latin1"))).toEqual(["Fähre"]);
    expect(await titleOf(`\u{feff}${korean}`)).toEqual(["나룻배 ferry é"]);
    expect(await titleOf(Buffer.from(`\u{feff}${korean}`, "utf16le"))).toEqual(["나룻배 ferry é"]);
  });

  test("with empty lines before its declaration, with line ends of every kind, and with names of characters", async () => {
    expect(await titleOf(`\n\r\n${korean.replaceAll("\n", "\r\n")}`)).toEqual(["나룻배 ferry é"]);
    expect(
      await titleOf(korean.replace(/<title><!\[CDATA\[나.*\]\]>/, "<title>Caf&eacute;&nbsp;&#8211; 1")),
    ).toEqual(["Café – 1"]);
  });

  test("whole where its characters are cut between two pieces of it", async () => {
    const text = "나룻배\r\n".repeat(50_000);
    const [story] = storiesIn(await entriesIn(wxr(item({ "content:encoded": text, "wp:post_name": "나" }))));
    expect(story?.slug).toBe("나");
    expect(story?.body().text).toBe(`<p>${Array(50_000).fill("나룻배").join("<br>\n")}</p>`);
  });
});
