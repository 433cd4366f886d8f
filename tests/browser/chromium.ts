/** The Chromium that `npm ci` brings, unpacked and given fonts; elsewhere than on Linux, an installed Chrome. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

/** Undefined elsewhere than on Linux. */
export type PackagedChromium =
  | { readonly executablePath: string; readonly environment: Readonly<Record<string, string>> }
  | undefined;

/** No sandbox: the browser sees only pages of ours, and in containers there is none to be had. */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Serifs for what bare machines lack: Korean, Arabic, and a Times for the moment before a page's own font is there. */
const fontPackages = [
  "@expo-google-fonts/nanum-myeongjo",
  "@expo-google-fonts/noto-naskh-arabic",
  "@expo-google-fonts/tinos",
];

/** Unpacks the browser into a folder of its own. `remove` deletes it. */
export async function unpackChromium(): Promise<{ packaged: PackagedChromium; remove: () => Promise<void> }> {
  if (process.platform !== "linux") return { packaged: undefined, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "dateline-chromium-"));
  const executablePath = await unpackedInto(folder);
  const environment: Record<string, string> = { FONTCONFIG_FILE: await writeFontConfiguration(folder) };
  if (await lacksLibraries(executablePath)) environment["LD_LIBRARY_PATH"] = join(folder, "al2023/lib");
  return {
    packaged: { executablePath, environment },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Starts the browser that was unpacked. */
export async function startChromium(
  packaged: PackagedChromium,
  moreFlags: readonly string[] = [],
): Promise<Browser> {
  if (packaged === undefined) return chromium.launch({ channel: "chrome", args: [...moreFlags] });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env = { ...Object.fromEntries(inherited), ...packaged.environment };
  return chromium.launch({ executablePath: packaged.executablePath, args: [...flags, ...moreFlags], env });
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
 * The fonts of the machine where it has any, and those that came with packages: the browser's own configuration
 * looks in other folders than the one it was unpacked into, and without any font Chromium ends at the first word.
 */
async function writeFontConfiguration(folder: string): Promise<string> {
  const packages = createRequire(import.meta.url);
  const fontFolders = fontPackages.map((name) => dirname(packages.resolve(`${name}/package.json`)));
  const file = join(folder, "fonts.conf");
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...[join(folder, "fonts"), ...fontFolders].map((path) => `<dir>${path}</dir>`),
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
