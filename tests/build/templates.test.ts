import { describe, expect, test } from "vitest";
import { newTemplates } from "../../src/build/templates.ts";
import { siteFolder } from "../site-folder.ts";

const templatesOf = async (files: Readonly<Record<string, string>>) => newTemplates(await siteFolder(files));

describe("a template", () => {
  test("shows text as text, in elements and in attributes", async () => {
    const templates = await templatesOf({ "a.njk": '<p title="{{ text }}">{{ text }}</p>' });
    const shown = "&lt;b&gt;&quot;&#39;&amp;";
    expect(templates.render("a.njk", { text: `<b>"'&` })).toBe(`<p title="${shown}">${shown}</p>`);
  });

  test("may hold others, and values of one page are not left for the next", async () => {
    const templates = await templatesOf({
      "a.njk": '{% from "b.njk" import bold %}{{ bold(name) }}',
      "b.njk": "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}",
    });
    expect(templates.render("a.njk", { name: "one" })).toBe("<b>one</b>");
    expect(templates.render("a.njk", { name: "two" })).toBe("<b>two</b>");
  });

  test("that prints a value which is not there fails, rather than leaving a hole in the page", async () => {
    const templates = await templatesOf({ "a.njk": "<p>{{ view.heading }}</p>" });
    expect(() => templates.render("a.njk", { view: {} })).toThrow("undefined");
    expect(() => templates.render("missing.njk", {})).toThrow("missing.njk");
  });
});
