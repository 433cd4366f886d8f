/** What is made while Eleventy does its part: pages that need not pass through it, feeds, the search index, pictures and cards. */
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import type { SearchParts } from "../../search/making/merging/made-parts.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import { type ArticleStates, articlesSince } from "../changes/article-changes.ts";
import { basesOf, readBasis } from "../changes/basis.ts";
import { noParts, readyParts } from "../changes/parts/ready-parts.ts";
import { shownOf, yearIn, yearsOf } from "../changes/parts/share.ts";
import type { Publication } from "../loading/publication.ts";
import { MediaMaker, mediaFiles, writeMedia } from "../media/media.ts";
import type { Found, Project } from "../rendering/eleventy/job.ts";
import { TemplateFaults } from "../rendering/templates/template-fault.ts";
import { readTemplates, templateFolders } from "../rendering/templates/template-files.ts";
import { templateGraph } from "../rendering/templates/template-graph.ts";
import { newTemplates } from "../rendering/templates/templates.ts";
import { type BuildOptions, ContentFault } from "./build-options.ts";
import type { Ground } from "./ground.ts";
import { type Making, writePages, writeSearchIndex, writeSiteFiles } from "./making.ts";
import { withOwnPages } from "./project/found-pages.ts";

export type Begun = {
  /** With its own pages. */
  readonly publication: Publication;
  /** Of everything that is read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly making: Making;
  /** Of the articles that are shown. */
  readonly states: ArticleStates;
  /** What those of their pages that are left by the next build rest on: none, where what is not out is shown. */
  readonly bases: Readonly<Record<string, string>>;
  /** Tells the HTML of own pages, by address, when they are made; none where that fails. */
  readonly tellPages: (html: ReadonlyMap<string, string>) => void;
  /** Fulfilled when own pages are told, and all that goes straight is handed to the writer. */
  readonly ends: Promise<
    readonly [
      indexing: PromiseSettledResult<SearchParts>,
      straight: PromiseSettledResult<void>,
      /** What is wrong with pictures. */
      media: PromiseSettledResult<readonly Diagnostic[]>,
    ]
  >;
  /** Of every file below `/media/`, whether or not it had to be made. */
  readonly mediaNames: ReadonlySet<string>;
};

/** @throws ContentFault where own pages have errors, or anything that only shows beside them */
export async function begin(
  { publication: read, assets, assetDiagnostics, writer, last }: Ground,
  { additions, isThrough }: Project,
  { data, ...found }: Found,
  { siteFolder, deskOf, search, drafts, inParts, tellMedia }: BuildOptions,
): Promise<Begun> {
  const publication = withOwnPages(read, found);
  const { plan } = publication;
  const diagnostics = inReadingOrder([...publication.diagnostics, ...assetDiagnostics]);
  if (plan === undefined || hasErrors(diagnostics)) throw new ContentFault(diagnostics);
  const texts = readTemplates(templateFolders(siteFolder));
  const all = { ...additions, data };
  const templates = newTemplates(texts, all, basePathOf(plan.settings.url));
  const basis = await readBasis(plan, assets.addresses, templateGraph(texts, all));
  const faults = new TemplateFaults(templates.faults);
  const year = yearIn(inParts);
  const isPartial = drafts || year !== undefined;
  const { states, changesFor } = articlesSince(last?.published, plan.articles, basis.ofKind, isPartial);
  const making: Making = {
    plan,
    basis,
    assets: assets.addresses,
    writer,
    templates,
    faults,
    changesFor,
    year,
  };
  const shown = plan.articles.map(({ article }) => article);
  const parts =
    inParts?.kind === "merge" ? await readyParts(siteFolder, yearsOf(shown), basis.causes) : noParts;
  writer.offer(parts.files);
  const ownFiles = [
    ...assets.files,
    ...(publication.sitePictures?.files ?? []).map(({ path, content }) => [path, content] as const),
    ...(await deskOf(plan.settings)),
  ];
  let tellPages: Begun["tellPages"] = () => undefined;
  const pages = new Promise<ReadonlyMap<string, string>>((resolve) => {
    tellPages = resolve;
  });
  const shownMedia = shownOf(plan, year);
  const media = mediaFiles(shownMedia, publication.pictures);
  // Their names change with their content.
  const staleMedia = [...media.values()].filter(({ file }) => writer.isStale(file, file));
  // Pagefind is a process of its own, and needs most of the time: it begins first.
  const indexing = Promise.resolve(search ? writeSearchIndex(last, parts.searchParts, making, pages) : {});
  const straight = (isThrough ? Promise.resolve() : writePages(making)).then(() =>
    year === undefined ? writeSiteFiles(ownFiles, making) : undefined,
  );
  const drawing = writeMedia(shownMedia, staleMedia, new MediaMaker(siteFolder), writer, tellMedia);
  return {
    publication,
    diagnostics,
    making,
    states,
    bases: isPartial ? {} : basesOf(plan, basis),
    tellPages,
    // Where one fails, the others must have ended before what was written is discarded.
    ends: Promise.allSettled([indexing, straight, drawing]),
    mediaNames: new Set(media.keys()),
  };
}
