/** What a build is told, and what it tells. */
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import { countText } from "../../content/diagnostics/report.ts";
import type { Site } from "../../site/settings/site.ts";
import type { NextPublish } from "../../site/stories/next-publish.ts";
import type { Changes } from "../changes/changes.ts";
import type { InParts } from "../changes/parts/share.ts";
import type { LoadOptions } from "../loading/publication.ts";

export type BuildOptions = LoadOptions & {
  readonly outputFolder: string;
  readonly search: boolean;
  /** The files of the desk that a site is published with, by path. */
  readonly deskOf: (site: Site) => Promise<ReadonlyMap<string, string | Uint8Array>>;
  /** Use nothing that an earlier build left behind. */
  readonly fresh?: boolean | undefined;
  /** With more pages added, changed and removed than this, nothing is published. */
  readonly maxChanged?: number | undefined;
  /** Takes how many pictures and cards are made, of those that no earlier build has left. */
  readonly tellMedia?: ((done: number, total: number) => void) | undefined;
  /** Which work it does where several machines make the site; absent: all of it. */
  readonly inParts?: InParts | undefined;
  /** Put the output in place as a whole, even where little has changed. */
  readonly atomic?: boolean | undefined;
};

export type BuildReport = {
  /** With an error among them nothing was published. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articleCount: number;
  readonly pageCount: number;
  /** When the site has to be built again. */
  readonly nextPublish?: NextPublish | undefined;
  /** Where the site is published; absent where the content has errors. */
  readonly siteUrl?: string | undefined;
  /** What is new, and why; nothing where the content has errors. */
  readonly changes: Changes;
  /** What stands in the output folder that Dateline did not write, as far as no earlier build has told of it. */
  readonly foreign: readonly string[];
  /** False where the content has errors, or more changed than may. */
  readonly isPublished: boolean;
};

/** Content, or a template, that keeps a site from being published. */
export class ContentFault extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Where Eleventy tells it: where in its code that was is of no use to anybody. */
  readonly skipOriginalStack = true;

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`Nothing was published: ${countText(diagnostics)}.`);
    this.diagnostics = diagnostics;
  }
}
