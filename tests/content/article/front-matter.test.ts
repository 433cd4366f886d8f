import { describe, expect, test } from "vitest";
import { frontMatterSchema, soundFrontMatter } from "../../../src/content/article/front-matter.ts";
import { check } from "../../../src/content/yaml/checked.ts";
import { readYaml } from "../../../src/content/yaml/yaml-source.ts";

const told = (line: string) =>
  check(
    frontMatterSchema,
    readYaml("a.md", `title: A\ncategories: [News]\n${line}`),
    "front matter",
  ).diagnostics.map(({ code, message }) => `${code}: ${message}`);

describe("front matter", () => {
  test("may have every key of the documentation", () => {
    const text = `
title: Harbour tunnel opens after nine years
date: 2026-11-20 08:30
categories: [Asia, Business]
tags: [harbour tunnel, transport]
description: One or two sentences.
dateline: HONG KONG
authors: [Mei Tan]
source: {name: Agency News, url: https://agency.example/1}
image: {src: a.jpg, alt: A tunnel, caption: The tunnel, credit: Mei Tan}
updated: 2026-11-21 10:00
corrections: [{date: 2026-11-22, text: It took nine years.}]
draft: false
expires: 2026-12-20
slug: harbour-tunnel-opens
permalink: /tunnel/
aliases: [/old/address/]
language: KO-kr
`;
    const { value, diagnostics } = check(frontMatterSchema, readYaml("a.md", text), "front matter");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ date: "2026-11-20 08:30", language: "ko-KR", draft: false });
  });

  test("without keys that may be left out has empty lists and is no draft", () => {
    expect(frontMatterSchema.parse({ title: "A", categories: ["News"] })).toEqual({
      title: "A",
      categories: ["News"],
      tags: [],
      authors: [],
      aliases: [],
      corrections: [],
      draft: false,
    });
  });

  test("has texts of one line each", () => {
    const { title } = frontMatterSchema.parse({ title: " Two\n lines\u0007 ", categories: ["News"] });
    expect(title).toBe("Two lines");
  });

  test("tells of a nested key that is mistyped which was meant", () => {
    expect(told("image: {src: a.jpg, alt: A, captoin: C}")).toEqual([
      'unknown-key: "captoin" is not a key of "image"; did you mean "caption"?',
    ]);
  });

  test("tells of a source's address that is none where it stands", () => {
    expect(told("source: {name: A, url: agency.example}")).toEqual([
      'bad-url: "source.url" must be a whole web address that starts with https:// or http://',
    ]);
  });
});

describe("what is sound in front matter with errors", () => {
  test("is read all the same, so that other errors show too", () => {
    const value = { title: 5, categories: ["News"], tags: ["ferry"], date: "2026-11-20" };
    expect(soundFrontMatter(value, new Set(["title"]))).toMatchObject({
      tags: ["ferry"],
      date: "2026-11-20",
    });
  });

  test("has no categories where these are at fault", () => {
    expect(soundFrontMatter({ title: "A", categories: [5] }, new Set(["categories"]))).toMatchObject({
      title: "A",
      categories: [],
    });
  });

  test("is nothing where it is no mapping", () => {
    expect(soundFrontMatter("title", new Set())).toBeUndefined();
  });
});
