import { describe, expect, test } from "vitest";
import { frontStories } from "../../../src/site/stories/front-stories.ts";
import { chosenPlace, mayLead, newestFirst } from "../../../src/site/stories/publishing.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const site = siteOf();
const noon = Date.parse("2026-11-24T12:00Z");

/** The front page at noon of 24 November, of stories given as headline, date and further front matter. */
function frontOf(stories: Parameters<typeof articlesOf>[1]) {
  const shown = newestFirst(articlesOf(site, stories));
  const categories = new Map(shown.flatMap(({ categories }) => categories).map((term) => [term.name, term]));
  const filed = [...categories.values()].map(
    (term) => [term, shown.filter((article) => article.categories.includes(term))] as const,
  );
  return frontStories(shown, filed, {
    mayLead: (article) => mayLead(article, noon),
    chosenPlace: (article) => chosenPlace(article, noon),
  });
}

const top = (stories: Parameters<typeof articlesOf>[1]) => frontOf(stories).top.map(({ title }) => title);

/** From the newest to the oldest, beside those that a test is about. */
const others = ["A", "B", "C", "D", "E", "F"].map(
  (title, index) => [title, `2026-11-${20 - index}`] as const,
);

describe("the stories of the front page", () => {
  test("are the newest where nobody chose", () => {
    expect(top(others)).toEqual(["A", "B", "C", "D", "E"]);
    expect(top(others.slice(0, 2))).toEqual(["A", "B"]);
    expect(top([])).toEqual([]);
  });

  test("stand at the places that were chosen, the newest at the others", () => {
    expect(top([...others, ["Lead", "2026-11-01", "priority: 1"]])).toEqual(["Lead", "A", "B", "C", "D"]);
    expect(top([...others, ["Third", "2026-11-01", "priority: 3"]])).toEqual(["A", "B", "Third", "C", "D"]);
    expect(
      top([...others, ["Last", "2026-11-01", "priority: 5"], ["Second", "2026-11-02", "priority: 2"]]),
    ).toEqual(["A", "Second", "B", "C", "Last"]);
  });

  test("move down by one where a newer story was given the same place", () => {
    expect(
      top([
        ...others,
        ["Old lead", "2026-11-01", "priority: 1"],
        ["New lead", "2026-11-02", "priority: 1"],
        ["Second", "2026-11-03", "priority: 2"],
      ]),
    ).toEqual(["New lead", "Old lead", "Second", "A", "B"]);
    const six = ["U", "V", "W", "X", "Y", "Z"].map(
      (title, index) => [title, `2026-10-0${index + 1}`, "priority: 1"] as const,
    );
    // Five places: the oldest of six has none, and is older than all that need none.
    expect(top([...others, ...six])).toEqual(["Z", "Y", "X", "W", "V"]);
  });

  test("step back at the very moment that was written", () => {
    const lead = (until: string) => ["Lead", "2026-11-01", `priority: {place: 1, until: ${until}}`] as const;
    expect(top([...others, lead("2026-11-24 12:01")])[0]).toBe("Lead");
    expect(top([...others, lead("2026-11-24 12:00")])).toEqual(["A", "B", "C", "D", "E"]);
  });

  test("lead as drafts in the preview, but neither before they are due nor after they expired", () => {
    expect(top([...others, ["Draft", "2026-11-01", "priority: 1", "draft: true"]])[0]).toBe("Draft");
    expect(top([...others, ["Later", "2026-11-25", "priority: 1"]])[0]).toBe("A");
    expect(top([...others, ["Over", "2026-11-01", "priority: 1", "expires: 2026-11-02"]])[0]).toBe("A");
  });

  test("are led by nothing that is paid for, unless somebody chose it or there is nothing else", () => {
    const paid = (...lines: string[]) => ["Paid", "2026-11-21", "kind: sponsored", ...lines] as const;
    expect(top([...others, paid()])).toEqual(["A", "Paid", "B", "C", "D"]);
    expect(top([...others, paid("priority: 1")])[0]).toBe("Paid");
    expect(top([...others, paid("priority: {place: 1, until: 2026-11-22}")])[0]).toBe("A");
    expect(top([...others, paid(), ["Lead", "2026-11-01", "priority: 1"]])).toEqual([
      "Lead",
      "Paid",
      "A",
      "B",
      "C",
    ]);
    expect(top([paid()])).toEqual(["Paid"]);
    expect(top([paid(), ["Later", "2026-11-25"]])).toEqual(["Paid", "Later"]);
  });

  test("are large in two categories, medium in six, and brief in all others, four and three of each", () => {
    const inCategory = (category: number) =>
      Array.from(
        { length: 6 },
        (_, index) =>
          [`${category}/${index}`, `2026-10-${10 + index}`, `categories: [C${category}]`] as const,
      );
    const { blocks, latest } = frontOf(Array.from({ length: 10 }, (_, index) => inCategory(index)).flat());
    expect(blocks.map(({ category, size, stories }) => `${category.name} ${size} ${stories.length}`)).toEqual(
      [
        ...["C9 large 4", "C8 large 4"],
        ...["C7 medium 3", "C6 medium 3", "C5 medium 3", "C4 medium 3", "C3 medium 3", "C2 medium 3"],
        ...["C1 brief 3", "C0 brief 3"],
      ],
    );
    // Of the newest day ten stories: five stand above, five in the list, and three of the day before.
    expect(latest.map(({ title }) => title)).toEqual([
      "4/5",
      "3/5",
      "2/5",
      "1/5",
      "0/5",
      "9/4",
      "8/4",
      "7/4",
    ]);
  });

  test("have no list of the latest where it would be shorter than three", () => {
    const stories = Array.from({ length: 13 }, (_, index) => [`S${index}`, `2026-11-${10 + index}`] as const);
    expect(frontOf(stories).latest).toEqual([]);
    expect(frontOf([...stories, ["One more", "2026-11-01"]]).latest.map(({ title }) => title)).toEqual([
      "S7",
      "S6",
      "S5",
    ]);
  });
});
