import { describe, expect, test } from "vitest";
import type { ForeignFault } from "../../../../../src/newsroom/import/foreign/foreign-item.ts";
import {
  childOf,
  childrenOf,
  textIn,
  type XmlElement,
  xmlElements,
} from "../../../../../src/newsroom/import/foreign/reading/xml-elements.ts";

const isItem = (path: readonly string[]) => path.join("/") === "rss/channel/item";

async function reading(chunks: readonly string[], isWanted = isItem) {
  const elements: XmlElement[] = [];
  const faults: ForeignFault[] = [];
  for await (const one of xmlElements("export.xml", chunks, isWanted)) {
    if ("kind" in one) faults.push(one);
    else elements.push(one);
  }
  return { elements, faults };
}

const diagnosticOf = async (text: string) => (await reading([text])).faults[0]?.diagnostic;

describe("XML of elsewhere", () => {
  test("is read piece by piece, and gives what is wanted of it", async () => {
    const { elements, faults } = await reading([
      '<?xml version="1.0"?>\n<rss xmlns:wp="urn:wp"><channel><title>A</title>\n  <item n="1"><wp:id>7</wp:id>a &am',
      "p; b<![CDATA[ <i>]]></item>\n  <item/></channel></rss>",
    ]);
    expect(faults).toEqual([]);
    expect(elements).toHaveLength(2);
    const [first] = elements;
    expect(first).toMatchObject({ name: "item", uri: "", place: { file: "export.xml", line: 3 } });
    expect(first?.attributes.get("n")).toBe("1");
    expect(childOf(first, "id")).toMatchObject({ name: "wp:id", local: "id", uri: "urn:wp" });
    expect(textIn(first)).toBe("7a & b <i>");
    expect(childrenOf(first, "title")).toEqual([]);
  });

  test("may use the names that HTML has for characters, and prefixes that nothing is said of", async () => {
    const { elements } = await reading(["<rss><channel><item>&nbsp;&eacute;<x:y/></item></channel></rss>"]);
    expect(textIn(elements[0])).toBe("\u00a0é");
    expect(childOf(elements[0], "y")?.name).toBe("x:y");
  });

  test("that is broken gives what came before, and where it is broken", async () => {
    const { elements, faults } = await reading([
      "<rss><channel>\n<item>one</item>\n<item>two< /item>\n<item>three</item></channel></rss>",
    ]);
    expect(elements.map(textIn)).toEqual(["one"]);
    expect(faults).toMatchObject([
      { kind: "fault", stops: true, diagnostic: { code: "broken-xml", line: 3, file: "export.xml" } },
    ]);
    expect(faults[0]?.diagnostic.message).toContain("mend the file");
  });

  test("with an ampersand that stands for itself names its line, however far the next semicolon is", async () => {
    expect(await diagnosticOf("<rss>\n<a>B & C</a>\n<b>\n&amp;</b></rss>")).toMatchObject({
      code: "broken-xml",
      line: 2,
    });
  });

  test("that was cut off on its way is told", async () => {
    expect(await diagnosticOf("<rss><channel><item>one</item>")).toMatchObject({ code: "broken-xml" });
  });

  test.for([
    ["of a file of this machine", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ["of more text than there is room for", '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'],
    ["of a parameter", '<!DOCTYPE rss [<!entity % p SYSTEM "http://x.example/">]>'],
  ])("with an entity %s is refused", async ([, doctype]) => {
    const text = `${doctype}<rss><channel><item>&x;</item></channel></rss>`;
    expect(await diagnosticOf(text)).toMatchObject({ code: "xml-entity", line: 1 });
    expect((await reading([text])).elements).toEqual([]);
  });

  test("with a document type that declares none is read, and the type not fetched", async () => {
    const text =
      '<!DOCTYPE rss SYSTEM "http://x.example/rss.dtd"><rss><channel><item>one</item></channel></rss>';
    expect((await reading([text])).elements.map(textIn)).toEqual(["one"]);
  });

  test("nested without end is refused", async () => {
    expect(await diagnosticOf(`<rss><channel>${"<item>".repeat(100_000)}`)).toMatchObject({
      code: "too-large",
      message: "elements stand more than 256 deep in each other",
    });
  });

  test("of which one text would fill the memory is refused before it does", async () => {
    const chunk = "x".repeat(1024 * 1024);
    let read = 0;
    const endless = function* () {
      yield "<rss><channel><item>";
      for (; read < 1000; read += 1) yield chunk;
    };
    const found: unknown[] = [];
    for await (const one of xmlElements("export.xml", endless(), isItem)) found.push(one);
    expect(found).toMatchObject([{ kind: "fault", diagnostic: { code: "too-large" } }]);
    expect(read).toBe(16);
  });
});
