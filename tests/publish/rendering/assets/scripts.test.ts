import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const { folder } = await vi.hoisted(async () => {
  // Other tests of this process have loaded them with the project's own folders.
  vi.resetModules();
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  return { folder: await mkdtemp(`${tmpdir()}/dateline-test-`) };
});

vi.mock("../../../../src/publish/disk/project.js", async (original) => ({
  ...(await original<typeof import("../../../../src/publish/disk/project.js")>()),
  projectFolder: `${folder}/`,
}));

beforeAll(async () => {
  await mkdir(join(folder, "src/preview/client"), { recursive: true });
  await writeFile(
    join(folder, "src/preview/client/preview.ts"),
    'import "./lost.ts";\nconst a = = 1;\nlet b: = 2;\n',
  );
});

afterAll(async () => {
  vi.doUnmock("../../../../src/publish/disk/project.js");
  vi.resetModules();
  await rm(folder, { recursive: true, force: true });
});

test("a script at fault is told with file, line and column", async () => {
  const { bundleScript, ScriptFault } = await import("../../../../src/publish/rendering/assets/scripts.ts");
  const fault = await bundleScript("preview").catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ScriptFault);
  expect(fault).toMatchObject({
    diagnostics: [
      {
        file: "src/preview/client/preview.ts",
        line: 2,
        column: 11,
        severity: "error",
        code: "broken-asset",
        message: 'Unexpected "="',
        sourceLine: "const a = = 1;",
      },
    ],
  });
});
