import { describe, expect, test } from "vitest";
import { datelineInCapitals, placeOfDateline, splitDateline } from "../../../src/content/article/dateline.ts";

describe("the dateline that a paragraph opens with", () => {
  test.for([
    ["GENEVA, SWITZERLAND — It left.", "GENEVA, SWITZERLAND"],
    ["GENEVA – It left.", "GENEVA"],
    ["GENEVA -- It left.", "GENEVA"],
    ["PORT-AU-PRINCE - It left.", "PORT-AU-PRINCE"],
    ["ST. JOHN'S— It left.", "ST. JOHN'S"],
    ["HONG KONG (Agency) — It left.", "HONG KONG (Agency)"],
    ["ŁÓDŹ — It left.", "ŁÓDŹ"],
    ["МОСКВА — It left.", "МОСКВА"],
    ["UN — It left.", "UN"],
  ])("%j is %j", ([paragraph = "", dateline]) => {
    expect(splitDateline(paragraph)).toEqual({ dateline, rest: "It left." });
  });

  test.for([
    "Geneva — It left.",
    "A — It left.",
    "GENEVA It left — late.",
    "GENEVA—It left.",
    "2026 — It left.",
    "홍콩 — 떠났다.",
    "(AGENCY) — It left.",
    "— It left.",
    "GENEVA — ",
    "A".repeat(81).concat(" — It left."),
    "",
  ])("%j has none", (paragraph) => {
    expect(splitDateline(paragraph)).toBeUndefined();
  });

  test("is not looked for over and over in a long run of spaces", () => {
    expect(splitDateline(`GENEVA${" ".repeat(500_000)}It left.`)).toBeUndefined();
  });
});

describe("a dateline as readers see it", () => {
  test("is in capitals, with the agency as it is", () => {
    expect(datelineInCapitals("Hong Kong (Agency News)", "en")).toBe("HONG KONG (Agency News)");
  });

  test("has the capitals of the article's language", () => {
    expect(datelineInCapitals("Izmir, Diyarbakır", "tr")).toBe("IZMİR, DİYARBAKIR");
    expect(datelineInCapitals("Gießen", "de")).toBe("GIESSEN");
  });
});

describe("the place of a dateline", () => {
  test.for([
    ["HONG KONG", "HONG KONG"],
    ["GENEVA, SWITZERLAND (Agency News)", "GENEVA, SWITZERLAND"],
    ["(Agency News)", undefined],
  ])("%s is %s", ([dateline = "", place]) => {
    expect(placeOfDateline(dateline)).toBe(place);
  });
});
