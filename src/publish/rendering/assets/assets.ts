/** Styles, fonts and scripts: bundled, minified, and named by their content. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, errorAt } from "../../../content/diagnostics/diagnostic.ts";
import type { Accent } from "../../../site/look/look-settings.ts";
import type { PlacedFile } from "../../../site/plan/file-conflicts.ts";
import { templatesFolder } from "../../disk/project.js";
import { type NamedFile, namedByContent } from "./named-file.ts";
import { type PaperColours, paperOf } from "./paper.ts";
import { bundleScripts, ScriptFault, type Scripts } from "./scripts.ts";
import { accentStyle, type BundledStyles, bundleStyles } from "./styles.ts";

/** A link of a page's head. */
export type IconLink = { readonly rel: string; readonly href: string; readonly type: string };

export type Icons = { readonly links: readonly IconLink[]; readonly files: readonly NamedFile[] };

/** What a site chooses for itself. */
export type Choices = { readonly accent?: Accent | undefined; readonly icons?: Icons | undefined };

export type AssetAddresses = {
  readonly styles: string;
  readonly search: string;
  readonly masthead: string;
  readonly icons: readonly IconLink[];
  /** The font file that every page needs for its first words, where it is known. */
  readonly font?: string | undefined;
  readonly paper?: PaperColours | undefined;
};

export type Assets = {
  readonly addresses: AssetAddresses;
  /** By path in the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** What is bundled whatever the content is. */
export type AssetBundle = {
  readonly styles: BundledStyles;
  /** Absent where they are at fault. */
  readonly scripts?: Scripts;
  readonly icons: { readonly svg: Uint8Array; readonly ico: Uint8Array; readonly touch: Uint8Array };
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Upright Latin: headlines, and most of what is read. Preloaded, it is there with the style sheet, and no word is
 * set twice; italics and other scripts come where a page has them.
 */
const firstFont = "assets/source-serif-4-latin-wght-normal.";

/** Bundles what the pages of a site folder need beside their HTML. */
export async function bundleAssets(siteFolder: string): Promise<AssetBundle> {
  const [styles, scripts, svg, ico, touch] = await Promise.all([
    bundleStyles(siteFolder),
    bundleScripts().catch((error: unknown) => {
      if (error instanceof ScriptFault) return error;
      throw error;
    }),
    readFile(join(templatesFolder, "assets/icons/icon.svg")),
    readFile(join(templatesFolder, "assets/icons/favicon.ico")),
    readFile(join(templatesFolder, "assets/icons/touch-icon.png")),
  ]);
  const isBroken = scripts instanceof ScriptFault;
  return {
    styles,
    ...(isBroken ? {} : { scripts }),
    icons: { svg, ico, touch },
    diagnostics: [...styles.diagnostics, ...(isBroken ? scripts.diagnostics : [])],
  };
}

/** What is published of a bundle; undefined where its scripts are at fault. */
export function assetsOf({ styles, scripts, icons }: AssetBundle, choices: Choices): Assets | undefined {
  if (scripts === undefined) return undefined;
  const sheet = namedByContent("site.css", Buffer.from(styles.css + accentStyle(choices.accent)));
  const { links, files } = choices.icons ?? datelinesIcons(icons);
  const font = fontOf(styles);
  return {
    addresses: {
      styles: `/${sheet.path}`,
      search: scripts.search,
      masthead: scripts.masthead,
      icons: links,
      paper: paperOf(styles.css),
      ...(font && { font: `/${font.path}` }),
    },
    files: new Map([
      ...[sheet, ...files, ...styles.files].map(({ path, content }) => [path, content] as const),
      ...scripts.files,
    ]),
  };
}

function datelinesIcons({ svg, ico, touch }: AssetBundle["icons"]): Icons {
  const [icon, onTelephones] = [namedByContent("icon.svg", svg), namedByContent("touch-icon.png", touch)];
  return {
    links: [
      { rel: "icon", href: `/${icon.path}`, type: "image/svg+xml" },
      { rel: "apple-touch-icon", href: `/${onTelephones.path}`, type: "image/png" },
    ],
    // Where browsers look that do not know the others.
    files: [icon, onTelephones, { path: "favicon.ico", content: ico }],
  };
}

/** Where the site has a typeface of its own, nobody knows which of its files pages need first. */
function fontOf({ hasOwnFont, files }: BundledStyles): NamedFile | undefined {
  return hasOwnFont ? undefined : files.find(({ path }) => path.startsWith(firstFont));
}

/** An error for each address of the site that the styles name, and where no file of `static/` stands. */
export function lostStyleAddresses({ styles }: AssetBundle, files: readonly PlacedFile[]): Diagnostic[] {
  const paths = new Set(files.map(({ path }) => `/${path}`));
  return styles.siteAddresses
    .filter(({ path }) => !paths.has(path))
    .map(({ path, place }) =>
      errorAt(place, "broken-asset", `there is no file at "${path}"; put it into static/`),
    );
}
