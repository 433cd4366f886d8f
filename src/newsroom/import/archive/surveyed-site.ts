/** What a survey says of the archive to those who place addresses and pictures. */
import { type TermKind, termKinds } from "../../../content/names/terms.ts";
import { termAddress } from "../../../site/frame/planning.ts";
import type { AddressBookOptions } from "../addresses/address-book.ts";
import type { ForeignSurvey } from "../foreign/foreign-survey.ts";
import type { Filing } from "../stories/filing.ts";
import type { SettledTerms } from "../terms/settled-terms.ts";
import { cleanName } from "../terms/term-spelling.ts";
import type { StandingSite } from "./standing-site.ts";
import type { Survey } from "./survey.ts";

export function foreignSurvey(
  { sites, stories, files, terms }: Survey,
  settled: SettledTerms,
): ForeignSurvey {
  const became = (kind: TermKind, name: string) => {
    const one = settled.of(kind, cleanName(name));
    return typeof one === "object" ? one : undefined;
  };
  return {
    sites,
    stories,
    files,
    terms: terms.map((term) => ({ ...term, became: became(term.termKind, term.name) })),
  };
}

/** Terms for lists in site.yaml. The category of stories without one is none to close a list with. */
export function unlistedTerms(
  kind: TermKind,
  uses: Survey["uses"],
  settled: SettledTerms,
): ReturnType<SettledTerms["unlisted"]> {
  return kind === "category" && uses.of(kind).length === 0 ? [] : settled.unlisted(kind);
}

/** Own pages have their addresses whatever the pattern of articles is. */
function hasArticles(addresses: StandingSite["addresses"]): boolean {
  return [...addresses.values()].some((file) => file.startsWith("articles/"));
}

export function bookOptions(
  [archive = ""]: readonly string[],
  { uses }: Survey,
  { site, settingsText, addresses, terms, listings }: StandingSite,
  filing: Filing,
  settled: SettledTerms,
  isWhole: boolean,
): Omit<AddressBookOptions, "files" | "fileAddress"> {
  const used = termKinds.flatMap((kind) =>
    uses.of(kind).flatMap(({ name, count, published: readable }) => {
      const names = kind === "category" ? [name, ...filing.categoriesOf([name])] : [name];
      return names.flatMap((one) => {
        const term = settled.of(kind, one);
        if (typeof term !== "object" || count === 0) return [];
        return [{ address: termAddress(term), readable }];
      });
    }),
  );
  // Those have a page before their first story.
  const toBeListed = isWhole ? unlistedTerms("category", uses, settled).map(({ term }) => term) : [];
  const listed = (site.terms.category?.terms ?? toBeListed).map(termAddress);
  const readers = used.filter(({ readable }) => readable > 0);
  return {
    url: site.url,
    permalink: site.permalink,
    mayPropose: !hasArticles(addresses) && !/^permalink\s*:/m.test(settingsText),
    archive,
    standing: addresses,
    terms: new Set([...terms, ...listed, ...used.map(({ address }) => address)]),
    listings: new Set([...listings, ...listed, ...readers.map(({ address }) => address)]),
  };
}
