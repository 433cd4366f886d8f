import { describe, expect, test } from "vitest";
import { frontMatterSchema, soundFrontMatter } from "../../../src/content/article/front-matter.ts";
import { readArticle } from "../../../src/content/article/reading/article-reading.ts";
import type { DiagnosticCode } from "../../../src/content/diagnostics/diagnostic-codes.ts";
import { termKinds } from "../../../src/content/names/terms.ts";
import { check } from "../../../src/content/yaml/checked.ts";
import { type KeySchema, keysOf, kindAt, schemaAt } from "../../../src/content/yaml/schema-keys.ts";
import { readYaml, type YamlPath } from "../../../src/content/yaml/yaml-source.ts";
import { contentRules } from "../../../src/site/settings/site.ts";
import { siteOf } from "../../site-values.ts";

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
kind: press release
series: Ways across the water
tags: [harbour tunnel, transport]
description: One or two sentences.
dateline: HONG KONG
authors: [Mei Tan]
source: {name: Agency News, url: https://agency.example/1}
image: {src: a.jpg, alt: A tunnel, caption: The tunnel, credit: Mei Tan, focus: top left}
updated: 2026-11-21 10:00
corrections: [{date: 2026-11-22, text: It took nine years.}]
draft: false
expires: 2026-12-20
priority: {place: 1, until: 2026-11-20 18:00}
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

  test("tells what kinds of articles there are", () => {
    expect(told("kind: column")).toEqual([
      'bad-value: "kind" must be opinion, analysis, review, press release or sponsored',
    ]);
  });

  test("tells of a source's address that is none where it stands", () => {
    expect(told("source: {name: A, url: agency.example}")).toEqual([
      'bad-url: "source.url" must be a whole web address that starts with https:// or http://',
    ]);
  });
});

describe("a text of front matter", () => {
  /** No such day, no picture's file, and no term of the site. */
  const unread = "2026-02-30";

  const textPaths = (schema: KeySchema, path: YamlPath): YamlPath[] => [
    ...(schema.type === "string" || schema.anyOf?.some(({ type }) => type === "string") ? [path] : []),
    ...[...keysOf(schema)].flatMap(([key, held]) => textPaths(held, [...path, key])),
    ...(schema.items === undefined ? [] : textPaths(schema.items, [...path, 0])),
  ];

  function valueWith(path: YamlPath): unknown {
    const [key, ...rest] = path;
    if (key === undefined) return unread;
    return typeof key === "number" ? [valueWith(rest)] : { [key]: valueWith(rest) };
  }

  /** What the reader takes a text for, by what it finds wrong with it. */
  function readAs(path: YamlPath): string | undefined {
    const values = Object.assign(
      { title: "A", date: "2026-11-20", categories: ["News"] },
      valueWith(path),
      path[0] === "image" && { image: { src: "a.png", alt: "A", [String(path[1])]: unread } },
      path[0] === "priority" && { priority: { place: 1, until: unread } },
      path[0] === "corrections" && {
        corrections: [{ date: "2026-11-21", text: "B", [String(path[2])]: unread }],
      },
    );
    const rules = {
      ...contentRules(siteOf(), new Map()),
      readTerm: (kind: string, name: string) =>
        name === unread
          ? { code: "empty-slug" as const, message: `${kind} "${unread}"` }
          : { kind: "tag" as const, name, slug: name },
    };
    const text = `---\n${JSON.stringify(values)}\n---\n`;
    const { diagnostics } = readArticle("articles/a.md", Buffer.from(text), rules);
    const told = diagnostics.filter(({ message }) => message.includes(`"${unread}"`));
    const kinds: { [Code in DiagnosticCode]?: string } = {
      "impossible-date": "moment",
      "missing-image": "picture",
    };
    return told.map(
      ({ code, message }) => kinds[code] ?? termKinds.find((kind) => message.startsWith(kind)),
    )[0];
  }

  const paths = textPaths(schemaAt(frontMatterSchema, []) ?? {}, []);

  test.for(paths.map((path) => [path.join("."), path] as const))(
    "%s is of the kind it is read as",
    ([, path]) => {
      const kind = kindAt(frontMatterSchema, path);
      expect(readAs(path)).toBe(kind === "long" || kind === "dateline" ? undefined : kind);
    },
  );

  test("may be of every kind", () => {
    const kinds = new Set(paths.map((path) => kindAt(frontMatterSchema, path)));
    expect([...kinds]).toEqual(expect.arrayContaining([...termKinds, "moment", "picture"]));
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
