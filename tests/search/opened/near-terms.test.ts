import { expect, test } from "vitest";
import { nearTerms } from "../../../src/search/opened/near-terms.ts";

const counts = new Map(
  [
    ["ferries", 3],
    ["harbour tunnel", 9],
    ["Tunnels", 2],
    ["weather", 40],
    ["whether or not", 1],
    ["항구 도서관", 2],
  ].map(([name, count]) => [{ slug: String(name), name: String(name) }, Number(count)]),
);

test.for([
  ["a word of its name", "tunnel of love", ["harbour tunnel", "Tunnels"]],
  ["a misspelt word", "wheather", ["weather", "whether or not"]],
  ["a beginning", "ferrying", ["ferries"]],
  ["a word of another script", "도서관", ["항구 도서관"]],
  ["nothing in common", "opera", []],
  ["no words", "?!", []],
] as const)("terms are close to a query by %s", ([, query, names]) => {
  expect(nearTerms(query, counts).map(({ name }) => name)).toEqual(names);
});
