import { describe, expect, test } from "vitest";
import { hasPhrase } from "../../../src/search/answering/phrases.ts";

describe("a quoted phrase", () => {
  test.for([
    ["A dispute over night shifts.", "night shift", false],
    ["She came after the night shift, she said.", "Night Shift", true],
    ["The women’s league", "women's league", true],
    ["The U.S. envoy", "us envoy", true],
    ["A café noir", "cafe noir", true],
    ["新しい\u2060 トンネル", "新しいトンネル", true],
    ["the tunnel below the harbour", "harbour tunnel", false],
  ] as const)("%s: %s, %s", ([text, phrase, stands]) => {
    expect(hasPhrase(text, phrase)).toBe(stands);
  });
});
