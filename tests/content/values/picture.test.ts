import { describe, expect, test } from "vitest";
import { ambiguousNames, pictureFileOf, pictureName } from "../../../src/content/values/picture.ts";
import { renditionAt } from "../../site-values.ts";

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

  test("is found where the system takes its name apart, and an article does not, or the other way round", () => {
    const name = "articles/2026/11/Élysée 항구.jpg";
    for (const [onDisk, written] of [
      [name.normalize("NFD"), name.normalize("NFC")],
      [name.normalize("NFC"), name.normalize("NFD")],
    ] as const) {
      const found = new Map([[onDisk, renditionAt("/media/a.jpg")]]);
      expect(pictureFileOf(written.slice("articles/2026/11/".length), article, found)).toBe(onDisk);
      expect(pictureFileOf(encodeURI(written.slice("articles/2026/11/".length)), article, found)).toBe(
        onDisk,
      );
    }
  });

  test("is the one of the very name where two names read alike", () => {
    const names = ["articles/2026/11/é.jpg".normalize("NFC"), "articles/2026/11/é.jpg".normalize("NFD")];
    const both = new Map(names.map((name) => [name, renditionAt("/media/a.jpg")]));
    for (const name of names) {
      expect(pictureFileOf(name.slice("articles/2026/11/".length), article, both)).toBe(name);
    }
    expect(ambiguousNames(both)).toEqual(names);
    expect(ambiguousNames(pictures)).toEqual(["articles/images/100%25.png"]);
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
