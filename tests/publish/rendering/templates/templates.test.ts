import { describe, expect, test } from "vitest";
import { templatesFolder } from "../../../../src/publish/disk/project.js";
import { TemplateFault } from "../../../../src/publish/rendering/templates/template-fault.ts";
import { readTemplates } from "../../../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../../../src/publish/rendering/templates/templates.ts";
import { frameOf } from "../../../../src/site/frame/frame.ts";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { siteFolder } from "../../../site-folder.ts";
import { siteOf } from "../../../site-values.ts";

const templatesOf = async (files: Readonly<Record<string, string>>) =>
  newTemplates(readTemplates([await siteFolder(files)]));

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

  test.for([
    ["itself", { "a.njk": "{% for x in list %}{{ loop.index }}/{{ loop.length }} {% endfor %}" }],
    [
      "in a part of it",
      {
        "a.njk": '{% for x in list %}{% include "b.njk" %}{% endfor %}',
        "b.njk": "{{ loop.index }}/{{ loop.length }} ",
      },
    ],
    [
      "in a block that another fills",
      {
        "a.njk": '{% extends "b.njk" %}{% block turn %}{{ loop.index }}/{{ loop.length }} {% endblock %}',
        "b.njk": "{% for x in list %}{% block turn %}{% endblock %}{% endfor %}",
      },
    ],
    [
      "in what is loaded with the context",
      {
        "a.njk": '{% for x in list %}{% import "b.njk" as b with context %}{{ b.turn }} {% endfor %}',
        "b.njk": '{% set turn = loop.index ~ "/" ~ loop.length %}',
      },
    ],
    [
      "by another name",
      { "a.njk": "{% for x in list %}{% set turn = loop %}{{ turn.index }}/{{ turn.length }} {% endfor %}" },
    ],
  ] as const)("knows in a loop which turn it is: %s", async ([, files]) => {
    const templates = await templatesOf(files);
    expect(templates.render("a.njk", { list: ["x", "y"] })).toBe("1/2 2/2 ");
  });

  test("that prints a value which is not there fails, rather than leaving a hole in the page", async () => {
    const templates = await templatesOf({ "a.njk": "<p>{{ view.heading }}</p>" });
    expect(() => templates.render("a.njk", { view: {} })).toThrow(
      'templates/a.njk:1:4: "view.heading" has no value here',
    );
    expect(() => templates.render("a.njk", { view: { heading: null } })).toThrow("no value here");
    expect(templates.render("a.njk", { view: { heading: "" } })).toBe("<p></p>");
    expect(() => templates.render("missing.njk", {})).toThrow("missing.njk");
  });
});

describe("what is wrong in a template is told by its own file and line:", () => {
  /** What rendering `a.njk` says, of templates beside it. */
  const told = async (files: Readonly<Record<string, string>>) => {
    const templates = await templatesOf(files);
    try {
      return templates.render("a.njk", { view: { title: "T", items: ["one"] }, part: {} });
    } catch (error) {
      return error instanceof TemplateFault ? error.message : error;
    }
  };

  const caller = '{% from "b.njk" import line %}\n\n\n{{ line(view) }}';
  test.for<[string, Record<string, string>, string]>([
    [
      "a value that a macro of another file prints",
      {
        "a.njk": caller,
        "b.njk": "{# Lines #}\n{% macro line(v) %}\n<p>{{ v.title }} {{- v.credit }}{% endmacro %}",
      },
      'templates/b.njk:3:18: "v.credit" has no value here',
    ],
    [
      "a value in a block of the page",
      {
        "a.njk": '{% extends "b.njk" %}\n{% block c %}\n {{ view.no.such }}{% endblock %}',
        "b.njk": "<p>\n\n\n{% block c %}{% endblock %}",
      },
      'templates/a.njk:3:2: "view.no.such" has no value here',
    ],
    [
      "a value in the layout",
      {
        "a.njk": '{% extends "b.njk" %}\n{% block c %}{{ view.title }}{% endblock %}',
        "b.njk": "<p>\n{% block c %}{% endblock %}\n{{ view.lang }}",
      },
      'templates/b.njk:3:1: "view.lang" has no value here',
    ],
    [
      "a value in a part that is included, in a loop",
      { "a.njk": '{% for item in view.items %}{% include "b.njk" %}{% endfor %}', "b.njk": "\n{{ item.x }}" },
      'templates/b.njk:2:1: "item.x" has no value here',
    ],
    [
      "a value in a part that is made once",
      { "a.njk": '\n{{ once("b.njk", part=part) }}', "b.njk": "{{ part.x }}" },
      'templates/b.njk:1:1: "part.x" has no value here',
    ],
    [
      "a macro that is not there",
      { "a.njk": caller, "b.njk": "{% macro line(v) %}\n{{ bold(v.title) }}{% endmacro %}" },
      "templates/b.njk:2:4: Unable to call `bold`, which is undefined or falsey",
    ],
    [
      "a filter that is not there",
      { "a.njk": caller, "b.njk": "{% macro line(v) %}\n{{ v.title | louder }}{% endmacro %}" },
      "templates/b.njk:2:12: filter not found: louder",
    ],
    [
      "a macro that a file does not have",
      { "a.njk": caller, "b.njk": "{% macro lines(v) %}{% endmacro %}" },
      "templates/a.njk:1:17: cannot import 'line'",
    ],
    [
      "a file that is not there",
      { "a.njk": '\n{% include "c.njk" %}' },
      "templates/a.njk:2:12: template not found: c.njk",
    ],
    [
      "a tag that nobody knows",
      { "a.njk": "\n\n{% shout %}" },
      "templates/a.njk:3:4: unknown block tag: shout",
    ],
    [
      "braces that are not closed",
      { "a.njk": "\n<p>{{ a b }}" },
      "templates/a.njk:2:9: expected variable end",
    ],
    [
      "a tag that is not closed",
      { "a.njk": "<p>\n{% if view %}\n<b>\n" },
      "templates/a.njk:3:1: parseIf: expected elif, else, or endif, got end of file",
    ],
  ])("%s", async ([, files, expected]) => {
    expect(await told(files)).toContain(expected);
  });

  test("all files that cannot be read together, before any of them is used", async () => {
    const { faults } = await templatesOf({ "a.njk": "{% x %}", "b/c.njk": "{{ y", "d.njk": "fine" });
    expect(faults.map(({ place }) => `${place.file}:${place.line}`)).toEqual([
      "templates/a.njk:1",
      "templates/b/c.njk:1",
    ]);
  });

  test("and the next page is rendered as if nothing had been", async () => {
    const templates = await templatesOf({ "a.njk": "{{ a }}", "b.njk": "{{ b }}" });
    expect(() => templates.render("a.njk", {})).toThrow("templates/a.njk:1:1");
    expect(() => templates.render("b.njk", {})).toThrow("templates/b.njk:1:1");
    expect(templates.render("a.njk", { a: "fine" })).toBe("fine");
  });
});

/** What the head of a page says of the picture that stands for it where it is shared. */
function headOf(shareImage: Parameters<typeof frameOf>[0]["shareImage"]): string[] {
  const site = siteOf();
  const html = newTemplates(readTemplates([templatesFolder])).render("pages/not-found.njk", {
    view: {
      ...frameOf({ address: "/404.html", heading: "Page not found", shareImage }, site),
      advice: "Look in the archive.",
      sections: { links: [] },
    },
    site: planSite(site, [], { nowMs: 0, drafts: false }).site,
    assets: {
      styles: "/assets/site.css",
      search: "/assets/search.js",
      icon: "/assets/icon.svg",
      masthead: "/assets/masthead.js",
      font: "/assets/font.woff2",
    },
  });
  return html.split("\n").filter((line) => /og:image|twitter:card/.test(line));
}

test("a page with a picture to stand for it names it with its size and what it shows", () => {
  const url = "https://small.example/media/ferry.jpg";
  expect(headOf({ url, width: 1200, height: 630, alt: 'The "night" ferry' })).toEqual([
    '<meta property="og:image" content="https://small.example/media/ferry.jpg">',
    '<meta property="og:image:width" content="1200">',
    '<meta property="og:image:height" content="630">',
    '<meta property="og:image:alt" content="The &quot;night&quot; ferry">',
    '<meta name="twitter:card" content="summary_large_image">',
  ]);
});

test("a page without one asks for a small card", () => {
  expect(headOf(undefined)).toEqual(['<meta name="twitter:card" content="summary">']);
});
