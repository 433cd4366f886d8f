import { describe, expect, test } from "vitest";
import {
  ghostBody,
  siteAddresses,
} from "../../../../../../src/newsroom/import/formats/ghost/body/ghost-body.ts";

const lexical = JSON.stringify({
  root: { children: [{ type: "paragraph", children: [{ type: "text", text: "of Lexical" }] }] },
});
const mobiledoc = JSON.stringify({ version: "0.3.1", sections: [[1, "p", [[0, [], 0, "of Mobiledoc"]]]] });

describe("the text of a post in Ghost", () => {
  test.for([
    ["HTML where it has it", { html: "<p>of HTML</p>", lexical }, "<p>of HTML</p>"],
    ["Lexical where its HTML is empty", { html: " ", lexical }, "<p>of Lexical</p>"],
    [
      "Mobiledoc where there is nothing else",
      { html: null, lexical: null, mobiledoc },
      "<p>of Mobiledoc</p>",
    ],
    ["Mobiledoc where its Lexical is broken", { lexical: "{", mobiledoc }, "<p>of Mobiledoc</p>"],
  ] as const)("is its %s", ([, text, html]) => {
    expect(ghostBody(text)).toMatchObject({ form: "html", text: html });
  });

  test("is Markdown in the oldest", () => {
    expect(ghostBody({ html: "", markdown: "*a*" })).toMatchObject({ form: "markdown", text: "*a*" });
  });

  test("is none where there is none that can be read", () => {
    expect(ghostBody({})).toBeUndefined();
    expect(ghostBody({ lexical: "[1,", mobiledoc: "7" })).toBeUndefined();
  });

  test("tells of cards of mails, which its HTML does not have", () => {
    const withMail = '{"root":{"children":[{"type":"email","html":"x"}]}}';
    expect(ghostBody({ html: "<p>a</p>", lexical: withMail })?.lost).toMatchObject([
      { code: "dropped-markup" },
    ]);
  });

  test("has paths where Ghost names its own site", () => {
    expect(siteAddresses("__GHOST_URL__/content/a.jpg __GHOST_URL__")).toBe("/content/a.jpg /");
  });
});
