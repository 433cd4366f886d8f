import { describe, expect, test } from "vitest";
import { sourceCandidates } from "../../../../src/newsroom/import/pictures/source-candidates.ts";

const base = "https://x.example/wp-content/uploads/2019/03";

function candidates(src: string, ...known: readonly string[]): string[] {
  return sourceCandidates(src, (one) => known.includes(one));
}

describe("a picture is looked for", () => {
  test("as the original, then as the copy that was named, then with its query", () => {
    expect(candidates(`${base}/a-300x200.jpg?w=3#x`)).toEqual([
      `${base}/a.jpg`,
      `${base}/a-300x200.jpg`,
      `${base}/a-300x200.jpg?w=3#x`,
    ]);
    expect(candidates(`${base}/a.jpg`)).toEqual([`${base}/a.jpg`]);
  });

  test("as what WordPress made of a very large original, where the archive tells of that", () => {
    const scaled = `${base}/a-scaled.jpg`;
    const all = [`${base}/a.jpg`, `${base}/a-scaled.jpg`, `${base}/a-1024x768.jpg`];
    expect(all.map((src) => candidates(src, scaled)[0])).toEqual([scaled, scaled, scaled]);
  });

  test("behind services that make copies", () => {
    expect(candidates("https://i2.wp.com/x.example/a-300x200.jpg?resize=300&ssl=1")).toEqual([
      "https://x.example/a.jpg",
      "https://x.example/a-300x200.jpg",
    ]);
    expect(candidates("/content/images/size/w600/format/webp/2019/03/a.jpg")).toEqual([
      "/content/images/2019/03/a.jpg",
      "/content/images/size/w600/format/webp/2019/03/a.jpg",
    ]);
  });

  test("under its own name, where that only looks like a copy's", () => {
    expect(candidates("/a-2x4.jpg")).toEqual(["/a-2x4.jpg"]);
    expect(candidates("/4-300x200-b.jpg")).toEqual(["/4-300x200-b.jpg"]);
    expect(candidates("/picture.php?id=7")).toEqual(["/picture.php", "/picture.php?id=7"]);
  });
});
