/** A project as Eleventy was last seen to make it: looked at again where something that it is made of has changed. */
import { type Diagnostic, errorAt } from "../../../content/diagnostics/diagnostic.ts";
import { pathFrom } from "../../../content/files/paths.ts";
import { pagesFolder } from "../../../site/pages/own-page.ts";
import { siteFile } from "../../../site/settings/site.ts";
import type { Publication } from "../../loading/publication.ts";
import type { AssetAddresses } from "../../rendering/assets/assets.ts";
import { type Additions, noAdditions } from "../../rendering/eleventy/additions.ts";
import { configurationFile } from "../../rendering/eleventy/configuration-file.ts";
import type { Project } from "../../rendering/eleventy/job.ts";
import { nothingFound, withOwnPages } from "./found-pages.ts";
import { type Inspection, inspectProject, ProjectFault } from "./inspection.ts";

/** What Eleventy reads beside its configuration. */
export const projectNames = [pagesFolder, "templates", "_data"] as const;

export class KnownProject {
  readonly #siteFolder: string;
  #seen: Inspection | undefined;
  /** What it was last looked at for. */
  #looked: Publication | undefined;
  #failure: readonly Diagnostic[] = [];

  /** @param siteFolder its absolute path */
  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  get additions(): Additions {
    return this.#seen?.additions ?? noAdditions;
  }

  /** The HTML of a page as it is published. */
  transformed: NonNullable<Project["transform"]> = async (html, page) =>
    this.#seen?.transform?.(html, page) ?? html;

  /** The HTML of own pages, by address. */
  get pages(): ReadonlyMap<string, string> {
    return this.#seen?.pages ?? new Map();
  }

  /** Whether it could not be looked at, so that nothing is known of what it adds to templates. */
  get hasFailed(): boolean {
    return this.#failure.length > 0;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...(this.#seen?.diagnostics ?? []), ...this.#failure];
  }

  /** Files of its configuration, by absolute path. */
  get sources(): readonly string[] {
    return this.#seen?.sources ?? [configurationFile(this.#siteFolder)];
  }

  /** Whether it has to be looked at again after changes. @param files absolute paths */
  isMadeOf(files: readonly string[]): boolean {
    const sources = new Set(this.sources);
    return files.some((file) => {
      const [folder = ""] = pathFrom(this.#siteFolder, file).split("/", 1);
      return sources.has(file) || folder === siteFile || projectNames.some((name) => name === folder);
    });
  }

  /** Looks at it. What fails that is no fault of a template is told as one of the configuration. */
  async look(
    publication: Publication,
    options: { readonly drafts: boolean; readonly assets: AssetAddresses | undefined },
  ): Promise<void> {
    try {
      this.#seen = await inspectProject(publication, { ...options, siteFolder: this.#siteFolder });
      this.#looked = publication;
      this.#failure = [];
    } catch (error) {
      if (error instanceof ProjectFault) {
        this.#failure = error.diagnostics;
        return;
      }
      const file = pathFrom(this.#siteFolder, configurationFile(this.#siteFolder));
      this.#failure = [errorAt({ file }, "broken-template", messagesOf(error).join(" "))];
    }
  }

  /** A publication with the own pages that are known. */
  completed(publication: Publication): Publication {
    return this.#seen !== undefined && this.#looked === publication
      ? this.#seen.publication
      : withOwnPages(publication, this.#seen?.found ?? nothingFound);
  }
}

/** Eleventy says where it was, and keeps what it met beside that. */
function messagesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const inner = "originalError" in error ? error.originalError : error.cause;
  return [error.message.trim(), ...(inner === undefined ? [] : messagesOf(inner))];
}
