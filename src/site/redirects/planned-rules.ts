/** All rules of a site: of aliases, of redirects.txt, of renamed terms, of listings that grow, and of stories that have expired. */
import { isTermFault, newTerm, type Term, type TermKind, termKinds } from "../../content/names/terms.ts";
import { type LocatedArticle, termAddress } from "../frame/planning.ts";
import type { Site } from "../settings/site.ts";
import type { Standing } from "../stories/publishing.ts";
import { ruleFinder } from "./matching.ts";
import { aliasRules, type PlacedRule, renamedTermRules } from "./placed-rules.ts";
import { redirectsFile } from "./redirects-file.ts";
import { fromPage, inOrder, isRedirect, type Redirect, type Rule } from "./rule.ts";

export type RuleSources = {
  /** All articles, whether they are shown or not. */
  readonly articles: readonly LocatedArticle[];
  readonly standingOf: (located: LocatedArticle) => Standing;
  /** Whether all articles are shown, as in the preview. */
  readonly showsAll: boolean;
  /** From the page that the newest end of a listing will become. */
  readonly ofListings: readonly Redirect[];
  /** The terms that have a listing. */
  readonly terms: Iterable<Term>;
  /** Those that stand in no article. */
  readonly given: readonly PlacedRule[];
};

export type PlannedRules = {
  /** Those that are published, in the order in which the first that fits is taken. */
  readonly rules: readonly Rule[];
  /** Those that people have written, in the same order, of articles that are not shown, too. */
  readonly placed: readonly PlacedRule[];
};

export function plannedRules(sources: RuleSources, site: Site): PlannedRules {
  const { articles, standingOf, showsAll, ofListings, given } = sources;
  const terms = new Map([...sources.terms].map((term) => [termAddress(term), term]));
  const written = given.filter(({ owner }) => owner === redirectsFile);
  const ofTerms = given.filter(({ owner }) => owner !== redirectsFile);
  // Of most there are no old addresses, whatever the moment.
  const moved = articles.filter(({ article }) => article.aliases.length > 0 || article.expires !== undefined);
  const published = moved.flatMap((located): Rule[] => {
    const standing = showsAll ? "published" : standingOf(located);
    if (standing === "expired") {
      const gone = [fromPage(located.address), ...aliasRules(located).map(({ from }) => from)];
      return gone.map((from) => ({ from, status: 410 }));
    }
    return standing === "published" ? aliasRules(located).map(bare) : [];
  });
  const shownTerms = ofTerms.filter(
    ({ owner }) => typeof owner === "object" && "name" in owner && terms.has(termAddress(owner)),
  );
  const made = [...ofListings, ...published, ...shownTerms.map(bare)];
  const known = ruleFinder([...made, ...written]);
  const renamed = renamedTerms(site, terms).filter(({ from }) => known(from) === undefined);
  return {
    rules: inOrder([...made, ...renamed], written.map(bare)),
    placed: inOrder([...moved.flatMap(aliasRules), ...ofTerms], written),
  };
}

/** A rule without who has written it. */
function bare(rule: PlacedRule): Rule {
  const { from } = rule;
  return isRedirect(rule) ? { from, to: rule.to, status: rule.status } : { from, status: rule.status };
}

/** Rules from the slugs that other names of terms have, where no listing stands. */
function renamedTerms({ terms: lists, language }: Site, shown: ReadonlyMap<string, Term>): Rule[] {
  const taken = new Set(shown.keys());
  const slugsOf = (kind: TermKind) =>
    [...(lists[kind]?.byName ?? [])].flatMap(([name, term]) => {
      const old = newTerm(kind, name, language);
      if (isTermFault(old) || !shown.has(termAddress(term)) || taken.has(termAddress(old))) return [];
      taken.add(termAddress(old));
      return renamedTermRules(term, old.slug);
    });
  return termKinds.flatMap(slugsOf);
}
