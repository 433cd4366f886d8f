import { describe, expect, test } from "vitest";
import {
  type Shortcode,
  shortcodesIn,
} from "../../../../../../../src/newsroom/import/formats/wordpress/body/codes/shortcodes.ts";
import { htmlPieces } from "../../../../../../../src/newsroom/import/formats/wordpress/body/html/html-pieces.ts";

const names = {
  isKnown: (name: string) => ["gallery", "youtube", "caption", "code", "video"].includes(name),
  isSingle: (name: string) => name === "gallery",
  isVerbatim: (name: string) => name === "code",
};

/** The codes of a text: each with its form, its values and what stands in it. */
function codesIn(html: string, isAllCode = false): unknown[] {
  const told = ({ name, form, attributes, content }: Shortcode): unknown => ({
    name,
    ...(form !== "code" && { form }),
    ...(attributes.named.size > 0 && { named: Object.fromEntries(attributes.named) }),
    ...(attributes.listed.length > 0 && { listed: attributes.listed }),
    ...(content !== undefined && { content: html.slice(content.start, content.end) }),
    ...(content !== undefined && content.codes.length > 0 && { codes: content.codes.map(told) }),
  });
  return shortcodesIn(html, htmlPieces(html), names, isAllCode).map(told);
}

describe("square brackets", () => {
  test("are text where they are of the language", () => {
    const text =
      'He said [sic] that [the] "[Minister]" came [twenty-three times], [1] [2] [x=5] [see x = 5] [a|b](c) [[d]] [^1] $_FILES[0][tmp_name] [video] [Video courtesy of a reader] [editor\'s note: x="y"]';
    expect(codesIn(text)).toEqual([]);
  });

  test("are text in code, in scripts and in tags", () => {
    const text =
      '<pre>[gallery]</pre><code>[gallery ids="1"]</code><script>x["gallery"][gallery]</script><a title="[gallery]">x</a>';
    expect(codesIn(text)).toEqual([]);
  });

  test("are a code of a known name", () => {
    expect(codesIn("[gallery] [gallery/] [gallery ids='1,2' link=\"file\" columns=3]")).toEqual([
      { name: "gallery" },
      { name: "gallery" },
      { name: "gallery", named: { ids: "1,2", link: "file", columns: "3" } },
    ]);
  });

  test("are a code with an address or a number behind the name", () => {
    expect(
      codesIn(
        "[youtube=https://video.example/w?v=1&amp;t=2] [youtube https://video.example/2] [youtube dQw4w9WgXcQ]",
      ),
    ).toEqual([
      { name: "youtube", listed: ["https://video.example/w?v=1&t=2"] },
      { name: "youtube", listed: ["https://video.example/2"] },
      { name: "youtube", listed: ["dQw4w9WgXcQ"] },
    ]);
  });

  test("are a code of a name that is not known, where it has values, an end, or an underscore", () => {
    expect(codesIn('[map lat="1"] [box]in [i]it[/i][/box] [show_more]')).toEqual([
      { name: "map", named: { lat: "1" } },
      { name: "box", content: "in [i]it[/i]", codes: [{ name: "i", content: "it" }] },
      { name: "show_more" },
    ]);
  });

  test("are all codes in a block made for them", () => {
    expect(codesIn("[contact-form] [row]", true)).toEqual([{ name: "contact-form" }, { name: "row" }]);
  });

  test("show the code itself where they are doubled", () => {
    expect(codesIn('[[gallery ids="1"]]')).toMatchObject([{ name: "gallery", form: "escaped" }]);
  });

  test("that end what never began, or begin what never ends, stand by themselves", () => {
    expect(codesIn('[/box] [caption id="a"]x [gallery]')).toEqual([
      { name: "box", form: "stray" },
      { name: "caption", named: { id: "a" } },
      { name: "gallery" },
    ]);
    expect(codesIn("[box][gallery] [caption]x[/box]y[/caption]")).toEqual([
      { name: "box", content: "[gallery] [caption]x", codes: [{ name: "gallery" }, { name: "caption" }] },
      { name: "caption", form: "stray" },
    ]);
  });

  test("hold their values between quotation marks of every kind, brackets and tags among them", () => {
    expect(
      codesIn(
        "[caption id=&#8221;a&#8221; width=″300″ caption=\"A <a href='/x'>ferry</a> [old]\" align=“left”]x[/caption]",
      ),
    ).toEqual([
      {
        name: "caption",
        named: { id: "a", width: "300", caption: "A <a href='/x'>ferry</a> [old]", align: "left" },
        content: "x",
      },
    ]);
  });

  test("are text in a code that shows what is written", () => {
    expect(codesIn("[code]a[gallery] </b>[/code][gallery]")).toEqual([
      { name: "code", content: "a[gallery] </b>" },
      { name: "gallery" },
    ]);
  });

  test("in each other without end are codes beside each other from some depth on", () => {
    const codes = codesIn(`${"[box]".repeat(20_000)}${"[/box]".repeat(20_000)}`);
    expect(codes).toHaveLength(1 + 20_000 - 50);
  });

  test.for([
    "[a_b]",
    "[box][/row][row]",
    '[caption x="',
    "[box]",
    "[/box]",
    "[[box",
    "[gallery ",
    "[code]",
    "[a_b c=d ",
  ])("by the ten thousand, as %s, are read in one go", (text) => {
    expect(codesIn(text.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
  });
});
