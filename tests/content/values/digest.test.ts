import { describe, expect, test } from "vitest";
import { digestOf, digestOfValue, hexDigest } from "../../../src/content/values/digest.ts";

describe("a digest", () => {
  test("is SHA-256, by the standard's own example: whole in hexadecimal, or its beginning", () => {
    const standard = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(hexDigest("abc")).toBe(standard);
    expect(hexDigest(Buffer.from("abc"), 10)).toBe("ba7816bf8f");
    expect(digestOf("abc")).toBe(Buffer.from(standard, "hex").toString("base64url").slice(0, 22));
  });

  test("of several contents is that of one after the other", () => {
    expect(digestOf("a", Buffer.from("b"), "c")).toBe(digestOf("abc"));
  });

  test("of a value knows what stands in a map, and in which order", () => {
    const map = new Map([["a", 1]]);
    expect(digestOfValue({ map })).toBe(digestOf('{"map":[["a",1]]}'));
    expect(digestOfValue({ map: map.set("b", 2) })).not.toBe(digestOfValue({ map: new Map([["a", 1]]) }));
  });
});
