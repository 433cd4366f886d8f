import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boundsOf,
  type Merging,
  mergedWords,
  pieces,
} from "../../../../src/search/making/merging/merged-words.ts";
import type { IndexedWord } from "../../../../src/search/opened/pagefind/files/piece-file.ts";
import type { Places } from "../../../../src/search/opened/pagefind/files/places.ts";
import { compareWords } from "../../../../src/search/opened/pagefind/files/sorted-words.ts";

const once: readonly Places[] = [{ weight: 25, steps: [3] }];

const at = (...articles: readonly number[]) => articles.map((article) => ({ article, places: once }));

function word(
  text: string,
  articles: readonly number[],
  others: Readonly<Record<string, number[]>> = {},
): IndexedWord {
  return {
    word: text,
    articles: at(...articles),
    others: Object.entries(others).map(([other, own]) => ({ word: other, articles: at(...own) })),
  };
}

/** @param moved the places of the articles in the part, by their places among those they were indexed with */
function merging(
  words: readonly IndexedWord[],
  moved: readonly (number | undefined)[],
  metas: readonly string[] = [],
): Merging {
  return { from: { metas, words: () => words }, placeOf: (article) => moved[article] };
}

describe("the words of articles that were indexed apart", () => {
  test("are one list: each word once, in the order of letters, with all articles in their order", () => {
    const older = merging([word("anchor", [0, 1]), word("quay", [1])], [2, 3]);
    const newer = merging([word("anchor", [1]), word("ferry", [0])], [0, 1]);
    expect([...mergedWords([older, newer], [])]).toEqual([
      word("anchor", [1, 2, 3]),
      word("ferry", [0]),
      word("quay", [3]),
    ]);
  });

  test("lack those of articles that are in the part no more, and words that only these had", () => {
    const standing = merging(
      [word("anchor", [0, 1]), word("cafe", [], { café: [1] }), word("quay", [1])],
      [0, undefined],
    );
    expect([...mergedWords([standing], [])]).toEqual([word("anchor", [0])]);
  });

  test("have other spellings in the order of letters, whichever was found first", () => {
    const one = merging([word("cafe", [0], { café: [0] })], [0]);
    const two = merging([word("cafe", [], { cafè: [0], café: [0] })], [1]);
    const both = [word("cafe", [0], { cafè: [1], café: [0, 1] })];
    expect([...mergedWords([one, two], [])]).toEqual(both);
    expect([...mergedWords([two, one], [])]).toEqual(both);
  });

  test("lead into the same fields beside the text, in whatever order fields were told", () => {
    // Odd steps lead into a field: 1 into the first, 3 into the second.
    const inField = (step: number): IndexedWord => ({
      word: "anchor",
      articles: [{ article: 0, places: [{ weight: 0, steps: [step, 4] }] }],
      others: [],
    });
    const metas: string[] = [];
    const merged = mergedWords(
      [merging([inField(3)], [0], ["title", "day"]), merging([inField(1)], [1], ["day"])],
      metas,
    );
    expect([...merged].flatMap(({ articles }) => articles.map(({ places }) => places[0]?.steps))).toEqual([
      [1, 4],
      [1, 4],
    ]);
    expect(metas).toEqual(["day"]);
  });

  test("are the same, and so are the fields they lead into, however the articles were divided", () => {
    const letters = fc.constantFrom("anchor", "bay", "\uff5a", "\u{20000}", "é");
    const fields = ["day", "kicker", "summary"];
    // The words of each article, and the field that each stands in, if it does.
    const articles = fc.array(fc.dictionary(letters, fc.option(fc.nat(2)), { maxKeys: 4 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(articles, fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }), (own, groups) => {
        const indexed = (places: readonly number[]) => {
          const words = [...new Set(places.flatMap((place) => Object.keys(own[place] ?? {})))];
          // Pagefind tells of the fields that its articles have.
          const told = fields.filter((_, field) =>
            places.some((place) => Object.values(own[place] ?? {}).includes(field)),
          );
          const placed = words.sort(compareWords).map((text) => ({
            word: text,
            articles: places.flatMap((place, article) => {
              const field = own[place]?.[text];
              if (field === undefined) return [];
              const inField = { weight: 0, steps: [told.indexOf(fields[field ?? 0] ?? "") * 2 + 1, 4] };
              return [{ article, places: field === null ? once : [...once, inField] }];
            }),
            others: [],
          }));
          return merging(placed, places, told);
        };
        const merged = (sources: readonly Merging[]) => {
          const metas: string[] = [];
          return { words: [...mergedWords(sources, metas)], metas };
        };
        const all = own.map((_, place) => place);
        const divided = [0, 1, 2].map((group) => indexed(all.filter((place) => groups[place] === group)));
        expect(merged(divided)).toEqual(merged([indexed(all)]));
      }),
    );
  });
});

describe("pieces", () => {
  test("end with the word that fills them", () => {
    // A word of an article with one place takes three numbers: the article, the weight, and the place.
    const words = ["a", "b", "c", "d", "e"].map((text) => word(text, [0]));
    expect([...pieces(words, 6)].map((piece) => piece.map((own) => own.word).join(""))).toEqual([
      "ab",
      "cd",
      "e",
    ]);
    expect([...pieces([], 6)]).toEqual([]);
  });

  test("are told by as much of their first and last words as tells them from those beside", () => {
    expect(
      boundsOf([
        ["anchor", "harbour"],
        ["harvest", "quay"],
        ["quays", "zebra"],
      ]),
    ).toEqual([
      { first: "anchor", last: "harb" },
      { first: "harv", last: "quay" },
      { first: "quays", last: "zebra" },
    ]);
    // "app" would come before "appl".
    expect(
      boundsOf([
        ["anchor", "app"],
        ["apple", "apple"],
        ["apricot", "zebra"],
      ]),
    ).toEqual([
      { first: "anchor", last: "app" },
      { first: "appl", last: "apple" },
      { first: "apr", last: "zebra" },
    ]);
  });
});
