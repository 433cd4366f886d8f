import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { xmlText } from "../../../src/content/markup/xml-text.ts";

test("text for XML keeps every script and emoji", () => {
  const text = "Ferry & <b> 항구 العربية 👩‍👧 \t\n";
  expect(xmlText(text)).toBe(text);
});

test("text for XML loses control characters, noncharacters and halves of surrogate pairs", () => {
  expect(xmlText("a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i")).toBe("abcdefghi");
});

test("text for XML is accepted by an XML parser, whatever it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const document = XmlDocument.fromString(`<a>${escaped}</a>`);
      expect(document.root.content).toBe(xmlText(text).replace(/\r\n?/g, "\n"));
      document.dispose();
    }),
  );
});
