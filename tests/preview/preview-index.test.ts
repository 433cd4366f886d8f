import { expect, test } from "vitest";
import { PreviewIndex } from "../../src/preview/preview-index.ts";
import { templatesFolder } from "../../src/publish/disk/project.js";
import { readTemplates } from "../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../src/publish/rendering/templates/templates.ts";
import { corpusArticles, planOf } from "../search/corpus.ts";

const plan = planOf((await corpusArticles()).slice(0, 3));

test("a search of the preview after one that failed makes the index, and later ones have it", async () => {
  let asked = 0;
  const templates = {
    all: newTemplates(readTemplates([templatesFolder])),
    recordDigest: () => {
      asked += 1;
      if (asked === 1) throw new Error("no memory is left");
      return "digest";
    },
  };
  const index = new PreviewIndex();
  await expect(index.filesOf(plan, templates, new Map())).rejects.toThrow("no memory is left");
  const files = await index.filesOf(plan, templates, new Map());
  expect(files.has("parts.json")).toBe(true);
  expect(await index.filesOf(plan, templates, new Map())).toBe(files);
});
