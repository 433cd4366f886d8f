/** The style sheet: Dateline's, and after it those of the site folder, in a layer that wins over every other. */
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { bundleAsync, transform } from "lightningcss";
import { type Diagnostic, errorAt, type Place } from "../../../content/diagnostics/diagnostic.ts";
import { filesOfFolder, unreadable } from "../../../content/files/folder-files.ts";
import { isWithin } from "../../../content/files/paths.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import type { Accent } from "../../../site/look/look-settings.ts";
import { projectFolder, templatesFolder } from "../../disk/project.js";
import { whileUnchanged } from "./last-bundle.ts";
import type { NamedFile } from "./named-file.ts";
import { SourceTexts } from "./source-texts.ts";
import { type SiteAddress, StyleUrls } from "./style-urls.ts";

/** The folder of a newsroom's own style sheets. */
export const stylesFolder = "styles";

export type BundledStyles = {
  readonly css: string;
  /** Fonts and pictures that the style sheet names. */
  readonly files: readonly NamedFile[];
  /** What it names of the site by address: files of `static/`. */
  readonly siteAddresses: readonly SiteAddress[];
  /** Whether the site's own styles choose another typeface for what is read. */
  readonly hasOwnFont: boolean;
  readonly diagnostics: readonly Diagnostic[];
};

/** Browsers of the last three years or so, in lightningcss's numbers: major version shifted by 16 bits. */
const browsers = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/** Takes in all others. */
const entry = join(templatesFolder, "assets/css/every-style.css");
const ownLayer = "own";
const isOwnSheet = /^styles\/[^/]+\.css$/;

/** A style sheet of the site: its file as it is told, and its whole path. */
type OwnSheet = { readonly file: string; readonly path: string };
/** In the place of what cannot be taken in. */
const nothing = join(templatesFolder, "assets/css/nothing.css");

/** Bundles the styles of a site folder. What is wrong in them is told, and left out. */
export async function bundleStyles(siteFolder: string): Promise<BundledStyles> {
  const folder = await filesOfFolder(siteFolder, stylesFolder, {
    isPassedOver: (name) => name.startsWith("."),
    mayLieElsewhere: false,
  });
  const texts = new SourceTexts(siteFolder);
  const diagnostics: Diagnostic[] = [...folder.diagnostics];
  const own = folder.found
    .filter(({ file }) => isOwnSheet.test(file))
    .map(({ file }) => ({ file, path: resolve(siteFolder, file) }))
    .filter(({ file, path }) => {
      const fault = texts.faultOf(path, path);
      if (fault !== undefined) diagnostics.push(unreadable(file, "file", fault));
      return fault === undefined;
    });
  const bundle = own.length === 0 ? await bundleOurs() : await bundleSheets(texts, own);
  return { ...bundle, diagnostics: [...diagnostics, ...bundle.diagnostics] };
}

/** Dateline's styles, to which most sites add none. */
const bundleOurs = whileUnchanged(async () => {
  const texts = new SourceTexts(projectFolder);
  return { value: await bundleSheets(texts, []), files: texts.files };
});

/** @param own the site's own style sheets */
async function bundleSheets(texts: SourceTexts, own: readonly OwnSheet[]): Promise<BundledStyles> {
  const diagnostics: Diagnostic[] = [];
  const tell = (place: Place, message: string) =>
    void diagnostics.push(errorAt(place, "broken-asset", message));
  const sheets = [join(templatesFolder, "assets/css/index.css"), ...own.map(({ path }) => path)];
  const imports = sheets.map(
    (_, index) => `@import "sheet:${index}"${index === 0 ? "" : ` layer(${ownLayer})`};`,
  );

  const fileOf = (specifier: string, from: string): string => {
    if (from === entry) return sheets[Number(specifier.slice("sheet:".length))] ?? nothing;
    const place = () => texts.placeOfWords(from, specifier);
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(specifier)) {
      tell(place(), `"${specifier}" is not taken in; save it in ${stylesFolder}/ and name the file`);
      return nothing;
    }
    const file = specifier.startsWith(".") ? join(dirname(from), specifier) : packageFile(specifier, from);
    const fault = file === undefined ? "there is no such package" : texts.faultOf(file, from);
    if (file !== undefined && fault === undefined) return file;
    tell(place(), `"${specifier}" cannot be taken in: ${fault}`);
    return nothing;
  };

  const urls = new StyleUrls(texts);
  // By itself: in the bundle rules become one, and are no longer known by the file that they are from.
  const prepared = onDemandFor(async (file: string): Promise<string> => {
    const { code, warnings, dependencies } = transform({
      filename: file,
      code: Buffer.from(texts.read(file)),
      // What cannot be read is left out and told, so that all of it is told at once.
      errorRecovery: true,
      analyzeDependencies: { preserveImports: true },
    });
    for (const { message, loc } of warnings) {
      tell(texts.placeOf(file, loc.line, loc.column), `${message}; what it belongs to is left out`);
    }
    return urls.replacedIn(Buffer.from(code).toString("utf8"), dependencies ?? [], file);
  });

  const { code } = await bundleAsync({
    filename: entry,
    minify: true,
    targets: browsers,
    resolver: {
      read: (file) => (file === entry ? imports.join("\n") : file === nothing ? "" : prepared(file)),
      resolve: fileOf,
    },
  }).catch((error: unknown) => {
    if (!isSyntaxFault(error)) throw error;
    tell(texts.placeOf(error.fileName, error.loc.line, error.loc.column), error.message);
    return { code: new Uint8Array() };
  });
  return {
    css: Buffer.from(code).toString("utf8"),
    files: urls.files,
    siteAddresses: urls.siteAddresses,
    hasOwnFont: own.some(({ path }) => /--serif\s*:/.test(texts.read(path))),
    diagnostics: [...diagnostics, ...urls.diagnostics],
  };
}

/** The colour that a site chooses, in the layer of Dateline's own, so that the site's styles win over it. */
export function accentStyle(accent: Accent | undefined): string {
  if (accent === undefined) return "";
  const text = `@layer tokens{:root{--accent:light-dark(${accent.light},${accent.dark})}}`;
  const { code } = transform({
    filename: "accent.css",
    code: Buffer.from(text),
    minify: true,
    targets: browsers,
  });
  return Buffer.from(code).toString("utf8");
}

/** What lightningcss says of a style sheet that cannot be bundled. */
type SyntaxFault = SyntaxError & {
  readonly fileName: string;
  readonly loc: { readonly line: number; readonly column: number };
};

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return error instanceof SyntaxError && "fileName" in error && "loc" in error;
}

/** A file of a package: as the one who names it has it installed, else as Dateline has. */
function packageFile(specifier: string, from: string): string | undefined {
  for (const place of isWithin(from, templatesFolder) ? [import.meta.url] : [from, import.meta.url]) {
    try {
      return createRequire(place).resolve(specifier);
    } catch {
      // Looked for in the next place.
    }
  }
  return undefined;
}
