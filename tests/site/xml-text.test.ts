import { expect, test } from "vitest";
import { xmlText } from "../../src/site/xml-text.ts";

test("keeps tabs, line ends and letters of every script, and drops what XML cannot write", () => {
  expect(xmlText("a\t\r\n é 경제 🚢")).toBe("a\t\r\n é 경제 🚢");
  expect(xmlText("\u0000\u0008\u000b\u001f\ud83d\ufffe\uffff")).toBe("");
});
