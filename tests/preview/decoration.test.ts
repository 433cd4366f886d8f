import { describe, expect, test } from "vitest";
import { errorAt } from "../../src/content/diagnostics/diagnostic.ts";
import { decorated } from "../../src/preview/decoration.ts";

const page = "<!doctype html>\n<head>\n<title>$& A</title>\n</head>\n<body>\n<main>A</main>\n</body>\n";

const fault = errorAt({ file: "articles/a.md" }, "bad-date", "is no date");

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

  test("may have a title and a body with attributes, as a site's own layouts write them", () => {
    const own =
      '<!doctype html>\n<TITLE lang="de">A</TITLE>\n<body class="home"\n  data-at="a > b"><main>A</main>';
    const shown = decorated(own, "7", [fault]);
    expect(shown).toMatch(
      /^<!doctype html>\n<meta name="preview-version"[\s\S]*<\/script>\n<TITLE lang="de">A</,
    );
    expect(shown).toMatch(
      /data-at="a > b"><section class="preview-overlay"[\s\S]*<\/section>\n<main>A<\/main>$/,
    );
  });

  test("has them once, and nowhere in what only looks like a title or a body", () => {
    const traps =
      '<!-- <title><body> -->\n<script>"<title><body>"</script>\n<meta content="<title><body>">\n';
    const article = "<svg><title>A</title></svg>\n<code>&lt;body></code>\n<body class>";
    const shown = decorated(`${traps}<title>A</title>\n<body>\n${article}`, "7", [fault]);
    const [before = "", head, overlay, ...others] = shown.split(/(?=<meta name="preview)|(?=<section)/);
    expect(others).toEqual([]);
    expect(before).toBe(traps);
    expect(head).toMatch(/<\/script>\n<title>A<\/title>\n<body>\n$/);
    expect(overlay?.endsWith(`</section>\n${article}`)).toBe(true);
  });

  test("is left as it is where it has neither, as what Eleventy makes beside pages", () => {
    expect(decorated('{"a": "<b>"}\n', "7", [fault])).toBe('{"a": "<b>"}\n');
  });
});
