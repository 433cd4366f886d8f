import { describe, expect, test } from "vitest";
import { templatesFolder } from "../../../../src/publish/disk/project.js";
import { noAdditions } from "../../../../src/publish/rendering/eleventy/additions.ts";
import { readTemplates } from "../../../../src/publish/rendering/templates/template-files.ts";
import { templateGraph } from "../../../../src/publish/rendering/templates/template-graph.ts";

const texts = new Map([
  ["pages/a.njk", '{% extends "base.njk" %}{% from "links.njk" import link %}'],
  ["pages/b.njk", "{%- include 'links.njk' -%}"],
  ["base.njk", "<title>"],
  ["links.njk", '{% import "links.njk" as itself %}'],
]);

describe("the graph of templates", () => {
  test("knows all that a template takes in, itself included", () => {
    const graph = templateGraph(texts);
    expect(graph.filesOf("pages/a.njk")).toEqual(["base.njk", "links.njk", "pages/a.njk"]);
    expect(graph.filesOf("pages/b.njk")).toEqual(["links.njk", "pages/b.njk"]);
  });

  test("tells a change of a partial for the templates that use it, and for no other", () => {
    const before = templateGraph(texts);
    const after = templateGraph(new Map([...texts, ["base.njk", "<title>Changed"]]));
    expect(after.digestOf("pages/a.njk")).not.toBe(before.digestOf("pages/a.njk"));
    expect(after.digestOf("pages/b.njk")).toBe(before.digestOf("pages/b.njk"));
  });

  test("knows what is placed once, however the call is spaced", () => {
    const graph = templateGraph(new Map([["a.njk", '{{ once ( "partials/mine.njk", site=site) }}']]));
    expect(graph.filesOf("a.njk")).toEqual(["a.njk", "partials/mine.njk"]);
  });

  test("tells a change of data, and what functions decide, by names of any letters, and by no part of a name", () => {
    const graphOf = (text: string, reporter: string) =>
      templateGraph(new Map([["a.njk", text]]), {
        ...noAdditions,
        filters: new Map([["résumé", (value: unknown) => value]]),
        data: new Map([["기자", { name: reporter }]]),
      });
    const digests = (text: string) =>
      ["Kim", "Lee"].map((reporter) => graphOf(text, reporter).digestOf("a.njk"));
    const [kim, lee] = digests("{{ 기자.name }}");
    expect(kim).not.toBe(lee);
    const [first, second] = digests("{{ 기자단.name }}{{ 수기자 }}");
    expect(first).toBe(second);
    expect(graphOf("{{ title | résumé }}", "Kim").isVolatile("a.njk")).toBe(true);
    expect(graphOf("{{ title | résumés }}", "Kim").isVolatile("a.njk")).toBe(false);
  });

  test("refuses a template that chooses another by a value: what it takes in could not be known", () => {
    expect(() => templateGraph(new Map([["a.njk", "{% include name %}"]]))).toThrow(
      'a.njk:1:1: "{% include name" must name a template in quotation marks',
    );
  });

  test("finds nothing in the project's own templates that is not there", async () => {
    const graph = templateGraph(readTemplates([templatesFolder]));
    expect(graph.filesOf("pages/article.njk")).toContain("layouts/base.njk");
    for (const name of graph.fileDigests.keys()) {
      for (const file of graph.filesOf(name))
        expect(graph.fileDigests.has(file), `${name}: ${file}`).toBe(true);
    }
  });
});
