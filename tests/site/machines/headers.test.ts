import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { openOrigins } from "../../../src/site/look/script-policy.ts";
import { headerRules, headersBy, headersText } from "../../../src/site/machines/headers.ts";

const closed = openOrigins();
const headersFor = headersBy(headerRules(closed));

describe("what the CDN sends with every file", () => {
  test("is said in _headers alone: netlify.toml has no policy of its own that would have to be opened, too", async () => {
    const toml: object = parse(await readFile(join(projectFolder, "netlify.toml"), "utf8"));
    expect(Object.keys(toml).sort()).toEqual(["build", "context", "functions", "plugins", "redirects"]);
  });

  test("is open for exactly the origins that scripts of site.yaml are from and talk to", () => {
    const origins = openOrigins([
      { src: "https://count.example/js/script.js?v=2", connect: ["https://api.count.example"], data: {} },
      { src: "https://count.example/more.js", connect: ["https://api.count.example"], data: {} },
      { src: "/own.js", connect: [], data: {} },
    ]);
    const open = headersBy(headerRules(origins))("/")["Content-Security-Policy"]?.split("; ") ?? [];
    const closed = headersFor("/")["Content-Security-Policy"]?.split("; ") ?? [];
    expect(open.filter((directive) => !closed.includes(directive))).toEqual([
      "script-src 'self' 'wasm-unsafe-eval' https://count.example",
      "connect-src 'self' https://api.count.example",
    ]);
    expect(open).toHaveLength(closed.length);
    expect(headersText(origins)).toContain(`  Content-Security-Policy: ${open.join("; ")}\n`);
  });

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
    expect(directives.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(directives.get("trusted-types")).toEqual(["default"]);
    directives.delete("require-trusted-types-for");
    directives.delete("trusted-types");
    const sources = new Set([...directives.values()].flat());
    expect(sources).toEqual(new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]));
  });

  test("is sent at every address, one with a line end in it, too", () => {
    for (const address of ["/\n", "/2026\r\n/\u2028", "/assets/\n.css"]) {
      expect(headersFor(address)["Content-Security-Policy"], address).toBe(
        headersFor("/")["Content-Security-Policy"],
      );
    }
    expect(headersFor("/a\n.pdf")["Content-Security-Policy"]).toContain("object-src 'self'");
  });

  test("lets browsers show a PDF, and run nothing in it", () => {
    expect(headersFor("/reports/2026.pdf")["Content-Security-Policy"]).toBe(
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    expect(headersFor("/reports/2026.pdf/")["Content-Security-Policy"]).toBe(
      headersFor("/")["Content-Security-Policy"],
    );
  });

  test("lets browsers keep for ever what is named by its content, and nothing else", () => {
    for (const address of ["/assets/site.0123456789.css", "/media/ab/0123456789abcdef-1-400.avif"]) {
      expect(headersFor(address)["Cache-Control"], address).toBe("public, max-age=31536000, immutable");
      expect(headersFor(address)["X-Content-Type-Options"]).toBe("nosniff");
    }
    for (const address of ["/", "/2026/11/media/", "/assets-of-the-port/", "/pagefind/parts.json"]) {
      expect(headersFor(address)["Cache-Control"], address).toBeUndefined();
    }
  });

  test("lets other sites show pictures, icons, the logo and feeds, and nothing else", () => {
    const ofOther = (address: string) => headersFor(address)["Cross-Origin-Resource-Policy"];
    for (const address of [
      "/media/ab/0123456789abcdef-2-400.avif",
      "/assets/icon.0123456789.svg",
      "/assets/logo.0123456789.png",
      "/favicon.ico",
      "/feed.xml",
      "/category/asia/feed.json",
    ])
      expect(ofOther(address), address).toBe("cross-origin");
    for (const address of [
      "/",
      "/2026/11/ferry/",
      "/2026/11/media/",
      "/2026/11/feed.xml/",
      "/search/",
      "/pagefind/parts.json",
      "/sitemap.xml",
      "/speculation-rules.json",
    ])
      expect(ofOther(address), address).toBe("same-origin");
  });

  test("is written as a path to a line and its headers indented below it", () => {
    const lines = headersText(closed).split("\n");
    expect(lines.slice(0, 2)).toEqual(["# Written by Dateline", "/*"]);
    expect(lines[lines.indexOf("/assets/*") + 1]).toBe(
      "  Cache-Control: public, max-age=31536000, immutable",
    );
    expect(lines.at(-1)).toBe("");
    expect(lines.slice(1, -1).filter((line) => !/^(?:\/\S*| {2}[\w-]+: \S.*)$/.test(line))).toEqual([]);
  });
});
