import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readNow, refusalText, UsageFault } from "../../../src/cli/terminal/command.ts";
import { InputChanged } from "../../../src/content/diagnostics/system-reasons.ts";
import { isMomentFault, readMoment } from "../../../src/content/values/moment.ts";
import { publishedDesk } from "../../../src/desk/editor/editor-files.ts";
import { buildSite } from "../../../src/publish/site/build-site.ts";
import { asNobody, forbid } from "../../nobody.ts";
import { articleText, filesBelow, now, run, runApart, siteFolder, started } from "../../site-folder.ts";

describe("every command", () => {
  test.for(["build", "check", "desk", "import", "init", "new", "start"])(
    "%s tells with --help how it is used",
    async (command) => {
      const result = await runApart(command, "--help");
      expect(result).toMatchObject({ exitCode: 0, stderr: "" });
      expect(result.stdout).toMatch(/^Usage: npm /);
    },
  );

  test.for(["build", "check", "desk", "import", "init", "new", "start"])(
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
    ["--url", "https://small.example/?path"],
  ])("%s %s is a fault of the command line, and nothing is written", async ([flag = "", value = ""]) => {
    const folder = await siteFolder({});
    const before = await filesBelow(folder);
    const result = await run("build", "--site", folder, flag, value);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain(`${flag} "${value}"`);
    expect(await filesBelow(folder)).toEqual(before);
  });
});

describe("the moment that --now names", () => {
  test.for([
    ["2026-11-20", "2026-11-20T00:00:00Z"],
    ["2026-11-20T08:30", "2026-11-20T08:30:00Z"],
    ["2026-11-20 08:30:15", "2026-11-20T08:30:15Z"],
    ["2026-11-20T08:30:15.789Z", "2026-11-20T08:30:15Z"],
    ["2026-11-20T08:30:15,7", "2026-11-20T08:30:15Z"],
    ["2026-11-20T08:30+09:00", "2026-11-19T23:30:00Z"],
    ["2026-11-20T08:30:15-0430", "2026-11-20T13:00:15Z"],
    ["2026-11-20t08:30z", "2026-11-20T08:30:00Z"],
    ["2028-02-29T23:59+14", "2028-02-29T09:59:00Z"],
  ])("is that of %s on every machine: %s", ([text = "", utc = ""]) => {
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    for (const zone of ["Asia/Seoul", "America/St_Johns"]) {
      vi.stubEnv("TZ", zone);
      expect(new Date(readNow(text))).toEqual(new Date(utc));
    }
    const reading = readMoment(text, "utc");
    expect(isMomentFault(reading) || reading.epochMs).toBe(Date.parse(utc));
  });

  test.for([
    "",
    "yesterday",
    "2026-02-29",
    "2026-02-31T08:30",
    "2026-13-01",
    "2026-11-20T25:00",
    "2026-11-20T08:60",
    "2026-11-20T8",
    "2026-11-20T08:30.5",
    "2026-11-20 08:30 GMT",
    "2026-11-20T08:30+24:00",
    "2026-11-20x",
    "1795163400000",
  ])("is none of %j", (text) => {
    expect(() => readNow(text)).toThrow(UsageFault);
  });
});

describe("where the machine refuses something, a command tells it in a sentence", () => {
  const articles = (count: number, lines: readonly string[] = []) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `articles/a${n}.md`,
        articleText(`A${n}`, "2026-11-20", lines),
      ]),
    );

  /** Runs a command of a shell; what it is given comes as "$@". */
  async function shell(line: string, ...args: readonly string[]) {
    const child = spawn("sh", ["-c", line, "sh", ...args], { stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { stdout, stderr, exitCode };
  }
  /** No file may become larger than so many times 512 bytes. */
  const limited = (blocks: number) => `trap "" XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const command = (name: string, ...flags: string[]) => [process.execPath, ...started(name), ...flags];

  test("who has read enough of a report hears no more, and the command ends as it would", async () => {
    const folder = await siteFolder(articles(600, ["colour: red"]));
    const line = '{ "$@"; echo "exit code $?" >&2; } | head -n 1';
    const read = await shell(line, ...command("check", "--site", folder));
    expect(read.stdout).toContain("articles/a0.md:5:1 error unknown-key");
    expect(read.stderr).toBe("exit code 1\n");
  });

  test("a build is published whole, whether its last word is heard or not", async () => {
    const folder = await siteFolder(articles(1));
    const line = '{ "$@"; echo "exit code $?" >&2; } | true';
    const built = await shell(
      line,
      ...command("build", "--no-search", "--now", "2026-11-24", "--site", folder),
    );
    expect(built.stderr).toBe("exit code 0\n");
    expect([...(await filesBelow(folder)).keys()]).toContain("_site/2026/11/a0/index.html");
  });

  test.skipIf(process.platform !== "linux")(
    "a report that does not fit on the disk is not passed over",
    async () => {
      const folder = await siteFolder(articles(1));
      const checked = await shell('"$@" > /dev/full', ...command("check", "--site", folder));
      expect(checked).toEqual({
        stdout: "",
        stderr: "What the command has to say cannot be written: the disk is full; make room on it.\n",
        exitCode: 2,
      });
      const flags = ["--no-search", "--now", "2026-11-24", "--site", folder, "--report", "/dev/full"];
      expect(await shell('"$@"', ...command("build", ...flags))).toMatchObject({
        stderr: "/dev/full cannot be written: the disk is full; make room on it (ENOSPC).\n",
        exitCode: 2,
      });
    },
  );

  test("a page that cannot be written ends the build, with its path, and leaves the output as it was", async () => {
    const folder = await siteFolder(articles(1));
    const flags = ["--no-search", "--now", "2026-11-24", "--site", folder];
    // JavaScript that is not made yet would be larger.
    await runApart("check", "--help");
    const built = await shell(limited(1), ...command("build", ...flags));
    expect(built.exitCode).toBe(2);
    expect(built.stderr).toMatch(
      /^\S+ cannot be written: the file would be larger than may be; .* \(EFBIG\)\.\n$/,
    );
    expect(built.stderr).toContain(folder);
    expect([...(await filesBelow(folder)).keys()].sort()).toEqual(["articles/a0.md", "site.yaml"]);
  });

  test("a new article that cannot be written leaves no part of itself", async () => {
    const folder = await siteFolder({});
    const made = await shell(
      limited(0),
      ...command("new", "Ferry", "--category", "News", "--date", "2026-11-20", "--site", folder),
    );
    expect(made).toMatchObject({ stdout: "", exitCode: 2 });
    expect(made.stderr).toBe(
      `${join(folder, "articles/2026/11/ferry.md")} cannot be written: the file would be larger than may be; raise the limit (EFBIG).\n`,
    );
    expect([...(await filesBelow(folder)).keys()]).toEqual(["site.yaml"]);
  });

  test("an output that may not be written to, or lies below a file, is named", async () => {
    const folder = await siteFolder(articles(1));
    const below = await run("build", "--site", folder, "--output", join(folder, "site.yaml/_site"));
    expect(below).toMatchObject({ stdout: "", exitCode: 2 });
    expect(below.stderr).toMatch(/^\S+site\.yaml\S* cannot be \w+: .* \((?:EEXIST|ENOTDIR)\)\.\n$/);
    await forbid(folder, "articles");
    const refused = await asNobody(() =>
      buildSite({
        deskOf: publishedDesk,
        siteFolder: folder,
        outputFolder: join(folder, "articles/_site"),
        nowMs: Date.parse(now),
        drafts: false,
        search: false,
      }).catch(refusalText),
    );
    expect(refused).toMatch(/articles\S* cannot be [a-z ]+: permission is denied; .* \(EACCES\)\.\n$/);
  });

  test.skipIf(process.getuid?.() !== 0)(
    "an article that a cache knows, and this user may not read, is named where its page has to be made",
    async () => {
      const folder = await siteFolder(articles(2));
      const build = (outputFolder: string) =>
        buildSite({
          deskOf: publishedDesk,
          siteFolder: folder,
          outputFolder,
          nowMs: Date.parse(now),
          drafts: false,
          search: false,
        });
      await chmod(folder, 0o777);
      await chmod(join(folder, "articles/a0.md"), 0o600);
      await build(join(folder, "_site"));
      // The administrator's file stays as it was: nothing of it tells that another user cannot read it.
      const refused = await asNobody(() => build(join(folder, "other")).catch(refusalText));
      expect(refused).toBe(
        "articles/a0.md cannot be read any more: permission is denied; change its permissions, or run this as the user it belongs to.\n",
      );
      expect(await readdir(folder)).not.toContain("other");
    },
  );

  test("a file that changed while it was read is named, and a defect keeps its stack", () => {
    expect(refusalText(new InputChanged("articles/a.md was saved while it was read; start again"))).toBe(
      "articles/a.md was saved while it was read; start again.\n",
    );
    expect(refusalText(new Error("EACCES: permission denied, rename '/a' -> '/b'"))).toBe(
      "/a cannot be moved to /b: permission is denied; change its permissions, or run this as the user it belongs to (EACCES).\n",
    );
    expect(refusalText(new TypeError("x is not a function"))).toBeUndefined();
  });

  test("what a file is called, or a flag says, steers no terminal", async () => {
    expect(refusalText(new InputChanged("\u001B[2Ja.md was saved\u009B"))).toBe(" [2Ja.md was saved .\n");
    expect(refusalText(new Error("EACCES: permission denied, rename '/a\u001B[2J' -> '/b\u202E'"))).toBe(
      "/a [2J cannot be moved to /b : permission is denied; change its permissions, or run this as the user it belongs to (EACCES).\n",
    );
    const { stderr } = await run("due", "--url", "https://a.example", "--now", "\u001B[2J");
    expect(stderr).toContain('--now " [2J" is not a date');
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
