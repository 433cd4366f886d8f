/** What the makers of pages share: links and entries, each made once per build. */
import type { Article, Picture } from "../../content/article/article.ts";
import type { Term, TermKind } from "../../content/names/terms.ts";
import { machineDate } from "../../content/values/moment.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import type { Focus, PictureView } from "../../content/values/picture.ts";
import { type DateTexts, dateTexts } from "../settings/date-text.ts";
import { addressOf } from "../settings/permalink.ts";
import type { Site } from "../settings/site.ts";
import { type Texts, textsFor } from "../settings/texts.ts";
import { labelOf } from "../stories/labels.ts";
import { chosenPlace, mayLead, standingOf } from "../stories/publishing.ts";
import { type Indexing, indexingOf } from "./source-policy.ts";
import type { Entry, Foreign, Link, StoryLink } from "./views.ts";

export type Planning = {
  readonly site: Site;
  readonly texts: Texts;
  readonly dates: DateTexts;
  readonly addressOf: (article: Article) => string;
  readonly linkTo: (term: Term) => Link;
  readonly entryOf: (article: Article) => Entry;
  /** "Draft", "Scheduled" or "Expired", in the words given; undefined for what is published. */
  readonly markOf: (article: Article, texts: Texts) => string | undefined;
  /** Whether it is out, or would be if it were no draft. */
  readonly mayLead: (article: Article) => boolean;
  /** Its place on the front page, where one was chosen and is still its own. */
  readonly chosenPlace: (article: Article) => number | undefined;
  readonly indexingOf: (article: Article) => Indexing;
  /** From which moment on articles have cards: milliseconds since 1970. */
  readonly cardsSinceMs: number;
};

/** An article and the address of its page. */
export type LocatedArticle = { readonly article: Article; readonly address: string };

/** The values a plan is made with. `nowMs`: milliseconds since 1970. */
export function newPlanning(site: Site, nowMs: number, cardsSinceMs: number): Planning {
  const texts = textsFor(site.language, site.language);
  const dates = dateTexts(site.language, site.timezone);
  const planning: Planning = {
    site,
    texts,
    dates,
    linkTo: onDemandFor((term) => ({ name: term.name, href: termAddress(term) })),
    addressOf: onDemandFor((article) => addressOf(article, site.permalink)),
    entryOf: onDemandFor((article) => newEntry(article, planning)),
    markOf: (article, words) => {
      const standing = standingOf(article, nowMs);
      return standing === "published" ? undefined : words[standing];
    },
    mayLead: (article) => mayLead(article, nowMs),
    chosenPlace: (article) => chosenPlace(article, nowMs),
    indexingOf: (article) => indexingOf(article, site, standingOf(article, nowMs) === "published"),
    cardsSinceMs,
  };
  return planning;
}

/** The address of a term's listing: `/category/asia/`. */
export function termAddress(term: { readonly kind: TermKind; readonly slug: string }): string {
  return `/${term.kind}/${term.slug}/`;
}

/** Language and direction of an article that is not in the language of the page it is named on. */
export function foreignTo(article: Article, pageLanguage: string): Foreign | undefined {
  return article.language === pageLanguage
    ? undefined
    : { language: article.language, direction: article.direction };
}

/** An article as it is named on a page in some language. */
export function storyLink(article: Article, pageLanguage: string, { addressOf, site }: Planning): StoryLink {
  return {
    name: article.title,
    href: addressOf(article),
    foreign: foreignTo(article, pageLanguage),
    label: labelOf(article, site.language),
  };
}

export function pictureView({ rendition, alt }: Picture): PictureView {
  const { sources, src, width, height } = rendition;
  return { sources, src, width, height, alt };
}

/** Lists cut pictures to the first, authors' pages to the second: listing.css. */
const listShape = 3 / 2;
const portraitShape = 1;

/**
 * A picture as lists show it. Of one that is wider than their shape only the middle is seen, so that a file must be wider by
 * as much: it is offered as the narrower picture that is left of it.
 */
export function cutPictureView(picture: Picture, shape = listShape): PictureView {
  const view = pictureView(picture);
  const { focus } = picture;
  const excess = Math.max(1, view.width / view.height / shape);
  return {
    ...view,
    sources: view.sources.map(({ type, srcset }) => ({
      type,
      srcset: srcset.replace(
        / (\d+)w/g,
        (_, width: string) => ` ${Math.max(1, Math.floor(Number(width) / excess))}w`,
      ),
    })),
    focus: focus && focusClasses(focus),
  };
}

/** The classes that say where a picture is cut. */
export function focusClasses(focus: Focus): string {
  return focus
    .split(" ")
    .map((side) => `focus-${side}`)
    .join(" ");
}

/** The picture of an author, called by the author's name. */
export function portraitOf(author: Term, { site }: Planning): PictureView | undefined {
  const rendition = site.portraits?.get(author.slug);
  return rendition && cutPictureView({ rendition, alt: author.name }, portraitShape);
}

/** So many of an article's categories stand above it and in lists; the others stand below it. */
export const categoriesAbove = 3;

function newEntry(article: Article, planning: Planning): Entry {
  return {
    published: { iso: machineDate(article.date), text: planning.dates.day(article.date.epochMs) },
    categories: article.categories.slice(0, categoriesAbove).map(planning.linkTo),
    source: article.source && planning.linkTo(article.source.term),
    description: article.description,
    picture: article.image && cutPictureView(article.image),
    mark: planning.markOf(article, planning.texts),
    ...storyLink(article, planning.site.language, planning),
  };
}
