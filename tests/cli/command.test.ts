import { describe, expect, test } from "vitest";
import { articleText, filesBelow, run, siteFolder } from "../site-folder.ts";

describe("every command", () => {
  test.for(["build", "check", "desk", "diagnostics", "import", "new", "preview", "schemas"])(
    "%s tells with --help how it is used",
    async (command) => {
      const result = await run(command, "--help");
      expect(result).toMatchObject({ exitCode: 0, stderr: "" });
      expect(result.stdout).toMatch(/^Usage: npm /);
    },
  );

  test.for(["build", "check", "desk", "diagnostics", "import", "new", "preview", "schemas"])(
    "%s refuses a flag that it does not know, and says how it is used",
    async (command) => {
      const result = await run(command, "--colour");
      expect(result).toMatchObject({ exitCode: 2, stdout: "" });
      expect(result.stderr).toContain("--colour");
      expect(result.stderr).toContain("Usage: npm ");
    },
  );
});

describe("flags of npm run build", () => {
  test.for([
    ["--now", "yesterday"],
    ["--url", "small.example"],
    ["--url", "https://small.example/path/"],
  ])("%s %s is a fault of the command line, and nothing is written", async ([flag = "", value = ""]) => {
    const folder = await siteFolder({});
    const before = await filesBelow(folder);
    const result = await run("build", "--site", folder, flag, value);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain(`${flag} "${value}"`);
    expect(await filesBelow(folder)).toEqual(before);
  });
});

describe("npm run check", () => {
  const broken = {
    "articles/a.md": articleText("A", "2026-02-30"),
    "articles/b, c.md": articleText("B", "2026-11-20", ["colour: red"]),
  };

  test("shows every error with its place, and writes nothing", async () => {
    const folder = await siteFolder(broken);
    const before = await filesBelow(folder);
    const result = await run("check", "--site", folder);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toBe(
      [
        'articles/a.md:3:7 error impossible-date: "2026-02-30" does not exist in the calendar or on the clock; correct the day or the time',
        "  3 | date: 2026-02-30",
        "    |       ^",
        'articles/b, c.md:5:1 error unknown-key: "colour" is not a key of front matter; remove it or correct it',
        "  5 | colour: red",
        "    | ^",
        "Checked 2 articles: 2 errors.",
        "",
      ].join("\n"),
    );
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("tells programs the same as JSON", async () => {
    const { exitCode, stdout } = await run("check", "--site", await siteFolder(broken), "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: "articles/a.md",
        line: 3,
        column: 7,
        severity: "error",
        code: "impossible-date",
        message: '"2026-02-30" does not exist in the calendar or on the clock; correct the day or the time',
      },
      {
        file: "articles/b, c.md",
        line: 5,
        column: 1,
        severity: "error",
        code: "unknown-key",
        message: '"colour" is not a key of front matter; remove it or correct it',
      },
    ]);
  });

  test("annotates files on GitHub", async () => {
    const { stdout } = await run("check", "--site", await siteFolder(broken), "--format", "github");
    expect(stdout.split("\n")[1]).toBe(
      '::error file=articles/b%2C c.md,line=5,col=1,title=unknown-key::"colour" is not a key of front matter; remove it or correct it',
    );
  });

  test("has nothing to say of a site that is in order", async () => {
    const folder = await siteFolder({ "articles/a.md": articleText("A", "2026-11-20") });
    expect(await run("check", "--site", folder)).toEqual({
      exitCode: 0,
      stdout: "Checked 1 article: no errors.\n",
      stderr: "",
    });
    expect(await run("check", "--site", folder, "--format", "json")).toMatchObject({ stdout: "[]\n" });
    expect(await run("check", "--site", folder, "--format", "github")).toMatchObject({ stdout: "" });
  });

  test("takes no other format", async () => {
    const result = await run("check", "--format", "xml");
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain('--format "xml" is not one of text, json, github');
  });
});
