/** What there is to build with: a publication without errors, room for what is written, and what stands there. */
import type { Article } from "../../content/article/article.ts";
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import { digestOf } from "../../content/values/digest.ts";
import { staticFolder } from "../../site/plan/file-conflicts.ts";
import { redirectsFile } from "../../site/redirects/redirects-file.ts";
import type { Site } from "../../site/settings/site.ts";
import { PartFault } from "../changes/parts/ready-parts.ts";
import { yearIn, yearOf, yearsOf } from "../changes/parts/share.ts";
import { madeYears, yearFolder } from "../changes/parts/year-folder.ts";
import { codesBeforeOwnPages } from "../loading/own-page-files.ts";
import { loadPublicationWith, type Publication } from "../loading/publication.ts";
import { type Touched, touchedBelow } from "../output/adopting.ts";
import { ChangeWriter } from "../output/change-writer.ts";
import type { Output } from "../output/output.ts";
import { type LastBuild, type Published, readPublishedFrom } from "../output/published.ts";
import { beginLook } from "../output/standing/looking.ts";
import type { Standing } from "../output/standing/standing.ts";
import { type AssetBundle, type Assets, assetsOf, lostStyleAddresses } from "../rendering/assets/assets.ts";
import type { Crew } from "../threads/crew.ts";
import { type BuildOptions, ContentFault } from "./build-options.ts";

export type Ground = {
  readonly settings: Site;
  readonly publication: Publication;
  readonly assets: Assets;
  /** What is wrong with styles and scripts. */
  readonly assetDiagnostics: readonly Diagnostic[];
  readonly output: Output;
  /** Of the last build, whether or not this one builds on it. */
  readonly record: Published | undefined;
  /** Paths that were Dateline's until now. */
  readonly before: ReadonlySet<string>;
  readonly standing: Standing;
  readonly last: LastBuild | undefined;
  readonly writer: ChangeWriter;
  /** Where Eleventy writes into the output folder itself, how that was before. */
  readonly touched: Touched;
};

/**
 * @param bundling what is bundled meanwhile
 * @throws ContentFault where the content has errors
 */
export async function openGround(
  options: BuildOptions & { readonly isAside: boolean },
  bundling: Promise<AssetBundle>,
  output: Output,
  crew: Crew,
): Promise<Ground> {
  const { siteFolder, fresh, isAside, inParts } = options;
  const year = yearIn(inParts);
  const isOwn = ({ date }: Article) => year === undefined || yearOf(date) === year;
  const { recordFile } = output;
  const look = await beginLook({ siteFolder, outputFolder: output.target, record: recordFile });
  const publication = await loadPublicationWith(crew, {
    ...options,
    articleCache: !fresh,
    listed: look.listed,
    readElsewhere:
      inParts === undefined || fresh
        ? []
        : madeYears(siteFolder).map((made) => yearFolder(siteFolder, made).articles),
    holdsBody: isOwn,
  });
  const bundle = await bundling;
  const { accent } = publication.settings ?? {};
  const assets = assetsOf(bundle, { accent, icons: publication.sitePictures?.icons });
  const assetDiagnostics = [
    ...bundle.diagnostics,
    ...lostStyleAddresses(bundle, publication.staticFiles.files),
  ];
  refuseFaulty(publication, assetDiagnostics);
  const { settings } = publication;
  if (settings === undefined || assets === undefined) {
    throw new ContentFault([...publication.diagnostics, ...assetDiagnostics]);
  }
  if (year !== undefined) refuseUnknownYear(year, publication.articles);
  // The parts have kept the articles that a merge puts together.
  if (year !== undefined) await publication.memory?.keepIn(yearFolder(siteFolder, year).articles, isOwn);
  else if (inParts === undefined) await publication.memory?.keep();
  const record = await readPublishedFrom(recordFile);
  const known = fresh ? undefined : record;
  const before = output.ownFiles ?? new Set(record?.files.keys());
  const standing = await look.standing(before, known?.files ?? new Map());
  return {
    settings,
    publication,
    assets,
    assetDiagnostics,
    output,
    record,
    before,
    standing,
    last: known && { published: known, standing, folder: output.target },
    writer: new ChangeWriter(output.folder, crew, standing.sound),
    touched: isAside ? new Map() : touchedBelow(output.target),
  };
}

/** @throws PartFault */
function refuseUnknownYear(year: string, articles: readonly Article[]): void {
  const years = yearsOf(articles);
  if (years.includes(year)) return;
  const known = years.length === 0 ? "there is none at all" : `there are some of ${years.join(", ")}`;
  throw new PartFault(`No article is of ${year}: ${known}.`);
}

/** The files of the site folder as causes of changes. @param year of the articles among them; absent: all */
export function causesOf(
  { articles, staticFiles, ownPageFiles, redirects }: Publication,
  published: Published["files"],
  year?: string,
): (readonly [name: string, digest: string])[] {
  return [
    ...articles
      .filter(({ date }) => year === undefined || yearOf(date) === year)
      .map((article) => [article.file, article.digest] as const),
    ...[...ownPageFiles.files].map(([file, { text }]) => [file, digestOf(text)] as const),
    ...(redirects.digest === undefined ? [] : [[redirectsFile, redirects.digest] as const]),
    ...staticFiles.files.map(
      ({ path }) => [`${staticFolder}/${path}`, published.get(path)?.digest ?? ""] as const,
    ),
  ];
}

/**
 * Where there are own pages, links may lead to them: of those nothing is said before Eleventy knows where they are.
 *
 * @throws ContentFault if anything else is wrong already
 */
function refuseFaulty(publication: Publication, others: readonly Diagnostic[]): void {
  const hasOwnPages = publication.ownPageFiles.files.size > 0;
  const known = hasOwnPages ? publication.readDiagnostics : publication.diagnostics;
  if (!hasErrors([...known, ...others])) return;
  const told = publication.diagnostics.filter(({ code }) => !hasOwnPages || !codesBeforeOwnPages.has(code));
  throw new ContentFault(inReadingOrder([...told, ...others]));
}
