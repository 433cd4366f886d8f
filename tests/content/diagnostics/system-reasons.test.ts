import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAbsence, reasonOf, systemRefusal } from "../../../src/content/diagnostics/system-reasons.ts";

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("what the system refused", () => {
  test("is told with its place, as far as it names one", () => {
    expect(systemRefusal(thrownBy(() => readdirSync("/nowhere/at/all")))).toEqual({
      code: "ENOENT",
      reason: "there is no such file or folder",
      call: "scandir",
      path: "/nowhere/at/all",
    });
    expect(
      systemRefusal(thrownBy(() => renameSync("/nowhere/it's, a\nfile", "/nowhere/else"))),
    ).toMatchObject({
      call: "rename",
      path: "/nowhere/it's, a\nfile",
      target: "/nowhere/else",
    });
    expect(systemRefusal(thrownBy(() => mkdirSync(`/tmp/${"a".repeat(300)}`)))).toMatchObject({
      code: "ENAMETOOLONG",
    });
  });

  test.skipIf(process.platform !== "linux")("is told of a disk that is full", () => {
    expect(systemRefusal(thrownBy(() => writeFileSync("/dev/full", "text")))).toEqual({
      code: "ENOSPC",
      reason: "the disk is full; make room on it",
      call: "write",
    });
  });

  test("is still known of an error that comes from another thread, or stands behind another", () => {
    const error = thrownBy(() => readdirSync("/nowhere"));
    expect(systemRefusal(structuredClone(error))).toMatchObject({ code: "ENOENT", path: "/nowhere" });
    expect(systemRefusal(new Error("no page", { cause: error }))).toMatchObject({ code: "ENOENT" });
  });

  test("is told in other words where files are watched", () => {
    const message = "ENOSPC: System limit for number of file watchers reached, watch '/site/articles'";
    expect(systemRefusal(new Error(message))).toMatchObject({
      reason: "too many files are watched on this machine; raise fs.inotify.max_user_watches",
      path: "/site/articles",
    });
  });

  test("is nothing where an error is another", () => {
    for (const error of [
      new TypeError("x is not a function"),
      new Error("EARLY: of a story, told"),
      "text",
      undefined,
    ]) {
      expect(systemRefusal(error)).toBeUndefined();
    }
    expect(reasonOf(new Error("no memory"))).toBe("no memory");
  });
});

test("a path of which there is nothing is told from one that may not be looked at", () => {
  expect(isAbsence(thrownBy(() => readdirSync("/nowhere")))).toBe(true);
  expect(isAbsence(new Error("EACCES: permission denied, open '/x'"))).toBe(false);
  expect(isAbsence(new Error("no such file"))).toBe(false);
});
