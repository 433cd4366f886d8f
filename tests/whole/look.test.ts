import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { loadPublication } from "../../src/publish/loading/publication.ts";
import { articleText, builtSite, now, siteFolder } from "../site-folder.ts";

const look = [
  "title: The <Small> Paper",
  "url: https://small.example",
  "cards: false",
  "categories: [{name: News}, {name: Sport, aliases: [Games]}]",
  "publisher: {name: Small House}",
  "logo: {light: brand/logo.svg, dark: brand/dark.png}",
  "icon: icon.png",
  'accent: "#0b6e4f"',
  "navigation:",
  "  - {label: Headlines, to: News}",
  "  - {label: Matches, to: Games}",
  "  - {label: Rates & cards, to: /rates.html?a=1#top}",
  "  - {label: Elsewhere, to: 'https://elsewhere.example/?a=1&b=2'}",
  "footer:",
  "  links: [{label: Report, to: /reports/2026.pdf}, {label: Mail, to: mailto:desk@small.example}]",
  "  text: © Small House. Reuse is <free>.",
  "social: [https://mastodon.example/@paper, https://bsky.app/profile/small.example]",
  "scripts:",
  "  - {src: https://count.example/js/script.js, connect: [https://api.count.example], data: {domain: small.example}}",
  "  - {src: /own.mjs}",
].join("\n");

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: "#0b6e4f80" } })
    .png()
    .toBuffer();

const files = {
  "articles/a.md": articleText("A", "2026-11-01"),
  "brand/logo.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><path d="M0 0h9v9z"/></svg>',
  "brand/dark.png": await png(200, 50),
  "icon.png": await png(256, 256),
  "static/own.mjs": "export {};",
  "static/rates.html": "<p>Rates</p>",
  "static/reports/2026.pdf": "report",
};

test("logo, icon, colour, menu, footer, social addresses and scripts of site.yaml are on every page", async () => {
  const folder = await siteFolder({ ...files, "site.yaml": look });
  const site = await builtSite(folder);
  const page = site.get("2026/11/a/index.html") ?? "";

  // As large as fits into 480 by 96 pixels; a picture of pixels never larger than it is.
  expect(page).toMatch(
    /<p class="masthead-title has-logo"><a href="\/"><picture><source srcset="\/assets\/masthead\.[0-9a-f]{10}\.png" width="200" height="50" media="\(prefers-color-scheme: dark\)"><img src="\/assets\/masthead\.[0-9a-f]{10}\.svg" alt="The &lt;Small&gt; Paper" width="480" height="48"><\/picture>/,
  );
  const links = (part: RegExp) =>
    [
      ...(part.exec(page)?.[0] ?? "").matchAll(/<a href="([^"]*)"( rel="me"| aria-current="true")?>([^<]*)/g),
    ].map(([, ...link]) => link);
  expect(links(/<nav class="masthead-sections".*?<\/nav>/s)).toEqual([
    ["/category/news/", ' aria-current="true"', "Headlines"],
    ["/category/sport/", undefined, "Matches"],
    ["/rates.html?a=1#top", undefined, "Rates &amp; cards"],
    ["https://elsewhere.example/?a=1&amp;b=2", undefined, "Elsewhere"],
  ]);
  expect(links(/<ul class="footer-links">.*?<\/ul>/s)).toEqual([
    ["/reports/2026.pdf", undefined, "Report"],
    ["mailto:desk@small.example", undefined, "Mail"],
  ]);
  expect(links(/<ul class="footer-social">.*?<\/ul>/s)).toEqual([
    ["https://mastodon.example/@paper", ' rel="me"', "mastodon.example"],
    ["https://bsky.app/profile/small.example", ' rel="me"', "Bluesky"],
  ]);
  expect(page).toContain('<p class="footer-text">© Small House. Reuse is &lt;free&gt;.</p>');
  expect(site.get("index.html")).toContain('"sameAs":["https://mastodon.example/@paper"');

  // Icons in the sizes that are asked for, and no other.
  const icons = [...page.matchAll(/<link rel="([^"]*icon)" href="\/([^"]+)" type="image\/png">/g)];
  expect(icons.map(([, rel]) => rel)).toEqual(["icon", "apple-touch-icon"]);
  expect(site.has("favicon.ico")).toBe(true);
  expect([...site.keys()].filter((path) => /^assets\/icon\..*svg$/.test(path))).toEqual([]);

  // The policy is open for what is named, and for nothing else.
  expect(page).toContain(`content="script-src 'self' https://count.example">`);
  expect(page).toContain(
    '<script defer src="https://count.example/js/script.js" data-domain="small.example"></script>\n<script type="module" src="/own.mjs"></script>',
  );
  expect(site.get("_headers")).toContain("script-src 'self' 'wasm-unsafe-eval' https://count.example;");
  expect(site.get("_headers")).toContain("connect-src 'self' https://api.count.example;");

  const styles = [...site].find(([path]) => /^assets\/site\./.test(path))?.[1] ?? "";
  expect(styles).toMatch(
    /@layer tokens\{:root\{--accent:var\(--lightningcss-light,#0b6e4f\) ?var\(--lightningcss-dark,#418e76\)\}\}$/,
  );
});

const told = async (site: string, others: Readonly<Record<string, string | Uint8Array>> = {}) => {
  const folder = await siteFolder({ ...files, ...others, "site.yaml": site });
  const { diagnostics } = await loadPublication({
    siteFolder: folder,
    nowMs: Date.parse(now),
    drafts: false,
  });
  return diagnostics.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column} ${severity} ${code}: ${message}`,
  );
};

describe("what site.yaml names and is not there", () => {
  test("is told with what may be meant", async () => {
    const changed = look
      .replace("to: News", "to: Newz")
      .replace("/rates.html?a=1#top", "/category/sport")
      .replace("/reports/2026.pdf", "/reports/2025.pdf")
      .replace("/own.mjs", "/lost.js");
    expect(await told(changed)).toEqual([
      'site.yaml:10:28 error unknown-category: "Newz" is not a category; did you mean "News"?',
      'site.yaml:12:32 warning broken-link: "/category/sport" leads to no page or file of this site; did you mean "/category/sport/"?',
      'site.yaml:15:31 warning broken-link: "/reports/2025.pdf" leads to no page or file of this site; correct it',
      'site.yaml:20:11 warning broken-link: "/lost.js" leads to no page or file of this site; correct it',
    ]);
  });

  test("and categories need not be listed: those that articles have will do", async () => {
    const site =
      "title: A\nurl: https://small.example\nnavigation: [{label: One, to: News}, {label: Two, to: Nwes}]\n";
    expect(await told(site)).toEqual([
      'site.yaml:3:55 error unknown-category: "Nwes" is not a category; did you mean "News"?',
    ]);
  });

  test("logos and icons that cannot be shown are told where they are named", async () => {
    const site = (logo: string, icon: string) =>
      `title: A\nurl: https://small.example\nlogo: ${logo}\nicon: ${icon}\n`;
    expect(await told(site("lost.svg", "small.png"), { "small.png": await png(64, 32) })).toEqual([
      'site.yaml:3:7 error missing-image: there is no picture "lost.svg" in the site folder; the path is relative to site.yaml',
      'site.yaml:4:7 error bad-logo: "small.png" has 64 × 32 pixels; an icon is a square of 180 or more, or an SVG',
    ]);
    const hostile = '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>';
    expect(await told(site("logo.svg", "icon.svg"), { "logo.svg": hostile, "icon.svg": hostile })).toEqual([
      'site.yaml:3:7 error bad-logo: "logo.svg" holds an element <script>; save it as a picture alone',
      'site.yaml:4:7 error bad-logo: "icon.svg" holds an element <script>; save it as a picture alone',
    ]);
    expect(await told(site("logo.png", "icon.png"), { "logo.png": "none", "icon.png": "none" })).toEqual([
      "site.yaml:3:7 error broken-image: logo.png is damaged, or no picture of its kind; save it anew",
      "site.yaml:4:7 error broken-image: icon.png is damaged, or no PNG; save it anew",
    ]);
  });
});
