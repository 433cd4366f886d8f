/** A desk with a copy of the sample publication, and the fields of its form in a browser. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { newDesk } from "../../src/desk/desk.ts";
import { type Preview, startPreview } from "../../src/preview/preview.ts";
import { projectFolder } from "../../src/publish/disk/project.js";
import { freePort } from "../child-server.ts";

export type TestDesk = {
  readonly folder: string;
  readonly origin: () => string;
  /** The address of a view, such as `/collections/articles/new`, with the key. */
  readonly addressOf: (view: string) => string;
  /** The text of a file of the site folder; empty where there is none. */
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Ends the desk, as Ctrl+C does. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
  /** Ends it, and removes its folder. */
  readonly remove: () => Promise<void>;
};

/** Starts a desk with the sample publication, in a folder of its own. */
export async function startTestDesk(): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-desk-"));
  for (const part of ["site.yaml", "articles"]) {
    await cp(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  let preview: Preview | undefined;
  const port = await freePort();
  let entrance = "";
  const start = async () => {
    const desk = await newDesk(folder);
    entrance = desk.entrance;
    preview = await startPreview({ siteFolder: folder, port, onShown: () => {}, desk });
  };
  const stop = async () => preview?.close();
  await start();
  return {
    folder,
    origin: () => `http://localhost:${port}`,
    addressOf: (view) => `http://localhost:${port}${entrance}#${view}`,
    read: (path) => readFile(join(folder, path), "utf8").catch(() => ""),
    write: (path, text) => writeFile(join(folder, path), text),
    stop,
    start,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The part of the form for one value. */
export function fieldOf(page: Page, name: string): Locator {
  return page.getByRole("group", { name: new RegExp(`${name}.” Field`) });
}

/** Where one types it. */
export function boxOf(page: Page, name: string): Locator {
  return fieldOf(page, name).getByRole("textbox", { name, exact: true });
}
