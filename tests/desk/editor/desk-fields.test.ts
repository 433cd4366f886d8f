import { describe, expect, test } from "vitest";
import { frontMatterSchema } from "../../../src/content/article/front-matter.ts";
import { type DeskField, deskFields } from "../../../src/desk/editor/desk-fields.ts";
import { siteOf } from "../../site-values.ts";

const open = deskFields(siteOf("timezone: Asia/Seoul"));
const closed = deskFields(
  siteOf(
    "categories: [{name: Asia}, {name: Arts and Culture, slug: culture}]",
    "authors: [{name: Mei Tan}]",
    "sources: [{name: Agency News}]",
  ),
);

function fieldAt(fields: readonly DeskField[], ...path: string[]): DeskField | undefined {
  const [name, ...rest] = path;
  const field = fields.find((candidate) => candidate.name === name);
  return rest.length === 0 ? field : fieldAt(field?.fields ?? [], ...rest);
}

describe("the form of the desk", () => {
  test("has a field for every key of front matter, and one for the text", () => {
    const keys = Object.keys(frontMatterSchema.shape);
    expect(new Set(open.map(({ name }) => name))).toEqual(new Set([...keys, "body"]));
    expect(open).toHaveLength(keys.length + 1);
  });

  test.for([
    ["title", "string"],
    ["date", "datetime"],
    ["categories", "list"],
    ["description", "text"],
    ["body", "markdown"],
    ["source", "object"],
    ["image", "object"],
    ["image.src", "image"],
    ["image.alt", "string"],
    ["updated", "datetime"],
    ["expires", "datetime"],
    ["corrections", "list"],
    ["corrections.date", "datetime"],
    ["draft", "boolean"],
    ["priority", "object"],
    ["priority.place", "number"],
    ["priority.until", "datetime"],
  ])("asks for %s with the widget %s", ([path = "", widget]) => {
    expect(fieldAt(open, ...path.split("."))?.widget).toBe(widget);
  });

  test("asks for what an article must have, and for the date, which gives the file its place", () => {
    expect(open.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      "title",
      "date",
      "categories",
    ]);
    expect(fieldAt(open, "image", "alt")?.required).toBe(true);
  });

  test("lets one choose from the lists of site.yaml, and write any word where there is none", () => {
    expect(fieldAt(closed, "categories")).toMatchObject({
      widget: "select",
      multiple: true,
      options: ["Asia", "Arts and Culture"],
    });
    expect(fieldAt(closed, "authors")).toMatchObject({ widget: "select", options: ["Mei Tan"] });
    expect(fieldAt(closed, "source", "name")).toMatchObject({ widget: "select", options: ["Agency News"] });
    expect(fieldAt(open, "kind")).toMatchObject({
      widget: "select",
      options: ["opinion", "analysis", "review", "press release", "sponsored"],
    });
    expect(fieldAt(closed, "tags")?.widget).toBe("list");
    expect(fieldAt(open, "source", "name")?.widget).toBe("string");
  });

  test("writes moments as authors do, and says in which zone", () => {
    expect(fieldAt(open, "date")).toMatchObject({
      format: "YYYY-MM-DD HH:mm",
      input_timezone: "Asia/Seoul",
      hint: "As clocks show it in Asia/Seoul.",
    });
  });

  test("begins with a draft, as a new file does", () => {
    expect(fieldAt(open, "draft")).toMatchObject({ default: true });
  });

  test("shows the text formatted at first", () => {
    expect(fieldAt(open, "body")).toMatchObject({ modes: ["rich_text", "raw"] });
  });

  test("explains a field in the words of the schema", () => {
    expect(fieldAt(open, "tags")?.hint).toBe("Any words readers may look for.");
  });
});
