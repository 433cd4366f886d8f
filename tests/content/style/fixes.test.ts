import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedText } from "../../../src/content/style/fixes.ts";

const names = new Map([
  ["Buisness", "Business"],
  ["mei tan", "Mei Tan"],
  ["Agency new", "Agency: News"],
]);
const rules = {
  timezone: "Asia/Seoul",
  language: "en",
  properTerm: (_: string, name: string) => names.get(name),
  fixesDatelines: true,
};

const file = (frontMatter: string, body = "Text.\n") => `---\n${frontMatter}\n---\n${body}`;

describe("a fix of front matter", () => {
  test("changes the values at fault, and keeps comments, the order of keys and quotation marks", () => {
    const before = file(
      [
        "# kept",
        "categories: [Asia, 'Buisness']   # kept too",
        'date: "20.11.2026 8:30"',
        "title: A: b".replace(": b", " b"),
        "authors:",
        "  - mei tan",
        "source: {name: Agency new, url: https://a.example}",
        "updated: 2026/11/21",
        "expires: 23.11.2026",
        "corrections: [{date: 22.11.2026, text: x}]",
        "dateline: Hong Kong —",
      ].join("\n"),
    );
    expect(fixedText(before, rules)).toBe(
      file(
        [
          "# kept",
          "categories: [Asia, 'Business']   # kept too",
          'date: "2026-11-20 08:30"',
          "title: A b",
          "authors:",
          "  - Mei Tan",
          'source: {name: "Agency: News", url: https://a.example}',
          "updated: 2026-11-21",
          "expires: 2026-11-23",
          "corrections: [{date: 2026-11-22, text: x}]",
          "dateline: HONG KONG",
        ].join("\n"),
      ),
    );
  });

  test("takes away white space after values, but not within a text of several lines", () => {
    const before = file("title: A  \nnote: |\n  a  \n  b\t\ntags: [a,\t\n  b]\nlong: 'a  \n  b'", "");
    expect(fixedText(before, rules)).toBe(
      file("title: A\nnote: |\n  a  \n  b\t\ntags: [a,\n  b]\nlong: 'a  \n  b'", ""),
    );
  });

  test("leaves datelines alone where the house style is silent about them", () => {
    const text = file("dateline: Hong Kong");
    expect(fixedText(text, { ...rules, fixesDatelines: false })).toBe(text);
  });

  test("writes the capitals of a dateline as the article's language has them, or the site's where that is none", () => {
    const dateline = (language: string) => fixedText(file(`language: ${language}\ndateline: Izmir`), rules);
    expect(dateline("tr")).toBe(file("language: tr\ndateline: IZMİR"));
    for (const language of ["en_US", '""', "7", "[tr]", "english"]) {
      expect(dateline(language), language).toBe(file(`language: ${language}\ndateline: IZMIR`));
    }
  });

  test("keeps a byte-order mark and the line ends of Windows", () => {
    expect(fixedText("\uFEFF---\r\ndate: 2026/11/20 \r\n---\r\nText. \r\nMore.\r\n", rules)).toBe(
      "\uFEFF---\r\ndate: 2026-11-20\r\n---\r\nText.\r\nMore.\r\n",
    );
  });

  test.for([
    ["without front matter", "date: 20.11.2026 \n"],
    ["with front matter that is not closed", "---\ndate: 20.11.2026 \n"],
    ["with line ends of another age", "---\rdate: 20.11.2026 \r---\rText. \r"],
  ])("leaves a file alone %s", ([, text = ""]) => {
    expect(fixedText(text, rules)).toBe(text);
  });

  test("leaves YAML alone that cannot be read", () => {
    const text = file('title: "A\ndate: 20.11.2026');
    expect(fixedText(text, rules)).toBe(text);
  });
});

describe("a fix of the body", () => {
  test("takes away single spaces and tabs at the ends of lines, and white space that is all of a line", () => {
    expect(fixedText(file("title: A", "One \ntwo\t\n   \nthree \t\n"), rules)).toBe(
      file("title: A", "One\ntwo\n\nthree\n"),
    );
  });

  test("leaves line breaks and code as they are", () => {
    const body =
      "One  \ntwo   \nthree\\ \nfour\n\n```\na \n\t\n```\n\n> ~~~~\n> b \n> ~~~\n> c \n> ~~~~\n\n```\nopen \n";
    expect(fixedText(file("title: A", body), rules)).toBe(file("title: A", body));
  });
});

test("a file that was put right has nothing left to put right", () => {
  const piece = fc.constantFrom(..."a \t\n\r-#'\":[],|>`~".split(""), "---\n", "date: 20.11.2026\n", "\r\n");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const once = fixedText(`---\n${pieces.join("")}`, rules);
      expect(fixedText(once, rules)).toBe(once);
    }),
  );
});
