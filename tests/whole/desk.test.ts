import { describe, expect, test } from "vitest";
import { articleText, builtSite, run, siteFolder, smallSite } from "../site-folder.ts";

const articles = { "articles/a.md": articleText("Night ferry", "2026-11-02") };
const withDesk = `${smallSite}categories: [{name: News}]\ndesk: {backend: github, repo: house/paper}\n`;

describe("the desk of a published site", () => {
  test("is not there unless site.yaml asks for it: no file, no rule, no word", async () => {
    const files = await builtSite(await siteFolder(articles));
    const withoutHashes = (path: string) => !path.startsWith("assets/");
    const traces = [...files].filter(
      ([path, text]) => withoutHashes(path) && /\bdesk\b/i.test(`${path}\n${text}`),
    );
    expect(traces.map(([path]) => path)).toEqual([]);
    expect([...files.keys()].filter((path) => path.startsWith("desk"))).toEqual([]);
  });

  test("writes to the repository that site.yaml names, with the form that fits the site", async () => {
    const files = await builtSite(await siteFolder({ ...articles, "site.yaml": withDesk }));
    const settings = JSON.parse(files.get("desk/config.json") ?? "");
    expect(settings.user).toBeUndefined();
    expect(settings.config.backend).toEqual({ name: "github", repo: "house/paper", branch: "main" });
    expect(settings.config.collections[0].fields).toContainEqual(
      expect.objectContaining({ name: "categories", options: ["News"] }),
    );
    expect(files.get("desk/index.html")).toContain('src="desk.js"');
    expect(files.has("desk/editor/index.js")).toBe(true);
    expect([...files.keys()].filter((path) => path.endsWith(".map"))).toEqual([]);
  });

  test("may do below /desk/ what its editor needs, and no page may do more than before", async () => {
    const files = await builtSite(await siteFolder({ ...articles, "site.yaml": withDesk }));
    const rules = (files.get("_headers") ?? "").split(/\n(?=\/)/);
    const policyOf = (path: string) =>
      /Content-Security-Policy: (.*)/.exec(rules.find((rule) => rule.startsWith(`${path}\n`)) ?? "")?.[1];
    expect(policyOf("/*")).not.toContain("unsafe-inline");
    expect(policyOf("/desk/*")).toContain("connect-src 'self' https://api.github.com blob:;");
    expect(policyOf("/desk/*")).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policyOf("/desk/*")).not.toContain("'unsafe-eval'");
    expect(rules.at(-1)).toMatch(/^\/desk\/\*\n/);
  });

  test("is kept out of search engines", async () => {
    const files = await builtSite(await siteFolder({ ...articles, "site.yaml": withDesk }));
    expect(files.get("robots.txt")).toContain("Disallow: /desk/\n");
    expect(files.get("desk/index.html")).toContain('<meta name="robots" content="noindex">');
    expect(files.get("_headers")).toMatch(/\/desk\/\*\n(?: {2}.*\n)* {2}X-Robots-Tag: noindex\n/);
    const sitemaps = [...files].filter(([path]) => /sitemap/.test(path));
    expect(sitemaps).toHaveLength(4);
    for (const [path, text] of sitemaps) expect(text, path).not.toContain("/desk/");
  });

  test("is not made of settings that name no repository", async () => {
    const folder = await siteFolder({
      ...articles,
      "site.yaml": `${smallSite}desk: {backend: ftp, repo: paper}\n`,
    });
    const { exitCode, stdout } = await run("check", "--site", folder);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('site.yaml:3:17 error bad-value: "desk.backend" must be github or gitlab');
    expect(stdout).toContain('"desk.repo" must be the repository\'s owner and name: house/paper');
  });

  test("keeps its address for itself", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("Night ferry", "2026-11-02", ["permalink: /desk/"]),
    });
    const { stdout } = await run("check", "--site", folder);
    expect(stdout).toContain("articles/a.md:5:12 error");
  });
});
