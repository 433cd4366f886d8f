import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { xml } from "../../../src/content/markup/xml.ts";
import { xmlText } from "../../../src/content/markup/xml-text.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  // Texts that are mostly markup.
  fc.string({ unit: fc.constantFrom(..."&<>\"';#x=/!-[]?a \t\n\r") }),
  fc.constantFrom("&amp;", "]]>", "<![CDATA[", "<!--", "</a>", '" b="', "&#60;", "$&", "$'"),
);

/** What an XML reader makes of a document's root: its text and the attribute `b` of it. */
function read(document: string): { text: string; attribute: string | undefined } {
  const read = XmlDocument.fromString(document);
  try {
    return { text: read.root.content, attribute: read.root.get("@b")?.content };
  } finally {
    read.dispose();
  }
}

describe("a text in XML", () => {
  test("is written with references for the characters that XML reserves", () => {
    expect(xml`<a b="${`<"&'>`}">${`<"&'>`}</a>`.toString()).toBe(
      '<a b="&lt;&quot;&amp;&apos;&gt;">&lt;&quot;&amp;&apos;&gt;</a>',
    );
  });

  test("that looks like a reference is no reference", () => {
    expect(xml`${"&amp; &#60;"}`.toString()).toBe("&amp;amp; &amp;#60;");
  });

  test("is read again as what it was, whatever it was, but for line breaks", () => {
    fc.assert(
      fc.property(anyText, (anything) => {
        const text = xmlText(anything);
        // https://www.w3.org/TR/xml/#sec-line-ends
        expect(read(xml`<a>${text}</a>`.toString()).text).toBe(text.replace(/\r\n?/g, "\n"));
      }),
    );
  });

  test("is read again from an attribute, whatever it was, but for white space", () => {
    fc.assert(
      fc.property(anyText, (anything) => {
        const text = xmlText(anything);
        // https://www.w3.org/TR/xml/#AVNormalize
        expect(read(xml`<a b="${text}"/>`.toString()).attribute).toBe(
          text.replace(/\r\n?/g, "\n").replace(/[\t\n]/g, " "),
        );
      }),
    );
  });

  test("makes no element or attribute, wherever it stands", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const document = XmlDocument.fromString(
          xml`<a b="${xmlText(first)}">${[xmlText(second), xml`<c/>`]}</a>`.toString(),
        );
        expect(document.find("//*").length + document.find("//@*").length).toBe(3);
        document.dispose();
      }),
    );
  });
});

describe("a piece of XML", () => {
  test("stands in another as it is", () => {
    const name = xml`<name>${"A & B"}</name>`;
    expect(xml`<author>${name}</author>`.toString()).toBe("<author><name>A &amp; B</name></author>");
  });

  test("may be one of several, of which those that are not there leave nothing", () => {
    const parts = [xml`<b/>`, undefined, false as const, "<", [xml`<c/>`, []]];
    expect(xml`<a>${parts}</a>`.toString()).toBe("<a><b/>&lt;<c/></a>");
    expect(xml`<a${undefined}>${false}</a>`.toString()).toBe("<a></a>");
  });
});
