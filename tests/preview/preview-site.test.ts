import { expect, test, vi } from "vitest";
import { PreviewSite } from "../../src/preview/preview-site.ts";

vi.mock("../../src/publish/rendering/assets.ts", () => ({
  bundleAssets: () => Promise.reject(new Error("base.css:3:1: expected }")),
}));

test("a style sheet that cannot be read is told like a fault of the content", async () => {
  const site = new PreviewSite("nowhere");
  await site.reloadAssets();
  expect(site.diagnostics).toEqual([
    {
      file: "templates/assets",
      severity: "error",
      code: "broken-asset",
      message: "base.css:3:1: expected }",
    },
  ]);
});
