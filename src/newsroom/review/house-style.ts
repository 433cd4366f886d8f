/** The house style over a whole site. */
import { type Article, placeInFrontMatter } from "../../content/article/article.ts";
import { termPlaces } from "../../content/article/term-places.ts";
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import type { StyleCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { allWords } from "../../content/markup/body-blocks.ts";
import { type StyleFinding, styled } from "../../content/style/levels.ts";
import { addressOf } from "../../site/settings/permalink.ts";
import type { Site } from "../../site/settings/site.ts";
import { decisiveTexts, nearDuplicates, type Signature } from "./near-duplicates.ts";
import { similarTags, termUses } from "./similar-tags.ts";
import { unreadyLinks } from "./unready-links.ts";

/** How much is looked for: everything, what single articles show, or only what the site calls an error. */
export type Thoroughness = "everything" | "articles" | "errors";

/** Articles about which alone it is asked what is wrong. */
export type Asked = {
  readonly files: ReadonlySet<string>;
  /** Of the bodies of all articles. */
  readonly signatureOf: (article: Article) => Signature;
};

/** On a smaller site most categories have one article. */
const fewArticles = 20;
/** From which likeness on two texts count as one. */
const duplicateThreshold = 0.8;

/**
 * What the house style finds in articles, drafts included.
 *
 * @param findingsInArticles what was found in single articles as they were read
 * @param nowMs milliseconds since 1970
 * @param asked where it is of no account what others repeat of others
 */
export function houseStyle(
  site: Site,
  articles: readonly Article[],
  findingsInArticles: readonly StyleFinding[],
  nowMs: number,
  thoroughness: Thoroughness,
  asked?: Asked,
): Diagnostic[] {
  if (!looksIntoArticles(site, thoroughness)) return [];
  const isWanted = (code: StyleCode, ofWholeSite: boolean) =>
    site.style[code] === "error" ||
    (site.style[code] === "warning" &&
      (thoroughness === "everything" || (thoroughness === "articles" && !ofWholeSite)));
  const written = articles.filter((article) => !article.draft);
  const located = () => articles.map((article) => ({ article, address: addressOf(article, site.permalink) }));
  const inAll: readonly (readonly [StyleCode, find: () => readonly StyleFinding[]])[] = [
    ["similar-tags", () => similarTags(articles, site.terms.tag)],
    ["lonely-category", () => lonelyCategories(written)],
    ["near-duplicate", () => repeatedTexts(written, asked)],
    ["unready-link", () => unreadyLinks(located(), nowMs)],
  ];
  const findings = [
    ...findingsInArticles.filter(({ code }) => isWanted(code, false)),
    ...inAll.flatMap(([code, find]) => (isWanted(code, true) ? find() : [])),
  ];
  return styled(findings, site.style);
}

/** Whether the house style has to be looked for in each article. */
export function looksIntoArticles({ style }: Site, thoroughness: Thoroughness): boolean {
  return thoroughness !== "errors" || Object.values(style).includes("error");
}

function lonelyCategories(articles: readonly Article[]): StyleFinding[] {
  if (articles.length < fewArticles) return [];
  return termUses(articles, ({ categories }) => categories)
    .filter(({ count }) => count === 1)
    .map(({ article, term }) => ({
      place: termPlaces(article)(term),
      code: "lonely-category",
      message: `this is the only article in the category "${term.name}"; file it under another too, or drop the category`,
    }));
}

function repeatedTexts(articles: readonly Article[], asked: Asked | undefined): StyleFinding[] {
  const oldestFirst = articles.toSorted((a, b) => a.date.epochMs - b.date.epochMs);
  const compared = asked === undefined ? oldestFirst : decisiveFor(asked, oldestFirst);
  const texts = compared.map((key) => ({ key, text: wordsOf(key) }));
  return nearDuplicates(texts, duplicateThreshold).map(({ key, earlier, likeness }) => ({
    place: placeInFrontMatter(key, ["title"]),
    code: "near-duplicate",
    message: `the text is nearly that of ${earlier.file} (${Math.floor(likeness * 100)} %); keep one of them`,
  }));
}

function decisiveFor({ files, signatureOf }: Asked, oldestFirst: readonly Article[]): Article[] {
  const signed = oldestFirst.map((article) => ({ article, signature: signatureOf(article) }));
  return decisiveTexts(signed, ({ article }) => files.has(article.file)).map(({ article }) => article);
}

/** The words by which articles are compared. */
export function wordsOf({ bodyHtml }: Article): string {
  return allWords(String(bodyHtml));
}
