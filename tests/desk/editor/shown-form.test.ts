import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleForm } from "../../../src/content/writing/article-form.ts";
import { mergedArticle } from "../../../src/content/writing/article-merge.ts";
import { fileForm, shownForm } from "../../../src/desk/editor/shown-form.ts";

const zone = "Asia/Hong_Kong";
const article = (lines: readonly string[], body = "Words.") =>
  `${["---", "title: Night ferry", ...lines, "---", "", body, ""].join("\n")}`;

/** The file after a form that was changed by `change` was saved. */
function saved(original: string, change: Readonly<Record<string, unknown>> = {}, body?: string): string {
  const shown = shownForm(original, zone);
  const edited = { values: { ...shown.values, ...change }, body: body ?? shown.body };
  return mergedArticle(original, fileForm(edited, original, zone));
}

describe("the form that the editor shows", () => {
  test("names pictures as the picture library does, wherever the article names them", () => {
    const { values, body } = shownForm(
      article(
        ["image: {src: ../../images/a.jpg, alt: A}"],
        "![One](../../images/one.png) and ![두](<../../images/my 두.webp>), [no picture](../../x.md)",
      ),
      zone,
    );
    expect(values["image"]).toEqual({ src: "/articles/images/a.jpg", alt: "A" });
    expect(body).toBe(
      "![One](/articles/images/one.png) and ![두](</articles/images/my 두.webp>), [no picture](../../x.md)",
    );
  });

  test("shows moments by the site's clocks, whatever offset they were written with", () => {
    const { values } = shownForm(
      article([
        "date: 2026-11-20T08:30:00+09:00",
        "updated: 2026-11-20 23:30:00Z",
        "expires: 2026-12-31T23:00Z",
        "corrections: [{date: 2026-11-21T01:00-05:00, text: Was wrong.}]",
      ]),
      zone,
    );
    expect(values).toMatchObject({
      date: "2026-11-20 07:30",
      updated: "2026-11-21 07:30",
      expires: "2027-01-01 07:00",
      corrections: [{ date: "2026-11-21 14:00", text: "Was wrong." }],
    });
  });

  test.for([
    ["2026-11-20 9:05", "2026-11-20 09:05"],
    ["2026-11-20  09:05:30", "2026-11-20 09:05"],
    ["2026-11-20T9:05:30,5", "2026-11-20 09:05"],
    ["2026-11-20 9:05 +09", "2026-11-20 08:05"],
    ["2026-11-20t09:05:30,5+0900", "2026-11-20 08:05"],
    ["2026-11-20 23:30:00.25 z", "2026-11-21 07:30"],
    ["2026-02-30 09:05+09:00", "2026-02-30 09:05+09:00"],
    ["next week", "next week"],
  ])("shows whatever a check takes for a moment, and nothing else, in one form: %s", ([written, clock]) => {
    const original = article([`date: ${written}`]);
    expect(shownForm(original, zone).values["date"]).toBe(clock);
    expect(saved(original, { title: "Day ferry" })).toBe(original.replace("Night ferry", "Day ferry"));
  });

  test("shows texts that only look like moments as they are", () => {
    const lines = ["tags: [2026-11-20, 2026-11-20T08:30Z]", "description: 2026-11-20T08:30:00+09:00"];
    const { values } = shownForm(article(lines), zone);
    expect(values["tags"]).toEqual(["2026-11-20", "2026-11-20T08:30Z"]);
    expect(values["description"]).toBe("2026-11-20T08:30:00+09:00");
  });

  test("is of no draft where the file says nothing of one", () => {
    expect(shownForm(article(["date: 2026-11-20"]), zone).values["draft"]).toBe(false);
    expect(shownForm(article(["draft: true"]), zone).values["draft"]).toBe(true);
  });
});

describe("what goes back into the file", () => {
  const original = article(
    ["date: 2026-11-20T08:30+09:00", 'image: {src: "../../images/a.jpg", alt: A}'],
    "![One](../../images/one.png)\n\nWords.",
  );

  test("is what was there, where nothing was changed", () => {
    expect(saved(original)).toBe(original);
    expect(saved(original, { title: "Day ferry" })).toBe(original.replace("Night ferry", "Day ferry"));
  });

  test("names a picture of the library from the article", () => {
    const image = { src: "/articles/images/두 b.jpg", alt: "B" };
    expect(articleForm(saved(original, { image })).values["image"]).toEqual({
      src: "../../images/두 b.jpg",
      alt: "B",
    });
    expect(saved(original, {}, "![B](/articles/2026/11/b.jpg)\n\nWords.")).toContain(
      "\n\n![B](../../2026/11/b.jpg)\n\nWords.\n",
    );
  });

  test("is a moment by the site's clocks where one was changed", () => {
    expect(saved(original, { date: "2026-11-20 07:45" })).toContain("\ndate: 2026-11-20 07:45\n");
  });

  test("of a new article names pictures from it, too", () => {
    const form = { values: { image: { src: "/articles/images/a.jpg", alt: "A" } }, body: "Words." };
    expect(fileForm(form, undefined, zone).values).toEqual({
      image: { src: "../../images/a.jpg", alt: "A" },
    });
  });

  test("is the same file for every body and every picture that nobody touched", () => {
    const place = fc.constantFrom(
      "../../images/a.png",
      "../../x.jpg",
      "a.png",
      "../b.webp",
      "https://x.example/a.png",
    );
    const body = fc
      .array(
        fc.oneof(
          place.map((path) => `![A](${path})`),
          fc.constant("Words"),
        ),
      )
      .map((l) => l.join("\n\n"));
    fc.assert(
      fc.property(place, body, (src, text) => {
        const file = article([`image: {src: ${src}, alt: A}`], text);
        expect(saved(file)).toBe(file);
      }),
    );
  });
});
