import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivedPictures } from "../../../src/publish/pictures/derived-pictures.ts";

const digest = "ab0123456789cdef".repeat(4);

describe("the files a picture is published as", () => {
  test.for([
    [100, [100]],
    [400, [400]],
    [499, [499]],
    [500, [400, 500]],
    [1000, [400, 800, 1000]],
    [1200, [400, 800, 1200]],
    [6000, [400, 800, 1200]],
  ] as const)("a picture %i pixels wide has the widths %j", ([width, widths]) => {
    const { files } = derivedPictures({ digest, width, height: 100, kind: "still" });
    expect(files.filter(({ format }) => format === "avif").map((file) => file.width)).toEqual(widths);
    expect(files).toHaveLength(2 * widths.length);
  });

  test("lie in folders by the first digits of the original's digest", () => {
    const { files } = derivedPictures({ digest, width: 100, height: 100, kind: "still" });
    expect(files.map(({ file }) => file)).toEqual([
      "media/ab/0123456789cdefab-3-100.avif",
      "media/ab/0123456789cdefab-3-100.jpg",
    ]);
  });

  test("are never larger than the original, have its shape, and every address is that of a file", () => {
    const facts = fc.record({
      digest: fc.constant(digest),
      width: fc.integer({ min: 1, max: 20_000 }),
      height: fc.integer({ min: 1, max: 20_000 }),
      kind: fc.constantFrom("still", "transparent", "animated"),
    });
    fc.assert(
      fc.property(facts, (facts) => {
        const { rendition, files } = derivedPictures(facts);
        const addresses = files.map(({ file }) => `/${file}`);
        expect(Math.max(...files.map(({ width }) => width))).toBe(Math.min(facts.width, 1200));
        expect(
          Math.abs(rendition.height - (rendition.width * facts.height) / facts.width),
        ).toBeLessThanOrEqual(1);
        const named = rendition.sources.flatMap(({ srcset }) =>
          srcset.split(", ").map((candidate) => candidate.split(" ")[0]),
        );
        expect(new Set(addresses).size).toBe(addresses.length);
        expect(new Set([...named, rendition.src, rendition.share.src])).toEqual(new Set(addresses));
        expect(rendition.share.src).toMatch(/\.jpg$/);
      }),
    );
  });
});
