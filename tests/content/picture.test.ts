import { describe, expect, test } from "vitest";
import { pictureFileOf, pictureName } from "../../src/content/picture.ts";
import { renditionAt } from "../site-values.ts";

const article = "articles/2026/11/tunnel.md";
const pictures = new Map(
  ["articles/2026/11/tunnel.jpg", "articles/images/항구 1.png", "articles/images/100%25.png"].map((file) => [
    file,
    renditionAt("/media/a.jpg"),
  ]),
);

describe("the picture that an article names", () => {
  test.for([
    ["tunnel.jpg", "articles/2026/11/tunnel.jpg"],
    ["./tunnel.jpg", "articles/2026/11/tunnel.jpg"],
    ["../../images/항구 1.png", "articles/images/항구 1.png"],
    ["../../images/%ED%95%AD%EA%B5%AC%201.png", "articles/images/항구 1.png"],
    ["../../images/100%25.png", "articles/images/100%25.png"],
  ])("%s is the file %s", ([src = "", file]) => {
    expect(pictureFileOf(src, article, pictures)).toBe(file);
  });

  test.for([
    "missing.jpg",
    "Tunnel.jpg",
    "../../../../etc/passwd",
    "https://a.example/tunnel.jpg",
    "%zz",
    "",
  ])("%j is none", (src) => {
    expect(pictureFileOf(src, article, pictures)).toBeUndefined();
  });
});

test("files that can carry scripts are no pictures", () => {
  expect(["a.JPG", "a.jpeg", "a.avif", "a.webp"].filter((name) => !pictureName.test(name))).toEqual([]);
  expect(["a.svg", "a.html", "a.png.svg", "png"].filter((name) => pictureName.test(name))).toEqual([]);
});
