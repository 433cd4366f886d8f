import { expect, test } from "vitest";
import { templatesFolder } from "../../../src/publish/disk/project.js";
import { newTemplates } from "../../../src/publish/rendering/templates.ts";
import { frameOf } from "../../../src/site/frame/frame.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { siteOf } from "../../site-values.ts";

const site = siteOf();

function headOf(shareImage: Parameters<typeof frameOf>[0]["shareImage"]): string[] {
  const html = newTemplates(templatesFolder).render("pages/not-found.njk", {
    view: {
      ...frameOf({ address: "/404.html", heading: "Page not found", shareImage }, site),
      advice: "Look in the archive.",
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
