/** The fonts of cards: from packages alone, never from the machine, so that cards are the same wherever they are drawn. */

import { randomUUID } from "node:crypto";
import { constants, rmSync } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { escapeUTF8 } from "entities";
import pMap from "p-map";
import { z } from "zod";
import { systemRefusal } from "../../content/diagnostics/system-reasons.ts";
import { hexDigest } from "../../content/values/digest.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import { projectFolder } from "../disk/project.js";
import { loadSharp } from "../pictures/sharp.ts";

const { resolve } = createRequire(import.meta.url);

/** In the order in which they are asked for a character. */
const families = ["Sans", "Sans Arabic", "Sans Hebrew", "Sans Thai", "Sans KR", "Sans SC", "Sans JP"].map(
  (name) => ({ name: `Noto ${name}`, packageName: `noto-${name.toLowerCase().replace(" ", "-")}` }),
);

/** One Chinese character has several shapes: which family is asked first, by language. */
const firstFamilies = new Map([
  ["ja", "Noto Sans JP"],
  ["zh", "Noto Sans SC"],
]);

/** A family comes in parts: WOFF2 files with some of its characters, given as pairs of first and last code point. */
type FontPart = {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
};

export class CardFonts {
  readonly #parts: readonly FontPart[];
  readonly #has = onDemandFor((character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return this.#parts.some(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last));
  });

  private constructor(parts: readonly FontPart[]) {
    this.#parts = parts;
  }

  /**
   * Makes the fonts ready, all of them: which others are there decides which of two parts gives a space, and so its
   * width. Once for a process, as the library that finds fonts reads its configuration once.
   */
  static open(): Promise<CardFonts> {
    opening ??= Promise.all(families.map(({ packageName }) => partsOf(packageName))).then(async (parts) => {
      await beginDrawing(await unpacked(parts.flat()));
      return new CardFonts(parts.flat());
    });
    return opening;
  }

  /** The text without the characters that no font has, such as emoji, and without towers of marks over a letter. */
  drawable(text: string): string {
    return [...text.normalize("NFC").replace(/\p{Cc}/gu, " ")]
      .filter((character) => this.#has(character))
      .join("")
      .replace(/(\p{M}{3})\p{M}+/gu, "$1")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** The families for a text in a language, as Pango lists them. */
  familiesFor(language: string): string {
    const first = firstFamilies.get(language.split("-")[0] ?? "");
    const [latin = "", ...others] = families.map(({ name }) => name);
    return [...new Set([latin, ...(first === undefined ? [] : [first]), ...others])].join(", ");
  }
}

let opening: Promise<CardFonts> | undefined;

/** https://fontsource.org: each package lists the characters of its files, as CSS's unicode-range has them. */
async function partsOf(packageName: string): Promise<FontPart[]> {
  const list = resolve(`@fontsource-variable/${packageName}/unicode.json`);
  const ranges = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(list, "utf8")));
  return Object.entries(ranges).map(([name, text]) => ({
    file: resolve(
      `@fontsource-variable/${packageName}/files/${packageName}-${name.replace(/[[\]]/g, "")}-wght-normal.woff2`,
    ),
    ranges: text.split(",").map((range) => {
      const [first = "", last = first] = range.trim().replace(/^U\+/i, "").split("-");
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  }));
}

/**
 * Unpacks the fonts, once for an installation: the library that draws reads TrueType from disk, and the packages
 * hold WOFF2. Where the installation belongs to another user, once for this process. Returns the file of a font
 * configuration that knows these fonts and no others.
 */
async function unpacked(parts: readonly FontPart[]): Promise<string> {
  const cache = join(projectFolder, "node_modules/.cache/dateline");
  const stampOf = async ({ file }: FontPart) => `${file} ${(await stat(file)).size}`;
  const stamps = await pMap(parts, stampOf, { concurrency: 16 });
  const folder = join(cache, `fonts-${hexDigest(stamps.join("\n"), 16)}`);
  const configuration = join(folder, configurationName);
  if (await isReadable(configuration)) return configuration;
  const aside = `${folder}-${randomUUID()}`;
  try {
    await mkdir(aside, { recursive: true });
    await unpackInto(aside, parts, configurationText(folder, join(cache, "fontconfig")));
    // Where another process was quicker, its fonts are as good.
    await rename(aside, folder).catch(() => undefined);
  } catch (error) {
    if (systemRefusal(error) === undefined) throw error;
  }
  await rm(aside, { recursive: true, force: true }).catch(() => undefined);
  return (await isReadable(configuration)) ? configuration : unpackedForNow(parts);
}

/** The fonts for this process alone. */
async function unpackedForNow(parts: readonly FontPart[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-fonts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await unpackInto(folder, parts, configurationText(folder, join(folder, "fontconfig")));
  return join(folder, configurationName);
}

const configurationName = "fonts.conf";

async function unpackInto(folder: string, parts: readonly FontPart[], configuration: string): Promise<void> {
  const { decompress } = await import("wawoff2");
  // One after the other: the unpacker has one memory, and gives fonts out of it.
  for (const { file } of parts) {
    const font = await decompress(await readFile(file));
    await writeFile(join(folder, `${basename(file)}.ttf`), font);
  }
  await writeFile(join(folder, configurationName), configuration);
}

function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** https://www.freedesktop.org/software/fontconfig/fontconfig-user.html */
function configurationText(fontFolder: string, cacheFolder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${escapeUTF8(fontFolder)}</dir><cachedir>${escapeUTF8(cacheFolder)}</cachedir></fontconfig>`,
    "",
  ].join("\n");
}

/** Draws a letter, so that the configuration is read; programs that are started later must not see it. */
async function beginDrawing(configuration: string): Promise<void> {
  const sharp = await loadSharp();
  const before = process.env["FONTCONFIG_FILE"];
  process.env["FONTCONFIG_FILE"] = configuration;
  try {
    await sharp({ text: { text: "x", font: "Noto Sans" } })
      .raw()
      .toBuffer();
  } finally {
    if (before === undefined) delete process.env["FONTCONFIG_FILE"];
    else process.env["FONTCONFIG_FILE"] = before;
  }
}
