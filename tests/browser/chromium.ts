/** The Chromium that came with `npm ci`, made ready to be started. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

/** Undefined elsewhere than on Linux, where an installed Chrome is used. */
export type PackagedChromium =
  | { readonly executablePath: string; readonly environment: Readonly<Record<string, string>> }
  | undefined;

/** No sandbox: the browser sees only pages of these tests, and in containers there is none to be had. */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Unpacks it into a folder of its own. */
export async function unpackChromium(folder: string): Promise<PackagedChromium> {
  if (process.platform !== "linux") return undefined;
  const executablePath = await unpackedInto(folder);
  const environment: Record<string, string> = { FONTCONFIG_FILE: await writeFontConfiguration(folder) };
  if (await lacksLibraries(executablePath)) environment["LD_LIBRARY_PATH"] = join(folder, "al2023/lib");
  return { executablePath, environment };
}

/** Starts it; elsewhere than on Linux, an installed Chrome. */
export async function startChromium(packaged: PackagedChromium): Promise<Browser> {
  if (packaged === undefined) return chromium.launch({ channel: "chrome" });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env = { ...Object.fromEntries(inherited), ...packaged.environment };
  return chromium.launch({ executablePath: packaged.executablePath, args: flags, env });
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
