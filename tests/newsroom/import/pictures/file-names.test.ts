import { describe, expect, test } from "vitest";
import { fileStemOf, isPictureName, keptPath } from "../../../../src/newsroom/import/pictures/file-names.ts";

describe("a picture is called", () => {
  test.for([
    ["https://x.example/uploads/Harbour%20at%20night.JPG?w=300", "harbour-at-night"],
    ["/uploads/항구.png", "항구"],
    ["/uploads/%ED%95%AD%EA%B5%AC.png", "항구"],
    ["photo", "photo"],
    ["../../etc/passwd", "passwd"],
    ["..\\..\\windows\\system.ini", "system"],
    ["/a/con.jpg", "picture-con"],
    ["/a/LPT1.png", "picture-lpt1"],
    ["/a/....jpg", "picture"],
    ["/a/\0.jpg", "picture"],
    ["/a/a\u202egpj.exe.jpg", "agpj-exe"],
    ["/a/\ud800.jpg", "picture"],
    ["/a/", "picture"],
    ["", "picture"],
  ])("of %j: %s", ([src = "", stem]) => {
    expect(fileStemOf(src)).toBe(stem);
  });

  test("by no more than fits into names of files, in bytes", () => {
    expect(fileStemOf(`/${"a".repeat(5000)}.jpg`)).toBe("a".repeat(100));
    expect(fileStemOf(`/${"항".repeat(5000)}.jpg`)).toBe("항".repeat(33));
  });
});

describe("a file keeps its path", () => {
  test.for([
    ["/wp-content/uploads/2019/03/Report%20(1).pdf", "wp-content/uploads/2019/03/Report (1).pdf"],
    ["/a/e%CC%81te%CC%81.pdf?x=1#p", "a/été.pdf"],
  ])("%s: %s", ([within = "", path]) => {
    expect(keptPath(within)).toBe(path);
  });

  test.for([
    "/assets/a.pdf",
    "/media/a.pdf",
    "/_redirects",
    "/robots.txt",
    "/../a.pdf",
    "/a/%2e%2e/a.pdf",
    "/.env",
    "/a//b.pdf",
    "/a/",
    "/con.pdf",
    "/a/nul",
    "/a%00.pdf",
    "/a\\b.pdf",
    "/a%3Cb.pdf",
    "/a./b.pdf",
    "a.pdf",
    "",
    `/${"a".repeat(201)}`,
    `/${"a/".repeat(500)}b`,
  ])("but not %j", (within) => {
    expect(keptPath(within)).toBeUndefined();
  });
});

test("a name tells of a picture", () => {
  expect(["/a.JPG", "/a.svg?x", "/a.heic"].map(isPictureName)).toEqual([true, true, true]);
  expect(["/a.pdf", "/jpg", "/a.jpg/b"].map(isPictureName)).toEqual([false, false, false]);
});
