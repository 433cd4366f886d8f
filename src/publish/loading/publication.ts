/** Loading: from a site folder to a plan, with everything that is wrong on the way. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../../content/article/article.ts";
import { decodeText } from "../../content/article/article-text.ts";
import {
  compareText,
  type Diagnostic,
  errorAt,
  inReadingOrder,
  isError,
} from "../../content/diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import { listArticlesFolder } from "../../content/files/articles-folder.ts";
import { houseStyle, looksIntoArticles, type Thoroughness } from "../../newsroom/review/house-style.ts";
import { type Plan, type PlanOptions, planSite } from "../../site/plan/plan.ts";
import {
  contentRules,
  type RulesSource,
  readSite,
  type Site,
  type SiteReading,
} from "../../site/settings/site.ts";
import { type ReadPictures, readPictures } from "../pictures/picture-reading.ts";
import { type PublisherLogo, readPublisherLogo } from "../pictures/publisher-logo.ts";
import { Crew } from "../threads/crew.ts";
import { ArticleCache } from "./article-cache.ts";
import type { KnownContent } from "./known-content.ts";
import { readAllArticles } from "./reading.ts";

export type LoadOptions = PlanOptions & {
  /** The site folder. */
  readonly siteFolder: string;
  /** Takes the place of the site's `url`. */
  readonly url?: string | undefined;
  /** How much of the house style is looked for; else only what the site calls an error. */
  readonly houseStyle?: Thoroughness | undefined;
  /** What an earlier loading has left known. */
  readonly known?: KnownContent | undefined;
  /** Whether articles that an earlier process left read are used, and left to the next; else each is read. */
  readonly articleCache?: "kept" | "renewed" | undefined;
  /** Decode every picture, to find those whose data is damaged. */
  readonly thorough?: boolean | undefined;
};

export type Publication = {
  /** Absent where site.yaml is at fault. */
  readonly plan?: Plan;
  readonly logo?: PublisherLogo | undefined;
  readonly articles: readonly Article[];
  readonly pictures: ReadPictures;
  /** For the next loading. */
  readonly known: KnownContent;
  /** Leaves what was read to the next process, where the cache is used. */
  readonly keep: () => Promise<void>;
  /** In the order of reading. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Loads and plans a site folder. Articles with errors are left out of the plan; every error is reported. */
export async function loadPublication(options: LoadOptions): Promise<Publication> {
  const crew = new Crew();
  try {
    return await loadPublicationWith(crew, options);
  } finally {
    await crew.dismiss();
  }
}

/** The same by a crew, which is started where it pays, and stays for what comes next. */
export async function loadPublicationWith(crew: Crew, options: LoadOptions): Promise<Publication> {
  const { siteFolder, known = {} } = options;
  const [reading, listing] = await Promise.all([
    known.siteReading ?? readSiteFile(siteFolder, options.url),
    known.listing ?? listArticlesFolder(siteFolder),
  ]);
  if (reading.site === undefined) {
    const { earlierPictures = known.pictures ?? new Map() } = known;
    const diagnostics = inReadingOrder([...reading.diagnostics, ...listing.diagnostics.filter(isError)]);
    const keep = () => Promise.resolve();
    return { articles: [], pictures: earlierPictures, known: { earlierPictures }, keep, diagnostics };
  }
  const { site } = reading;
  const { articleFiles } = listing;
  const pictures =
    known.pictures ??
    (await readPictures([...listing.pictures].sort(compareText), {
      siteFolder,
      known: known.earlierPictures,
      thorough: options.thorough,
    }));
  const published = new Map([...pictures].map(([file, picture]) => [file, picture.published]));
  const rules = contentRules(site, published, known.readTerm);
  const thoroughness = options.houseStyle ?? "errors";
  const withFindings = looksIntoArticles(site, thoroughness);
  const rulesSource = rulesSourceOf(site);
  const cache =
    options.articleCache &&
    (await ArticleCache.open({
      siteFolder,
      isFresh: options.articleCache === "renewed",
      site: rulesSource,
      rules,
      withFindings,
    }));
  const readings = new Map(
    articleFiles.map((file) => [file, known.articles?.get(file) ?? cache?.find(file)]),
  );
  const unread = articleFiles.filter((file) => readings.get(file) === undefined);
  await crew.start({ siteFolder, site: rulesSource, pictures: published, withFindings }, unread.length);
  for (const reading of await readAllArticles(siteFolder, unread, rules, withFindings, crew)) {
    readings.set(reading.file, reading);
  }
  const read = [...readings.values()].filter((reading) => reading !== undefined);
  const articles = read.flatMap(({ article }) => article ?? []);
  const found = reading.logo && (await readPublisherLogo(siteFolder, reading.logo));
  const logo = found !== undefined && "content" in found ? found : undefined;
  const plan = planSite({ ...site, logoAddress: logo && `/${logo.path}` }, articles, options);
  return {
    plan,
    logo,
    articles,
    pictures,
    known: {
      siteReading: reading,
      listing,
      pictures,
      readTerm: rules.readTerm,
      articles: new Map(read.map((one) => [one.file, one])),
    },
    keep: async () => cache?.keep(read),
    diagnostics: inReadingOrder([
      ...reading.diagnostics,
      ...(found === undefined || "content" in found ? [] : [found]),
      ...listing.diagnostics,
      ...read.flatMap((one) => one.diagnostics),
      ...plan.diagnostics,
      ...houseStyle(
        site,
        articles,
        read.flatMap(({ findings = [] }) => findings),
        options.nowMs,
        thoroughness,
      ),
    ]),
  };
}

function rulesSourceOf({ timezone, language, url, terms }: Site): RulesSource {
  return { timezone, language, url, terms };
}

const noSiteFile = 'there is no site.yaml; make one with at least "title: …" and "url: …"';

/**
 * Reads site.yaml of a site folder.
 *
 * @param url takes the place of the site's `url`
 */
export async function readSiteFile(siteFolder: string, url?: string): Promise<SiteReading> {
  const file = "site.yaml";
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(siteFolder, file));
  } catch (error) {
    const fault = isAbsence(error)
      ? errorAt({ file }, "no-site-file", noSiteFile)
      : errorAt({ file }, "unreadable-file", `the file cannot be read: ${reasonOf(error)}`);
    return { diagnostics: [fault] };
  }
  const text = decodeText(file, bytes);
  return typeof text === "string" ? readSite(text, url) : { diagnostics: [text] };
}
