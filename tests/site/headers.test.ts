import { describe, expect, test } from "vitest";
import { headersFor, headersText } from "../../src/site/headers.ts";

describe("what the CDN sends with every file", () => {
  test("allows nothing inline and nothing from elsewhere", () => {
    const policy = headersFor("/2026/11/ferry/")["Content-Security-Policy"] ?? "";
    const directives = new Map(
      policy.split("; ").map((directive) => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources];
      }),
    );
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    const sources = new Set([...directives.values()].flat());
    expect(sources).toEqual(new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]));
  });

  test("lets browsers keep for ever what is named by its content, and nothing else", () => {
    expect(headersFor("/assets/site-abc123.css")["Cache-Control"]).toBe(
      "public, max-age=31536000, immutable",
    );
    expect(headersFor("/assets/site-abc123.css")["X-Content-Type-Options"]).toBe("nosniff");
    expect(headersFor("/")["Cache-Control"]).toBeUndefined();
    expect(headersFor("/assets-of-the-port/")["Cache-Control"]).toBeUndefined();
  });

  test("is written as a path to a line and its headers indented below it", () => {
    const lines = headersText().split("\n");
    expect(lines.slice(0, 2)).toEqual(["# Written by Dateline", "/*"]);
    expect(lines.slice(-3)).toEqual([
      "/assets/*",
      "  Cache-Control: public, max-age=31536000, immutable",
      "",
    ]);
    expect(lines.slice(1, -1).filter((line) => !/^(?:\/\S*| {2}[\w-]+: \S.*)$/.test(line))).toEqual([]);
  });
});
