import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { type Assets, assetsOf, bundleAssets } from "../../../../src/publish/rendering/assets/assets.ts";

async function bundled(): Promise<Assets> {
  const assets = assetsOf(await bundleAssets("nowhere"), {});
  if (assets === undefined) throw new Error("the scripts cannot be bundled");
  return assets;
}

describe("the scripts of pages", () => {
  let assets: Assets;

  beforeAll(async () => {
    assets = await bundled();
  });

  const compressedBytes = (address: string) => gzipSync(assets.files.get(address.slice(1)) ?? "").length;

  test("are at most 12 KB compressed, all together", () => {
    const scripts = [...assets.files.keys()].filter((path) => path.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.reduce((sum, path) => sum + compressedBytes(`/${path}`), 0)).toBeLessThanOrEqual(
      12 * 1024,
    );
  });

  test("are less than a kilobyte on a page whose reader does not search", () => {
    expect(compressedBytes(assets.addresses.masthead)).toBeGreaterThan(100);
    expect(compressedBytes(assets.addresses.masthead)).toBeLessThan(1024);
  });

  test("are named by their content", async () => {
    expect([...(await bundled()).files.keys()]).toEqual([...assets.files.keys()]);
  });
});
