import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decodedXml,
  encodingOf,
  xmlChunks,
} from "../../../../../src/newsroom/import/foreign/reading/xml-decoding.ts";
import { textIn, xmlElements } from "../../../../../src/newsroom/import/foreign/reading/xml-elements.ts";

/** Text of one byte a character, as it stands in a file. */
const bytes = (text: string) => Buffer.from(text, "latin1");

describe("XML in the encoding that it names", () => {
  test.for([
    ["ISO-8859-1", "caf\xe9", "café"],
    ["windows-1252", "\x93caf\xe9\x94", "“café”"],
    // "경제" in KS X 1001
    ["EUC-KR", "\xb0\xe6\xc1\xa6", "경제"],
    // "日本" in JIS X 0208
    ["Shift_JIS", "\x93\xfa\x96\x7b", "日本"],
    ["utf-8", "\xc3\xa9", "é"],
    ["no-such-thing", "\xc3\xa9", "é"],
    // Says so and is none: programs that turned the file into UTF-8 left the name.
    ["UTF-16", "\xc3\xa9", "é"],
  ])("%s is read", ([encoding = "", written = "", text = ""]) => {
    const declaration = `<?xml version="1.0" encoding="${encoding}"?>`;
    expect(decodedXml(bytes(`${declaration}<a>${written}</a>`))).toBe(`${declaration}<a>${text}</a>`);
  });

  test("UTF-16 is known by its mark, and by its first letter", () => {
    const littleEndian = Buffer.from("<a>é</a>", "utf16le");
    expect(decodedXml(littleEndian)).toBe("<a>é</a>");
    expect(decodedXml(Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian]))).toBe("<a>é</a>");
    const bigEndian = Buffer.from(littleEndian).swap16();
    expect(decodedXml(Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian]))).toBe("<a>é</a>");
  });

  test("a mark of UTF-8 counts for more than what is declared", () => {
    expect(encodingOf(bytes('\xef\xbb\xbf<?xml version="1.0" encoding="iso-8859-1"?>'))).toBe("utf-8");
  });

  test("a file is read piece by piece, and a character between two pieces is whole", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "dateline-")), "long.xml");
    const text = `<a>x${"é".repeat(300_000)}</a>`;
    await writeFile(path, text);
    const chunks: string[] = [];
    for await (const chunk of xmlChunks(path)) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.join("")).toBe(text);
  });

  test("what is not in it is told with its line", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "dateline-")), "wrong.xml");
    await writeFile(path, bytes("<a>\n<b>caf\xe9</b></a>"));
    const found: unknown[] = [];
    for await (const one of xmlElements("wrong.xml", xmlChunks(path), (path) => path.length === 1))
      found.push(one);
    expect(found).toMatchObject([{ kind: "fault", stops: true, diagnostic: { code: "invalid-utf8" } }]);
    expect(textIn(undefined)).toBe("");
  });
});
