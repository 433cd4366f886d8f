import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../src/publish/disk/project.js";
import { copySample } from "../sample.ts";
import { type SampleSite, sharedSampleSite } from "../sample-site.ts";
import { filesBelow, run, runAs, siteFolder } from "../site-folder.ts";

const weightLimitBytes = 14 * 1024;

describe("the sample site", () => {
  let site: SampleSite;
  let pages: [path: string, html: string][];
  let styles: string;

  beforeAll(async () => {
    site = await sharedSampleSite();
    const files = await filesBelow(site.output);
    const texts = [...files].map(([path, bytes]): [string, string] => [
      path,
      Buffer.from(bytes, "latin1").toString("utf8"),
    ]);
    pages = texts.filter(([path]) => path.endsWith(".html"));
    styles = texts.find(([path]) => path.endsWith(".css"))?.[1] ?? "";
  });

  test("has nothing but valid HTML", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    expect(pages.length).toBeGreaterThan(100);
    for (const [path, html] of pages) {
      const { results } = await validator.validateString(html);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
      );
      expect(faults, path).toEqual([]);
    }
  });

  test("is the same, byte for byte, from Eleventy's own command line", async () => {
    const folder = await siteFolder({});
    await copySample(folder);
    const { exitCode, stderr } = await runAs({ cwd: folder }, projectFolder, "eleventy");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const [eleventy, build] = [await filesBelow(join(folder, "_site")), await filesBelow(site.output)];
    expect([...eleventy.keys()]).toEqual([...build.keys()]);
    // Between the moment of the sample's build and today, nothing of it comes or goes.
    expect([...eleventy].filter(([path, text]) => text !== build.get(path)).map(([path]) => path)).toEqual(
      [],
    );
  });

  test("has no link, fragment or picture that leads nowhere", async () => {
    const result = await run("check", "--site", site.siteFolder, "--output", site.output);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toMatch(
      new RegExp(`^Checked \\d+ articles and ${pages.length} built pages: no errors`),
    );
  });

  test("sends with an article at most 14 KB of HTML and CSS, compressed, and no script but the search box's", () => {
    const articles = pages.filter(([path]) => /^\d{4}\/\d{2}\/[^/]+\/index\.html$/.test(path));
    expect(articles.length).toBeGreaterThan(40);
    const stylesBytes = gzipSync(styles).length;
    expect(stylesBytes).toBeGreaterThan(1000);
    for (const [path, html] of articles) {
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      expect(scripts, path).toEqual([
        expect.stringMatching(/^<script type="module" src="\/assets\/masthead\.\w+\.js">$/),
        '<script type="application/ld+json">',
      ]);
      if (html.includes("<img")) continue;
      expect(gzipSync(html).length + stylesBytes, path).toBeLessThanOrEqual(weightLimitBytes);
    }
  });
});
