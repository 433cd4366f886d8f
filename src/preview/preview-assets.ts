/** Styles and scripts as the preview shows them: while some are at fault, the last ones that were not. */
import { join } from "node:path";
import type { Diagnostic } from "../content/diagnostics/diagnostic.ts";
import type { Publication } from "../publish/loading/publication.ts";
import {
  type AssetBundle,
  type Assets,
  assetsOf,
  bundleAssets,
  lostStyleAddresses,
} from "../publish/rendering/assets/assets.ts";
import { ScriptFault } from "../publish/rendering/assets/scripts.ts";

export type OwnFiles = ReadonlyMap<string, Uint8Array>;

export class PreviewAssets {
  readonly #siteFolder: string;
  #bundle: AssetBundle | undefined;
  #publication: Publication | undefined;
  #ownFiles: OwnFiles = new Map();
  /** Of the preview's own scripts. */
  #ownDiagnostics: readonly Diagnostic[] = [];
  /** Absent until they were bundled without fault for the first time. */
  assets: Assets | undefined;

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  /** Files that only the preview has, by address. */
  get ownFiles(): OwnFiles {
    return this.#ownFiles;
  }

  /** The pictures that site.yaml names, by path. */
  get namedFiles(): readonly string[] {
    const { pictures = {}, portraits = [] } = this.#publication?.siteReading ?? {};
    return [...Object.values(pictures), ...portraits].flatMap((picture) =>
      picture === undefined ? [] : join(this.#siteFolder, picture.file),
    );
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.#bundle === undefined) return [];
    const files = this.#publication?.staticFiles.files ?? [];
    return [...this.#bundle.diagnostics, ...this.#ownDiagnostics, ...lostStyleAddresses(this.#bundle, files)];
  }

  /** Bundles them again. @param readOwnFiles reads the files that only the preview has */
  async reload(readOwnFiles: () => Promise<OwnFiles>): Promise<void> {
    try {
      this.#ownFiles = await readOwnFiles();
      this.#ownDiagnostics = [];
    } catch (error) {
      if (!(error instanceof ScriptFault)) throw error;
      this.#ownDiagnostics = error.diagnostics;
    }
    this.#bundle = await bundleAssets(this.#siteFolder);
    this.#finish();
  }

  /** Fits them to what the site folder holds now. */
  fitTo(publication: Publication): void {
    this.#publication = publication;
    this.#finish();
  }

  #finish(): void {
    if (this.#bundle === undefined) return;
    const { plan, sitePictures } = this.#publication ?? {};
    const choices = { accent: plan?.settings.accent, icons: sitePictures?.icons };
    this.assets = assetsOf(this.#bundle, choices) ?? this.assets;
  }
}
