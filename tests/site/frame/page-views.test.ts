import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templatesFolder } from "../../../src/publish/disk/project.js";
import { planSite } from "../../../src/site/plan/plan.ts";
import { siteOf } from "../../site-values.ts";

test("every kind of page has the template of its name, and no template is without a kind", async () => {
  const { pages } = planSite(siteOf(), [], { nowMs: Date.parse("2026-11-24"), drafts: false });
  const templates = await readdir(join(templatesFolder, "pages"));
  expect(templates.sort()).toEqual(
    Object.keys(pages)
      .map((kind) => `${kind}.njk`)
      .sort(),
  );
});
