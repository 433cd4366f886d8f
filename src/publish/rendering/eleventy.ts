/** Rendering: Eleventy makes the pages of a plan. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import type { SiteView } from "../../site/frame/views.ts";
import { bundledCode, projectFolder } from "../disk/project.js";
import type { Writer } from "../disk/writer.ts";
import type { AssetAddresses } from "./assets.ts";
import type { PageToRender } from "./page-data.ts";
import type { TemplateFaults } from "./template-fault.ts";
import type { Templates } from "./templates.ts";

/** The pages that have to be rendered, by kind. */
export type PagesToRender = Readonly<Record<string, readonly PageToRender[]>>;

/** Eleventy holds the data of each page until the last is made: so many pages at a time bound its memory. */
const mostPages = 4000;

export type Rendering = {
  readonly site: SiteView;
  readonly assets: AssetAddresses;
  readonly templates: Templates;
  /** Takes what is wrong with templates. */
  readonly faults: TemplateFaults;
  /** Takes the pages one by one, as they are made. */
  readonly writer: Writer;
};

/** Has Eleventy render pages. */
export async function writePages(pages: PagesToRender, rendering: Rendering): Promise<void> {
  const before = process.cwd();
  // Eleventy takes its configuration, templates and data files relative to the working folder.
  process.chdir(projectFolder);
  try {
    for (const some of inTurns(pages, mostPages)) await writeSome(some, rendering);
  } finally {
    process.chdir(before);
  }
}

async function writeSome(
  pages: PagesToRender,
  { site, assets, templates, faults, writer }: Rendering,
): Promise<void> {
  const eleventy = new Eleventy("templates/pages", undefined, {
    configPath: await configPath(),
    quietMode: true,
    config: (configuration) => {
      // Frozen: Eleventy passes frozen values on as they are and copies all others for each template.
      configuration.addGlobalData("pages", Object.freeze({ ...pages }));
      configuration.addGlobalData("site", Object.freeze({ ...site }));
      configuration.addGlobalData("assets", Object.freeze({ ...assets }));
      configuration.addGlobalData("templates", Object.freeze(templates));
      configuration.addGlobalData("faults", faults);
      configuration.addGlobalData("writer", writer);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/** Eleventy's configuration, relative to the working folder: as JavaScript, or read as TypeScript by the process's loader. */
async function configPath(): Promise<string> {
  const code = await bundledCode();
  return code === undefined
    ? ".eleventy.ts"
    : relative(projectFolder, fileURLToPath(new URL("eleventy.js", code)));
}

/** Cuts pages into turns of so many. Each turn names every kind, since each kind has a template that asks for its pages. */
export function inTurns(pages: PagesToRender, most: number): PagesToRender[] {
  const all = Object.entries(pages).flatMap(([kind, ofKind]) => ofKind.map((page) => [kind, page] as const));
  const turns = Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
  return turns.map((turn) => {
    const some = new Map<string, PageToRender[]>(Object.keys(pages).map((kind) => [kind, []]));
    for (const [kind, page] of turn) some.get(kind)?.push(page);
    return Object.fromEntries(some);
  });
}
