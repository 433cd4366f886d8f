import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { projectFolder } from "../../src/build/project.ts";
import { headerRules, headersFor } from "../../src/site/headers.ts";

const netlify = z.object({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
});

describe("what is sent with every file", () => {
  test("is the same in netlify.toml", async () => {
    const { headers } = netlify.parse(parse(await readFile(join(projectFolder, "netlify.toml"), "utf8")));
    expect(headers).toEqual(headerRules.map((rule) => ({ for: rule.path, values: rule.headers })));
  });

  test("lets browsers keep for ever what is named by its content, and nothing else", () => {
    for (const address of ["/assets/site.0123456789.css", "/media/ab/0123456789abcdef-1-400.avif"]) {
      expect(headersFor(address)["Cache-Control"], address).toBe("public, max-age=31536000, immutable");
    }
    for (const address of ["/", "/2026/11/media/", "/pagefind/pagefind.js"]) {
      expect(headersFor(address)["Cache-Control"], address).toBeUndefined();
    }
  });
});
