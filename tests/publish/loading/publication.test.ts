import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadPublication } from "../../../src/publish/loading/publication.ts";

test("a folder without site.yaml is told what makes it a site", async () => {
  const siteFolder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(siteFolder, { recursive: true }));
  expect(await loadPublication({ siteFolder, nowMs: 0, drafts: true })).toMatchObject({
    articles: [],
    pictures: new Map(),
    diagnostics: [
      {
        file: "site.yaml",
        severity: "error",
        code: "no-site-file",
        message: 'there is no site.yaml; make one with at least "title: …" and "url: …"',
      },
    ],
  });
});
