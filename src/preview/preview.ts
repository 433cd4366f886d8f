/** The preview: a site that is shown, watched, and shown again. */
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { bundleScript } from "../build/assets.ts";
import type { FileChange } from "../build/known-content.ts";
import { projectFolder, templatesFolder } from "../build/project.ts";
import { previewScript, previewStyles } from "./decoration.ts";
import { PreviewSite } from "./preview-site.ts";
import { type Desk, type PreviewServer, startPreviewServer } from "./server.ts";

/** Editors save in several steps; what comes within this time is one change. */
const settleMs = 30;

/** File systems take the time from a clock that may be so far behind. */
const clockStepMs = 20;

export type PreviewOptions = {
  readonly siteFolder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Called when the site has been read, at first and after each change, with the file that changed. */
  readonly onShown: (site: PreviewSite, changedFile?: string) => void;
  readonly desk?: Desk | undefined;
};

export type Preview = { readonly port: number; readonly close: () => Promise<void> };

/** Starts a preview of a site folder. @throws where the port is taken */
export async function startPreview({ siteFolder, port, onShown, desk }: PreviewOptions): Promise<Preview> {
  const site = new PreviewSite(siteFolder);
  const contentPaths = [join(siteFolder, "site.yaml"), join(siteFolder, "articles")];
  const assetPaths = [templatesFolder, join(projectFolder, "src/client")];
  const startMs = Date.now() - clockStepMs;
  const watcher = watch([...contentPaths, ...assetPaths], { alwaysStat: true });
  let isWatching = false;
  watcher.on("ready", () => {
    isWatching = true;
  });
  const isAsset = (path: string) => assetPaths.some((folder) => path.startsWith(folder));
  const isTemplate = (path: string) => path.startsWith(templatesFolder) && path.endsWith(".njk");
  /** By path, whether it is an edit and nothing more. */
  const changed = new Map<string, boolean>();
  let timer: NodeJS.Timeout | undefined;
  let ownFiles: ReadonlyMap<string, Uint8Array> = new Map();

  async function start(): Promise<PreviewServer> {
    [ownFiles] = await Promise.all([readOwnFiles(), site.reloadContent([]), site.reloadAssets()]);
    return startPreviewServer({ site, port, desk, ownFiles: () => ownFiles });
  }
  const starting = start();
  let reloading = starting.then(() => onShown(site));

  async function reload(): Promise<void> {
    const paths = [...changed.keys()];
    const contentChanges = [...changed].flatMap(([path, isEdit]): FileChange[] =>
      isAsset(path) ? [] : [{ file: relative(siteFolder, path).split(sep).join("/"), isEdit }],
    );
    changed.clear();
    if (paths.length === 0) return;
    if (paths.some(isTemplate)) site.reloadTemplates();
    if (paths.some((path) => isAsset(path) && !isTemplate(path))) {
      ownFiles = await readOwnFiles();
      await site.reloadAssets();
    }
    if (contentChanges.length > 0) await site.reloadContent(contentChanges);
    (await starting).announce();
    onShown(site, relative(siteFolder, paths[0] ?? ""));
  }

  watcher.on("all", (event, path, stats) => {
    // The watcher tells of all files as it finds them. What was saved since the start may have been read before that.
    const isFound = !isWatching && (event === "add" || event === "addDir");
    if (isFound && stats !== undefined && stats.ctimeMs < startMs) return;
    changed.set(path, event === "change" && (changed.get(path) ?? true));
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other, so that an older state never overtakes a newer one.
      reloading = reloading.then(() => reload().catch((error: unknown) => console.error(error)));
    }, settleMs);
  });

  try {
    await reloading;
    const server = await starting;
    return {
      port: server.port,
      close: async () => {
        clearTimeout(timer);
        await watcher.close();
        await reloading;
        await server.close();
      },
    };
  } catch (error) {
    clearTimeout(timer);
    await watcher.close();
    throw error;
  }
}

async function readOwnFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    [previewStyles, await readFile(join(templatesFolder, "assets/css/preview.css"))],
    [previewScript, await bundleScript("preview")],
  ]);
}
