/** Links in the bodies of articles that lead to no page or file of the site. */
import { posix } from "node:path";
import type { Article } from "../../content/article/article.ts";
import type { StyleFinding } from "../../content/style/levels.ts";
import { decoded, outputFileOf } from "../../content/values/address.ts";
import { onDemand, onDemandFor } from "../../content/values/on-demand.ts";
import type { LocatedArticle } from "../frame/planning.ts";
import { requestFor, ruleFinder } from "../redirects/matching.ts";
import { isRedirect, type Rule } from "../redirects/rule.ts";
import { correctionsOf } from "../stories/corrections.ts";
import { mayBeMade, staticFolder } from "./file-conflicts.ts";
import { type LinkTarget, linkTargets } from "./link-targets.ts";

/** All that links of bodies can lead to. */
export type LinkPlaces = {
  /** Whether readers see them or not; links to those they do not see are told by `unreadyLinks`. */
  readonly articles: readonly LocatedArticle[];
  /** Whether a decoded address has a page, a feed or another file, whether readers see it or not. */
  readonly isThere: (address: string) => boolean;
  /** Whether a rule answers for an address, with its query where it has one. */
  readonly isOldAddress: (address: string) => boolean;
};

/** @param addresses of pages and feeds, whether readers see them or not */
export function newLinkPlaces(
  articles: readonly LocatedArticle[],
  addresses: () => readonly string[],
  rules: readonly Rule[],
): LinkPlaces {
  const files = onDemand(() => new Set(addresses().map(outputFileOf)));
  // `npm run check -- --output DIR` looks at those that are made.
  const isThere = (address: string) => files().has(outputFileOf(address)) || mayBeMade(address.slice(1));
  const findRule = onDemand(() => ruleFinder(rules.filter(isRedirect)));
  return { articles, isThere, isOldAddress: (address) => findRule()(requestFor(address)) !== undefined };
}

/** A finding for each link of the articles given to a page, a file or a part of an article that is not there. */
export function brokenBodyLinks(
  articles: readonly LocatedArticle[],
  { articles: everything, isThere, isOldAddress }: LinkPlaces,
): StyleFinding[] {
  if (articles.every(({ article }) => article.internalLinks.length === 0)) return [];
  const targetOf = linkTargets(everything);
  const partsAt = partsOf(everything);
  const advised = fileAdvice(everything);

  const faultOf = (from: LocatedArticle, target: LinkTarget): string | undefined => {
    const { path, search, fragment, file } = target;
    if (path === undefined) return `leads to no article; ${advised(from.article.file, file ?? "")}`;
    if (!isThere(path)) {
      if (isOldAddress(encodeURI(path) + search)) return undefined;
      const meant = [`${path}/`, withoutFolder(path)].find(isThere);
      return meant === undefined
        ? "leads to no page or file of this site; correct it"
        : `leads to no page of this site; did you mean "${meant}"?`;
    }
    const part = fragment.slice("#".length);
    const parts = part === "" || /^top$/i.test(part) ? undefined : partsAt(outputFileOf(path));
    if (parts === undefined || parts.has(part) || parts.has(decoded(part))) return undefined;
    return `leads to no part of its page: nothing there has the id "${decoded(part)}"; take "${decoded(fragment)}" out`;
  };
  return articles.flatMap((from) =>
    from.article.internalLinks.flatMap(({ href, place }): StyleFinding[] => {
      const fault = faultOf(from, targetOf(href, from));
      return fault === undefined
        ? []
        : [{ place, code: "broken-link", message: `the link "${decoded(href)}" ${fault}` }];
    }),
  );
}

/** The address of a file of `static/`, of its path in the site folder. */
function withoutFolder(path: string): string {
  return path.startsWith(`/${staticFolder}/`) ? path.slice(`/${staticFolder}`.length) : path;
}

/** Ids that the template gives to parts of an article's page. */
const partsOfEveryArticle = ["content", "related"];

/** Makes the function that gives the ids on an article's page, by its output file; undefined for other pages. */
function partsOf(articles: readonly LocatedArticle[]): (file: string) => ReadonlySet<string> | undefined {
  const byPage = onDemand(
    () => new Map(articles.map(({ article, address }) => [outputFileOf(address), article])),
  );
  return onDemandFor((file) => {
    const article = byPage().get(file);
    return article && new Set([...partsOfEveryArticle, ...article.bodyIds, ...anchorsOf(article)]);
  });
}

function anchorsOf(article: Article): string[] {
  return correctionsOf(article).map(({ anchor }) => anchor);
}

/** Makes the function that tells what to write in the place of an article's file that is not there. */
function fileAdvice(articles: readonly LocatedArticle[]): (from: string, missing: string) => string {
  const byName = onDemand(() => {
    const files = new Map<string, string | undefined>();
    for (const { article } of articles) {
      const name = posix.basename(article.file);
      files.set(name, files.has(name) ? undefined : article.file);
    }
    return files;
  });
  return (from, missing) => {
    const meant = byName().get(posix.basename(missing));
    return meant === undefined
      ? `there is no article file "${missing}"`
      : `did you mean "${posix.relative(posix.dirname(from), meant)}"?`;
  };
}
