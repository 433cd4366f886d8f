import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { commands, projectFolder } from "../../src/publish/disk/project.js";
import { runApart } from "../site-folder.ts";

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

describe("the commands", () => {
  test("are all in the list, by the name of their module", async () => {
    const room = "src/cli/commands";
    const found = await readdir(join(projectFolder, room));
    const listed = Object.entries(commands).map(([name, { module }]) => [name, module]);
    expect(listed.sort()).toEqual(found.map((file) => [file.replace(/\.ts$/, ""), `${room}/${file}`]).sort());
  });

  test("are all scripts of package.json, and no script starts a command that is none", async () => {
    const { scripts } = manifest.parse(
      JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8")),
    );
    const starting = Object.entries(scripts).flatMap(([script, line]) => {
      const [, name] = /^node (?:--watch\S+ )*src\/cli\/start\.js (\S+)$/.exec(line) ?? [];
      return name === undefined ? [] : [[script, name]];
    });
    expect(starting.sort()).toEqual(
      Object.keys(commands)
        .map((name) => [name, name])
        .sort(),
    );
  });

  test("are told with what each does, where none is named", async () => {
    const help = await runApart("--help");
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    const told = [...help.stdout.matchAll(/^ {2}(\S+) +(.+)$/gm)].map(([, name, does]) => [name, does]);
    expect(told).toEqual(Object.entries(commands).map(([name, { does }]) => [name, does]));
    expect(await runApart("biuld")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `There is no command "biuld".\n\n${help.stdout}`,
    });
  });
});
