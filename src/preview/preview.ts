/** The preview: a site that is shown, watched, and shown again. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isWithin, pathFrom } from "../content/files/paths.ts";
import { projectFolder, templatesFolder } from "../publish/disk/project.js";
import { contentNames, type FileChange } from "../publish/loading/publication.ts";
import { startWatching } from "../publish/loading/watching.ts";
import { bundleScript, clientFolders } from "../publish/rendering/assets/scripts.ts";
import { stylesFolder } from "../publish/rendering/assets/styles.ts";
import { configurationFile } from "../publish/rendering/eleventy/configuration-file.ts";
import { templateFolders } from "../publish/rendering/templates/template-files.ts";
import { projectNames } from "../publish/site/project/known-project.ts";
import { previewScript, previewStyles } from "./decoration.ts";
import { PreviewSite } from "./preview-site.ts";
import { type Desk, type PreviewServer, startPreviewServer } from "./server.ts";

/** Editors save in several steps; what comes within this time is one change. */
const settleMs = 15;

export type PreviewOptions = {
  readonly siteFolder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Called when the site has been read, at first and after each change, with the file that changed. */
  readonly onShown: (site: PreviewSite, changedFile?: string) => void;
  /** Called where something fails that the preview goes on without: files that cannot be watched, a change that cannot be read, a request that cannot be answered. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  readonly desk?: Desk | undefined;
};

export type Preview = { readonly port: number; readonly close: () => Promise<void> };

/** Starts a preview of a site folder. @throws where the port is taken */
export async function startPreview({
  siteFolder: givenFolder,
  port,
  onShown,
  onFailure = console.error,
  desk,
}: PreviewOptions): Promise<Preview> {
  const siteFolder = resolve(givenFolder);
  const site = new PreviewSite(siteFolder);
  const contentPaths = contentNames.map((name) => join(siteFolder, name));
  const projectPaths = [...projectNames.map((name) => join(siteFolder, name)), configurationFile(siteFolder)];
  const assetPaths = [
    templatesFolder,
    join(siteFolder, stylesFolder),
    ...clientFolders.map((folder) => join(projectFolder, folder)),
  ];
  // Watched before it is read, so that nothing saved in between is missed.
  const watcher = await startWatching([...contentPaths, ...projectPaths, ...assetPaths], onFailure);
  const isAsset = (path: string) => assetPaths.some((folder) => isWithin(path, folder));
  const fileAt = (path: string) => pathFrom(siteFolder, path);
  const isTemplate = (path: string) =>
    templateFolders(siteFolder).some((folder) => isWithin(path, folder)) && path.endsWith(".njk");
  const isProjectOnly = (path: string) =>
    site.project.isMadeOf([path]) && !contentPaths.some((folder) => isWithin(path, folder));
  /** By path, whether it is an edit and nothing more. */
  const changed = new Map<string, boolean>();
  let timer: NodeJS.Timeout | undefined;

  async function start(): Promise<PreviewServer> {
    // Own pages name the files of styles.
    await site.reloadAssets(readOwnFiles);
    await site.reloadContent([], true);
    watcher.add([...site.project.sources, ...site.assets.namedFiles]);
    return startPreviewServer({ site, port, onFailure, desk });
  }

  const starting = start();
  let reloading = starting.then(() => {
    onShown(site);
    return site.keep();
  });

  async function reload(): Promise<void> {
    const paths = [...changed.keys()];
    const contentChanges = [...changed].flatMap(([path, isEdit]): FileChange[] =>
      isAsset(path) || isProjectOnly(path) ? [] : [{ file: fileAt(path), isEdit }],
    );
    changed.clear();
    if (paths.length === 0) return;
    if (paths.some(isTemplate)) site.reloadTemplates();
    const hasNewAssets = paths.some((path) => isAsset(path) && !isTemplate(path));
    if (hasNewAssets) await site.reloadAssets(readOwnFiles);
    const isProject = hasNewAssets || site.project.isMadeOf(paths);
    if (contentChanges.length > 0 || isProject) await site.reloadContent(contentChanges, isProject);
    if (isProject) watcher.add([...site.project.sources]);
    watcher.add([...site.assets.namedFiles]);
    (await starting).announce();
    onShown(site, fileAt(paths[0] ?? ""));
  }

  watcher.on("all", (event, path) => {
    changed.set(path, event === "change" && (changed.get(path) ?? true));
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other, so that an older state never overtakes a newer one.
      reloading = reloading.then(() => reload().catch(onFailure));
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
