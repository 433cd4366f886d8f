import { describe, expect, test } from "vitest";
import { isJsonFault, jsonSource } from "../../../../../src/newsroom/import/foreign/reading/json-source.ts";

function faultOf(text: string) {
  const source = jsonSource("export.json", text);
  if (!isJsonFault(source)) throw new Error("the text was read");
  return source;
}

describe("JSON of elsewhere", () => {
  test("is read, and says where each of its values stands", () => {
    const source = jsonSource("export.json", '{\n  "posts": [\n    {"id": 1},\n    {"id": "two"}\n  ]\n}');
    if (isJsonFault(source)) throw new Error(source.message);
    expect(source.value).toEqual({ posts: [{ id: 1 }, { id: "two" }] });
    expect(source.placeOf(["posts", 1, "id"])).toEqual({
      file: "export.json",
      line: 4,
      column: 12,
      sourceLine: '    {"id": "two"}',
    });
  });

  test("says of what is not there where it would stand", () => {
    const source = jsonSource("export.json", '{\n  "posts": [\n    {"id": 1}]}');
    expect(isJsonFault(source) ? undefined : source.placeOf(["posts", 0, "title"])).toMatchObject({
      line: 3,
      column: 5,
    });
  });

  test("that is nested without end is told, and signs in texts are no nesting", () => {
    const deep = (levels: number) => `{"a":\n${"[".repeat(levels)}"\\"[[{"${"]".repeat(levels)}}`;
    const read = jsonSource("export.json", deep(499));
    expect(isJsonFault(read)).toBe(false);
    expect(faultOf(deep(500))).toMatchObject({
      code: "too-large",
      line: 2,
      column: 500,
      message: "arrays and objects stand more than 500 deep in each other",
    });
    expect(faultOf('{"a":'.repeat(100_000))).toMatchObject({ code: "too-large", line: 1 });
    expect(isJsonFault(jsonSource("export.json", `["${"[".repeat(1_000)}\\\\", "x"]`))).toBe(false);
  });

  test("that is broken is told with line and column", () => {
    expect(faultOf('{\n  "posts": [1 2]\n}')).toMatchObject({ code: "broken-json", line: 2, column: 15 });
    expect(faultOf('{"a": x}')).toMatchObject({
      line: 1,
      column: 7,
      message: "this is not JSON: character 'x' stands here, which must not; export the file again",
    });
  });

  test.for([
    '{"posts": [{"id": 1}\n',
    '{"posts": [1,',
    '{"posts": [12',
    '{"posts": "of the',
    '{"posts":',
    "",
  ])("that was cut off on its way is told to end too early: %s", (text) => {
    expect(faultOf(text)).toMatchObject({
      message: "this is not JSON: it ends too early, or wrongly; export the file again",
      column: text.trimEnd().length + 1,
    });
  });

  test("of one line without end is not shown", () => {
    expect(faultOf(`{"text": "${"x".repeat(500)}", y}`)).not.toHaveProperty("sourceLine");
  });

  test("nested a million deep does no harm", () => {
    expect(faultOf("[".repeat(1_000_000))).toMatchObject({ code: "too-large" });
  });
});
