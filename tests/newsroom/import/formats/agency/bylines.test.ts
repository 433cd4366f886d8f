import { describe, expect, test } from "vitest";
import { namesIn } from "../../../../../src/newsroom/import/formats/agency/bylines.ts";

describe("a byline names its writers", () => {
  test.for([
    ["By Meredith Jameson, Staff Reporter", ["Meredith Jameson"]],
    ["Paulo Santalucia and Frances d'Emilio", ["Paulo Santalucia", "Frances d'Emilio"]],
    ["Von Christian Hollmann, dpa", ["Christian Hollmann"]],
    ["Par Jean DUPONT et Aïcha Ben Ali", ["Jean DUPONT", "Aïcha Ben Ali"]],
    ["By A. B. SMITH, Associated Press", ["A. B. SMITH"]],
    ["Mei Tan (Seoul) / Jo Doe - AFP", ["Mei Tan", "Jo Doe"]],
    ["di Anna Rossi e Di Maria", ["Anna Rossi", "Di Maria"]],
    ["Da Costa", ["Da Costa"]],
    ["김철수", ["김철수"]],
    ["Harbour Wire", []],
    ["mei@private.example", []],
    ["", []],
  ] as const)("%s", ([line, names]) => {
    expect(namesIn(line, "Harbour Wire")).toEqual(names);
  });
});
