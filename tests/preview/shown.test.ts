import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Shown, shownOf } from "../../src/preview/shown.ts";
import { loadPublication } from "../../src/publish/loading/publication.ts";
import { requestFor } from "../../src/site/redirects/matching.ts";
import { articleText, siteFolder } from "../site-folder.ts";

const nowMs = Date.parse("2026-11-24T00:00Z");

async function loaded(folder: string, before?: Shown): Promise<Shown> {
  const publication = await loadPublication({ siteFolder: folder, nowMs, drafts: true });
  if (publication.plan === undefined) throw new Error("site.yaml is at fault");
  return shownOf(publication, publication.plan, new Map(), before);
}

test("a page whose article is broken stays until the errors are mended, and then shows what is there", async () => {
  const folder = await siteFolder({
    "articles/a.md": articleText("Ferry", "2026-11-01", ["aliases: [/old/]"]),
    "articles/b.md": articleText("Tunnel", "2026-11-02"),
  });
  const first = await loaded(folder);
  const headingAt = (shown: Shown, address: string) => {
    const page = shown.pages.get(address);
    return page && "view" in page ? page.view().heading : undefined;
  };
  expect(headingAt(first, "/2026/11/a/")).toBe("Ferry");
  expect(first.ruleFor(requestFor("/old/"))).toMatchObject({ to: "/2026/11/a/", status: 301 });

  await writeFile(join(folder, "articles/a.md"), articleText("Ferry", "no date"));
  const broken = await loaded(folder, first);
  expect(headingAt(broken, "/2026/11/a/")).toBe("Ferry");
  expect(broken.plan.articles.map(({ address }) => address)).toEqual(["/2026/11/b/"]);

  await rm(join(folder, "articles/a.md"));
  const mended = await loaded(folder, broken);
  expect(headingAt(mended, "/2026/11/a/")).toBe(undefined);
  expect(headingAt(mended, "/2026/11/b/")).toBe("Tunnel");
});

test("what is not a page is made when it is asked for, once for each loading", async () => {
  const shown = await loaded(await siteFolder({ "articles/a.md": articleText("Ferry", "2026-11-01") }));
  expect([...shown.siteFiles().keys()]).toContain("sitemap.xml");
  expect(shown.siteFiles()).toBe(shown.siteFiles());
  expect(shown.media()).toBe(shown.media());
});
