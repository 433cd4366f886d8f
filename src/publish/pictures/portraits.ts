/** The pictures of authors that site.yaml names: published as those of articles are. */
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { isPictureFault, type Rendition, untakenKind } from "../../content/values/picture.ts";
import type { NamedPortrait } from "../../site/settings/term-lists.ts";
import { namedPicturePath } from "./named-picture.ts";
import { type PictureReading, type ReadPictures, readPictures } from "./picture-reading.ts";

export type Portraits = {
  /** By path relative to the site folder. */
  readonly pictures: ReadPictures;
  /** As they are published, by the author's slug. */
  readonly renditions: ReadonlyMap<string, Rendition>;
  readonly diagnostics: readonly Diagnostic[];
};

export async function readPortraits(
  named: readonly NamedPortrait[],
  options: PictureReading,
): Promise<Portraits> {
  const diagnostics: Diagnostic[] = [];
  const found: NamedPortrait[] = [];
  for (const portrait of named) {
    const fault = await faultOf(portrait, options.siteFolder);
    if (fault === undefined) found.push(portrait);
    else diagnostics.push(fault);
  }
  const pictures = await readPictures([...new Set(found.map(({ file }) => file))], options);
  const renditions = new Map<string, Rendition>();
  for (const { author, file, place } of found) {
    const published = pictures.get(file)?.published;
    if (published === undefined) continue;
    if (isPictureFault(published)) {
      diagnostics.push(errorAt(place, published.code, `${file}: ${published.message}`));
    } else renditions.set(author.slug, published);
  }
  return { pictures, renditions, diagnostics };
}

async function faultOf(portrait: NamedPortrait, siteFolder: string): Promise<Diagnostic | undefined> {
  const { file, place } = portrait;
  const kind = untakenKind(file);
  if (kind !== undefined) return errorAt(place, "untaken-image", kind);
  const path = await namedPicturePath(siteFolder, portrait);
  return typeof path === "string" ? undefined : path;
}
