/** What is the same on every page: title, logo, menu, footer and scripts, and what is wrong with their links. */
import { type Diagnostic, errorAt, type Place } from "../../content/diagnostics/diagnostic.ts";
import { suggestion } from "../../content/names/suggestion.ts";
import type { Term } from "../../content/names/terms.ts";
import { type StyleFinding, styled } from "../../content/style/levels.ts";
import { decoded } from "../../content/values/address.ts";
import type { Direction } from "../../content/values/language.ts";
import { onDemandFor, onDemandOf } from "../../content/values/on-demand.ts";
import { isAddress, type ShownLogo, type SiteLink } from "../look/look-settings.ts";
import { openOrigins } from "../look/script-policy.ts";
import { socialName } from "../look/social-name.ts";
import type { Site } from "../settings/site.ts";
import type { Texts } from "../settings/texts.ts";
import type { Planning } from "./planning.ts";
import type { FeedLink, Frame, Link } from "./views.ts";

/** What is the same on every page of the site. */
export type SiteView = {
  /** IANA name. */
  readonly timezone: string;
  /** Where it is published, without a slash at its end. */
  readonly url: string;
  /** By how many days the bonus of newer articles halves in the search. */
  readonly recencyDays: number;
  readonly title: string;
  readonly description?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language: string;
  readonly direction: Direction;
  readonly texts: Texts;
  /** Where site.yaml names one. */
  readonly logo?: ShownLogo | undefined;
  readonly navigation: readonly Link[];
  /** What the newsroom adds to the footer. */
  readonly footer: { readonly links: readonly Link[]; readonly text?: string | undefined };
  /** The publication elsewhere. */
  readonly social: readonly Link[];
  /** Scripts of others. */
  readonly scripts: readonly {
    readonly src: string;
    readonly isModule: boolean;
    readonly data: readonly { readonly name: string; readonly value: string }[];
  }[];
  /** Where those are loaded from, beside the site itself. */
  readonly scriptOrigins: readonly string[];
  /** Those of the front page. */
  readonly feeds: readonly FeedLink[];
};

/** The menu, and in it the section that a page is in: the page itself, or what it lies below. */
export type Sections = {
  readonly links: readonly (Link & { readonly current?: "page" | "true" })[];
};

/** Finds the category that a name means. */
export type Categories = {
  readonly named: (name: string) => Term | undefined;
  /** Names to choose from. */
  readonly names: readonly string[];
};

/** The categories that site.yaml lists, else those that articles have. */
export function categoriesOf(terms: Iterable<Term>, site: Site): Categories {
  const listed = site.terms.category;
  const used = [...terms].filter(({ kind }) => kind === "category");
  const byName = listed?.byName ?? new Map(used.map((term) => [term.name, term]));
  return {
    named: (name) => byName.get(name),
    names: (listed?.terms ?? used).map(({ name }) => name),
  };
}

/** @param feeds of the front page */
export function siteView(planning: Planning, categories: Categories, feeds: readonly FeedLink[]): SiteView {
  const { site, texts, linkTo } = planning;
  const { scripts = [] } = site;
  const sections = (site.terms.category?.terms ?? []).map(linkTo);
  const latest = { name: texts.latest, href: "/latest/" };
  const links = (given: readonly SiteLink[]) => shownLinks(given, categories, planning);
  return {
    title: site.title,
    timezone: site.timezone,
    url: site.url,
    recencyDays: site.recencyDays,
    description: site.description,
    publisher: site.publisher?.name,
    language: site.language,
    direction: site.direction,
    texts,
    feeds,
    logo: site.mastheadLogo,
    navigation: site.navigation === undefined ? [latest, ...sections] : links(site.navigation),
    footer: { links: links(site.footer?.links ?? []), text: site.footer?.text },
    social: (site.social ?? []).map((href) => ({ name: socialName(href), href })),
    scripts: scripts.map(({ src, data }) => ({
      src,
      isModule: /\.mjs(?:\?|$)/.test(src),
      data: Object.entries(data).map(([name, value]) => ({ name, value })),
    })),
    scriptOrigins: openOrigins(scripts).scripts,
  };
}

/**
 * The menu as it stands on a page, marked at the page's own address, else at the nearest of the steps that lead there from
 * the front page. All pages of a section have the one object.
 */
export function sectionsOn(site: SiteView, page: Pick<Frame, "address" | "breadcrumb">): Sections {
  const { hrefs, unmarked, markedAt } = menuOf(site);
  if (hrefs.has(page.address)) return markedAt(page.address).page;
  const above = page.breadcrumb.slice(1).findLast(({ href }) => hrefs.has(href));
  return above === undefined ? unmarked : markedAt(above.href).true;
}

const menuOf = onDemandOf(({ navigation }: SiteView) => {
  const marked = (at: string, current: "page" | "true"): Sections => ({
    links: navigation.map((link) => (link.href === at ? { ...link, current } : link)),
  });
  const unmarked: Sections = { links: navigation };
  return {
    hrefs: new Set(navigation.map(({ href }) => href)),
    unmarked,
    markedAt: onDemandFor((href: string) => ({ page: marked(href, "page"), true: marked(href, "true") })),
  };
});

/** Links to categories that are not there are left out, and told by `brokenSiteLinks`. */
function shownLinks(links: readonly SiteLink[], categories: Categories, { linkTo }: Planning): Link[] {
  return links.flatMap(({ label, to }): Link[] => {
    if (isAddress(to)) return [{ name: label, href: to }];
    const category = categories.named(to);
    return category === undefined ? [] : [{ name: label, href: linkTo(category).href }];
  });
}

/** Where a link or a script of site.yaml leads, and where that stands. */
export type PlacedTarget = { readonly to: string; readonly place: Place };

/**
 * What is wrong with the targets of site.yaml: categories that are not there, and addresses of the site that lead nowhere.
 *
 * @param isThere tells of an address, decoded, whether there is something on the site
 */
export function brokenSiteLinks(
  targets: readonly PlacedTarget[],
  { named, names }: Categories,
  isThere: (address: string) => boolean,
  site: Site,
): Diagnostic[] {
  const unknown = targets
    .filter(({ to }) => !isAddress(to) && named(to) === undefined)
    .map(({ to, place }) =>
      errorAt(place, "unknown-category", `"${to}" is not a category${suggestion(to, names)}`),
    );
  const lost = targets.flatMap(({ to, place }): StyleFinding[] => {
    const path = decoded(to.replace(/[?#].*$/, ""));
    if (!path.startsWith("/") || isThere(path)) return [];
    const advice = isThere(`${path}/`) ? `did you mean "${path}/"?` : "correct it";
    const message = `"${to}" leads to no page or file of this site; ${advice}`;
    return [{ place, code: "broken-link", message }];
  });
  return [...unknown, ...styled(lost, site.style)];
}
