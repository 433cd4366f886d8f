import { describe, expect, test } from "vitest";
import { placeOfDateline } from "../../src/content/dateline.ts";

describe("the place of a dateline", () => {
  test.for([
    ["HONG KONG", "HONG KONG"],
    ["GENEVA, SWITZERLAND (Agency News)", "GENEVA, SWITZERLAND"],
    ["(Agency News)", undefined],
  ])("%s is %s", ([dateline = "", place]) => {
    expect(placeOfDateline(dateline)).toBe(place);
  });
});
