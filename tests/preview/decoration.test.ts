import { describe, expect, test } from "vitest";
import { errorAt } from "../../src/content/diagnostics/diagnostic.ts";
import { decorated } from "../../src/preview/decoration.ts";

const page = "<!doctype html>\n<head>\n<title>$& A</title>\n</head>\n<body>\n<main>A</main>\n</body>\n";

describe("a page of the preview", () => {
  test("loads what makes it load again, before its title, and is else as it will be published", () => {
    const shown = decorated(page, "7", []);
    const added = shown.slice(shown.indexOf("<meta"), shown.indexOf("<title>"));
    expect(added.trimEnd().split("\n")).toEqual([
      '<meta name="preview-version" content="7">',
      expect.stringMatching(/^<link rel="stylesheet" href="\/[^"]+\/preview\.css">$/),
      expect.stringMatching(/^<script type="module" src="\/[^"]+\/preview\.js"><\/script>$/),
    ]);
    expect(shown.replace(added, () => "")).toBe(page);
  });

  test("tells what is wrong at the start of its body, as text", () => {
    const fault = errorAt({ file: "articles/<b>$&.md", line: 2, column: 1 }, "bad-date", "no </pre> here");
    const shown = decorated(page, "7", [fault]);
    expect(shown).toMatch(/<body>\n<section class="preview-overlay" role="alert">\n<h2>1 error<\/h2>/);
    expect(shown).toContain("articles/&lt;b&gt;$&amp;.md:2:1 error bad-date: no &lt;/pre&gt; here");
    expect(shown).toContain("</section>\n<main>A</main>");
  });
});
