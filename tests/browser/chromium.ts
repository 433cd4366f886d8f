/** The Chromium that came with `npm ci`, unpacked into a folder of its own. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Undefined elsewhere than on Linux, where an installed Chrome is used. */
export type PackagedChromium =
  | { readonly executablePath: string; readonly environment: Readonly<Record<string, string>> }
  | undefined;

export type UnpackedChromium = { readonly chromium: PackagedChromium; readonly remove: () => Promise<void> };

/** Unpacks it. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  if (process.platform !== "linux") return { chromium: undefined, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "dateline-chromium-"));
  const executablePath = await unpackedInto(folder);
  const environment: Record<string, string> = { FONTCONFIG_FILE: await writeFontConfiguration(folder) };
  if (await lacksLibraries(executablePath)) environment["LD_LIBRARY_PATH"] = join(folder, "al2023/lib");
  return {
    chromium: { executablePath, environment },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * The package unpacks to the temporary folder, and takes what it finds there for whole, even half a file: hence a
 * folder of its own. Told that it runs on Lambda, it unpacks the libraries that bare machines lack, too.
 */
async function unpackedInto(folder: string): Promise<string> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" });
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * The fonts of the machine where it has any, and the one that came with the package: its own configuration looks
 * for that in other folders than the one it was unpacked into, and without any font Chromium ends at the first word.
 */
async function writeFontConfiguration(folder: string): Promise<string> {
  const file = join(folder, "fonts.conf");
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${join(folder, "fonts")}</dir>`,
    `<cachedir>${join(folder, "fonts-cache")}</cachedir>`,
    "</fontconfig>",
  ];
  await writeFile(file, lines.join("\n"));
  return file;
}

async function lacksLibraries(executablePath: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)("ldd", [executablePath]).catch(() => ({
    stdout: "not found",
  }));
  return stdout.includes("not found");
}
