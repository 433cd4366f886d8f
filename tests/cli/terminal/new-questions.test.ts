import { describe, expect, test } from "vitest";
import { type Answerer, completed, type NewArticle } from "../../../src/cli/terminal/new-questions.ts";
import { siteOf } from "../../site-values.ts";

const nothing: NewArticle = { categories: [], tags: [], authors: [] };
const open = siteOf().terms;
const listed = siteOf(
  "categories: [{name: Asia}, {name: Business}]",
  "authors: [{name: Mei Tan}]",
  "sources: [{name: Agency}]",
).terms;

/** Gives these answers in turn and keeps the questions. A text that is refused is followed by the next. */
function answering(...answers: readonly string[]): Answerer & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  return {
    asked,
    write: async (question, fault) => {
      asked.push(question);
      for (;;) {
        const answer = left.shift() ?? "";
        const reason = fault?.(answer);
        if (reason === undefined) return answer;
        asked.push(reason);
      }
    },
    choose: async (question, names) => {
      asked.push(`${question}: ${names.join("/")}`);
      const answer = left.shift() ?? "";
      return answer === "" ? [] : [answer];
    },
    pick: async (question, names) => {
      asked.push(`${question}: ${names.join("/")}`);
      return left.shift();
    },
  };
}

describe("npm run new at a terminal", () => {
  test("asks for everything where nothing is given", async () => {
    const answerer = answering(
      "Ferry returns",
      "Asia, Business",
      "HONG KONG",
      "Mei Tan，Park",
      "",
      "ferry, ",
    );
    expect(await completed(nothing, open, answerer)).toEqual({
      title: "Ferry returns",
      categories: ["Asia", "Business"],
      dateline: "HONG KONG",
      authors: ["Mei Tan", "Park"],
      source: undefined,
      tags: ["ferry"],
    });
    expect(answerer.asked).toEqual([
      "Headline",
      "Categories, with commas between them",
      "Dateline: the place it comes from, or nothing",
      "Authors, with commas between them",
      "Source: the agency it comes from, or nothing",
      "Tags, with commas between them",
    ]);
  });

  test("offers what site.yaml lists", async () => {
    const answerer = answering("Ferry returns", "Business", "", "", "Agency", "");
    expect(await completed(nothing, listed, answerer)).toMatchObject({
      categories: ["Business"],
      authors: [],
      source: "Agency",
    });
    expect(answerer.asked).toContain("Categories: Asia/Business");
    expect(answerer.asked).toContain("Authors: Mei Tan");
    expect(answerer.asked).toContain("Source: the agency it comes from, or nothing: Agency");
  });

  test("asks again for a headline without letters, and for at least one category", async () => {
    const answerer = answering("?!", "Ferry", " , ", "Asia");
    expect(await completed(nothing, open, answerer)).toMatchObject({ title: "Ferry", categories: ["Asia"] });
    expect(answerer.asked.slice(0, 4)).toEqual([
      "Headline",
      "A headline has letters or digits.",
      "Categories, with commas between them",
      "Name at least one.",
    ]);
  });

  test("asks for nothing that is given", async () => {
    const given = { title: "Ferry", categories: [], tags: ["ferry"], authors: ["Mei Tan"], source: "Agency" };
    const answerer = answering("Asia", "HONG KONG");
    expect(await completed(given, open, answerer)).toEqual({
      ...given,
      categories: ["Asia"],
      dateline: "HONG KONG",
    });
    expect(answerer.asked).toHaveLength(2);
  });

  test("asks for nothing at all where headline and category are known", async () => {
    const answerer = answering();
    const given = { ...nothing, title: "Ferry" };
    expect(await completed({ ...given, categories: ["Asia"] }, open, answerer)).toMatchObject({
      title: "Ferry",
    });
    const onlyNews = siteOf("categories: [{name: News}]").terms;
    expect(await completed(given, onlyNews, answerer)).toMatchObject({ categories: ["News"] });
    expect(answerer.asked).toEqual([]);
  });
});
