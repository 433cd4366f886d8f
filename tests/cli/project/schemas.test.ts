import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { projectFolder } from "../../../src/publish/disk/project.js";

test("the schemas that editors use are those of the program (else: npm run schemas)", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dateline-schemas-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { scripts } = z
    .object({ scripts: z.object({ schemas: z.string() }) })
    .parse(JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8")));
  const [, ...line] = scripts.schemas.split(" ");
  await promisify(execFile)(process.execPath, [...line, "--output", folder], { cwd: projectFolder });
  for (const name of ["article.schema.json", "site.schema.json", "article.code-snippets"]) {
    const kept = await readFile(join(projectFolder, ".vscode", name), "utf8");
    expect(await readFile(join(folder, name), "utf8")).toBe(kept);
  }
});

test("the schema of front matter asks for title and categories, and refuses unknown keys", async () => {
  const schema: unknown = JSON.parse(
    await readFile(join(projectFolder, ".vscode/article.schema.json"), "utf8"),
  );
  expect(schema).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    required: ["title", "categories"],
    additionalProperties: false,
    properties: { title: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
  });
});
