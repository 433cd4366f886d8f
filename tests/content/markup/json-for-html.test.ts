import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonForHtml } from "../../../src/content/markup/json-for-html.ts";

test("no text ends the script element that JSON stands in, or opens a comment in it", () => {
  expect(jsonForHtml({ name: "</script><!-- & \u2028" })).toBe(
    '{"name":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028"}',
  );
});

test("JSON in HTML is read back as the value it was made of, and holds no angle bracket, whatever the value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const json = jsonForHtml(value);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
    }),
  );
});
