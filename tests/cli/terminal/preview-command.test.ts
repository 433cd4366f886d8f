import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { ended, toldAddress } from "../../child-server.ts";
import { articleText, runApart, siteFolder } from "../../site-folder.ts";

test("npm start tells of each saved article where it is shown, or that its change is not", async () => {
  const folder = await siteFolder({ "articles/a.md": articleText("Ferry", "2026-11-20") });
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(projectFolder, "src/cli/commands/start.ts"), "--site", folder, "--port", "0"],
    { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => ended(child));
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  const seen = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => told.includes(text) && resolve();
      child.stdout.on("data", look);
      look();
    });
  const origin = await toldAddress(child);
  await writeFile(join(folder, "articles/배.md"), articleText("Boat", "2026-11-21"));
  const address = `${origin}/2026/11/${encodeURI("배")}/`;
  await seen(`Shown again after a change of articles/배.md: no errors. ${address}\n`);
  expect(await (await fetch(address)).text()).toContain("<title>Boat");
  await writeFile(join(folder, "articles/배.md"), articleText("Boat", "someday"));
  await seen("The change of articles/배.md is not shown until its errors are mended: 1 error.\n");
  await writeFile(join(folder, "articles/\u001B[2J.md"), articleText("Boat", "2026-11-21"));
  await seen("after a change of articles/ [2J.md: ");
});

describe("where the port is taken", () => {
  test.for([
    ["start", "npm start -- --port 8081"],
    ["desk", "npm run desk -- --port 8081"],
  ])("%s says what may have it, and how to choose another", async ([command = "", advice]) => {
    const server = createServer();
    onTestFinished(() => void server.close());
    const port = await new Promise<number>((resolve, reject) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("there is no port"));
      });
    });
    const result = await runApart(command, "--site", await siteFolder({}), "--port", String(port));
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain(
      `Port ${port} is taken, perhaps by a preview in another window: end that with Ctrl+C, or choose another port: ${advice}\n`,
    );
  });
});
