import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { projectFolder } from "../../src/publish/disk/project.js";

const stepSchema = z.object({
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z
  .object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.object({
      build: z.object({ steps: z.array(stepSchema) }),
      "github-pages": z.object({
        if: z.string(),
        needs: z.string(),
        permissions: z.record(z.string(), z.string()),
        steps: z.array(stepSchema),
      }),
    }),
  })
  .parse(parse(await readFile(join(projectFolder, ".github/workflows/site.yml"), "utf8")));
const { steps } = workflow.jobs.build;
const restoring = cacheStep("actions/cache/restore@");
const saving = cacheStep("actions/cache/save@");

describe("the workflow on GitHub", () => {
  test("may read the repository and nothing more", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  test("checks and builds the publication, and leaves Dateline's own tests to another, which articles do not start", async () => {
    const runs = steps.flatMap(({ run = [] }) => run);
    expect(runs.filter((run) => run.startsWith("npm "))).toEqual([
      "npm ci",
      "npm run --silent check -- --format github",
      "npm run build -- --report report.md",
    ]);
    const text = await readFile(join(projectFolder, ".github/workflows/tests.yml"), "utf8");
    const { on, jobs } = z
      .object({
        on: z.record(z.string(), z.object({ "paths-ignore": z.array(z.string()) }).nullable()),
        jobs: z.object({ test: z.object({ steps: z.array(stepSchema) }) }),
      })
      .parse(parse(text));
    const content = ["articles/**", "pages/**", "static/**", "styles/**", "site.yaml", "redirects.txt"];
    expect([on["push"], on["pull_request"]]).toEqual([
      expect.objectContaining({ "paths-ignore": content }),
      { "paths-ignore": content },
    ]);
    expect(jobs.test.steps.map(({ run }) => run)).toContain("npm test");
  });

  test("fetches the cache and the output before the build, and keeps the same after it", () => {
    expect(String(restoring.with["path"]).trim().split("\n")).toEqual([".cache", "_site"]);
    expect(saving.with["path"]).toBe(restoring.with["path"]);
    expect(saving.with["key"]).toBe(`\${{ steps.${restoring.id}.outputs.cache-primary-key }}`);
    const build = steps.findIndex(({ run = "" }) => run.startsWith("npm run build"));
    expect(restoring.at).toBeLessThan(build);
    expect(saving.at).toBeGreaterThan(build);
  });

  test("publishes on GitHub Pages where a variable of the repository says so, from main alone, hidden files too", () => {
    const { "github-pages": pages } = workflow.jobs;
    const isWanted = "vars.PUBLISH_TO_PAGES == 'true' && github.ref == 'refs/heads/main'";
    const handing = steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
    expect(handing).toMatchObject({ if: isWanted, with: { path: "_site", "include-hidden-files": true } });
    expect(pages).toMatchObject({
      if: isWanted,
      needs: "build",
      permissions: { pages: "write", "id-token": "write" },
    });
    expect(pages.steps.map(({ uses }) => uses?.split("@")[0])).toEqual(["actions/deploy-pages"]);
  });

  test("keeps nothing of a pull request", () => {
    expect(saving.if).toBe("github.event_name != 'pull_request'");
  });

  test("starts from nothing where nothing was kept", () => {
    expect(foundBy("refs/heads/main", [])).toBeUndefined();
  });

  test.for([
    ["main", "refs/heads/main", "site-refs/heads/main-12-1"],
    ["a branch that has been built", "refs/heads/autumn", "site-refs/heads/autumn-7-2"],
    ["a new branch", "refs/heads/winter", "site-refs/heads/main-12-1"],
    ["a pull request", "refs/pull/5/merge", "site-refs/heads/main-12-1"],
  ] as const)("has %s start from the newest there is for it", ([, ref, expected]) => {
    const kept = ["site-refs/heads/main-12-1", "site-refs/heads/autumn-7-2", "site-refs/heads/main-3-1"];
    expect(foundBy(ref, kept)).toBe(expected);
  });
});

function cacheStep(action: string) {
  const at = steps.findIndex(({ uses }) => uses?.startsWith(action));
  return { at, ...stepSchema.required({ with: true }).parse(steps[at]) };
}

/**
 * What GitHub finds for a run of a ref among what was kept, newest first: the key itself, or else the newest that begins with the
 * first of the other keys that any begins with.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching
 */
function foundBy(ref: string, kept: readonly string[]): string | undefined {
  const values: Readonly<Record<string, string>> = {
    "github.ref": ref,
    "github.run_id": "99",
    "github.run_attempt": "1",
  };
  const keys = [restoring.with["key"], ...String(restoring.with["restore-keys"]).trim().split("\n")];
  const written = keys.map((key) =>
    String(key).replace(/\$\{\{ (.+?) \}\}/g, (_, name) => values[name] ?? ""),
  );
  for (const key of written) {
    const found = kept.find((name) => name.startsWith(key));
    if (found !== undefined) return found;
  }
  return undefined;
}
