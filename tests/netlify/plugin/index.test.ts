import { cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "smol-toml";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { onPostBuild, onPreBuild } from "../../../src/netlify/plugin/index.js";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { filesBelow, writeFiles } from "../../site-folder.ts";

const constants = { PUBLISH_DIR: "_site" };

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-netlify-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Netlify's cache as its documentation has it: of several paths each is restored, overwriting what is there, or saved, where it
 * is; the answer says whether one was; and what is not there is no error.
 */
function documentedCache(store: string, checkout: string) {
  const copy = async (from: string, to: string, paths: readonly string[]): Promise<boolean> => {
    const copied = paths.map(async (path) => {
      if (!(await stat(join(from, path)).catch(() => undefined))) return false;
      await rm(join(to, path), { recursive: true, force: true });
      await cp(join(from, path), join(to, path), { recursive: true });
      return true;
    });
    return (await Promise.all(copied)).includes(true);
  };
  return {
    restore: (paths: string[]) => copy(store, checkout, paths),
    save: (paths: string[]) => copy(checkout, store, paths),
  };
}

/** A build by Netlify: a checkout, the plugin before and after what the build writes. */
async function build(store: string, written: Readonly<Record<string, string>>) {
  const checkout = await emptyFolder();
  const utils = { cache: documentedCache(store, checkout) };
  await onPreBuild({ constants, utils });
  const found = Object.fromEntries(await filesBelow(checkout));
  await writeFiles(checkout, written);
  return { found, succeed: () => onPostBuild({ constants, utils }) };
}

describe("between two builds, Netlify", () => {
  const said = vi.spyOn(console, "log").mockReturnValue();
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  beforeEach(() => {
    said.mockClear();
    warned.mockClear();
  });

  test("finds the plugin where netlify.toml has it: a folder with a manifest and an ES module", async () => {
    const { plugins } = z
      .object({ plugins: z.tuple([z.object({ package: z.string().startsWith("./") })]) })
      .parse(parse(await readFile(join(projectFolder, "netlify.toml"), "utf8")));
    const folder = join(projectFolder, plugins[0].package);
    expect(parseYaml(await readFile(join(folder, "manifest.yml"), "utf8"))).toEqual({
      name: expect.stringMatching(/^[a-z-]+$/),
    });
    const events: unknown = await import(pathToFileURL(join(folder, "index.js")).href);
    expect(Object.keys(Object(events)).sort()).toEqual(["onPostBuild", "onPreBuild"]);
  });

  test("publishes the folder that the plugin keeps, and no functions out of the plugin's folder", async () => {
    const toml = parse(await readFile(join(projectFolder, "netlify.toml"), "utf8"));
    expect(toml).toMatchObject({
      build: { publish: "_site" },
      functions: { directory: "src/netlify/functions" },
    });
  });

  test("keeps the cache and the output of a build for the next", async () => {
    const store = await emptyFolder();
    const first = await build(store, { ".cache/pages": "keys", "_site/index.html": "front page" });
    await first.succeed();
    const next = await build(store, {});
    expect(next.found).toEqual({ ".cache/pages": "keys", "_site/index.html": "front page" });
    expect(warned).not.toHaveBeenCalled();
  });

  test("starts from nothing the first time, and once the cache is lost", async () => {
    const first = await build(await emptyFolder(), {});
    expect(first.found).toEqual({});
    expect(said.mock.calls).toEqual([["There is nothing from an earlier build."]]);
    expect(warned).not.toHaveBeenCalled();
  });

  test("restores the half of it that is there", async () => {
    const store = await emptyFolder();
    await (await build(store, { "_site/index.html": "front page" })).succeed();
    expect((await build(store, {})).found).toEqual({ "_site/index.html": "front page" });
  });

  test("keeps no page that the last build removed", async () => {
    const store = await emptyFolder();
    await (await build(store, { ".cache/pages": "a, b", "_site/a": "a", "_site/b": "b" })).succeed();
    const checkout = await emptyFolder();
    const utils = { cache: documentedCache(store, checkout) };
    await onPreBuild({ constants, utils });
    await rm(join(checkout, "_site/b"));
    await onPostBuild({ constants, utils });
    expect(Object.keys((await build(store, {})).found)).toEqual([".cache/pages", "_site/a"]);
  });

  test("keeps what a successful build left when the next one fails", async () => {
    const store = await emptyFolder();
    await (await build(store, { ".cache/pages": "keys", "_site/index.html": "good" })).succeed();
    await build(store, { ".cache/pages": "half", "_site/index.html": "half" });
    expect((await build(store, {})).found).toEqual({ ".cache/pages": "keys", "_site/index.html": "good" });
  });

  test("publishes all the same when the cache can be neither read nor written", async () => {
    const fail = () => Promise.reject(new Error("no space left on device"));
    const utils = { cache: { restore: fail, save: fail } };
    await onPreBuild({ constants, utils });
    await onPostBuild({ constants, utils });
    expect(warned.mock.calls).toEqual([
      ["There is nothing from an earlier build: no space left on device"],
      ["There is nothing to keep for the next build: no space left on device"],
    ]);
  });
});
