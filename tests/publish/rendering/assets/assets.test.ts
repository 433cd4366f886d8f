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

  test("are two of at most 19 KB compressed for a reader who searches", () => {
    const worker = [...assets.files.keys()].find((path) => path.startsWith("assets/search-worker."));
    const bytes = [assets.addresses.search, `/${worker}`].map(compressedBytes);
    expect(Math.min(...bytes)).toBeGreaterThan(1024);
    expect(Math.max(...bytes) + Math.min(...bytes)).toBeLessThanOrEqual(19 * 1024);
    // Nothing else is loaded by them.
    const script = Buffer.from(assets.files.get(assets.addresses.search.slice(1)) ?? "").toString();
    expect(/\bimport\(|\bfrom"\.\//.test(script)).toBe(false);
    expect(script.includes(worker?.replace("assets/", "") ?? "no worker")).toBe(true);
  });

  test("are less than a kilobyte on a page whose reader does not search", () => {
    expect(compressedBytes(assets.addresses.masthead)).toBeGreaterThan(100);
    expect(compressedBytes(assets.addresses.masthead)).toBeLessThan(1024);
  });

  test("are named by their content", async () => {
    expect([...(await bundled()).files.keys()]).toEqual([...assets.files.keys()]);
  });
});
