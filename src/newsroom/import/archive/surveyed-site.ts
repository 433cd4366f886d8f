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
  { sites, files, terms }: Survey,
  stories: ForeignSurvey["stories"],
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

export function bookOptions(
  [archive = ""]: readonly string[],
  { uses }: Survey,
  { site, settingsText, addresses, terms, listings }: StandingSite,
  filing: Filing,
  settled: SettledTerms,
): Omit<AddressBookOptions, "files" | "fileAddress"> {
  const used = termKinds.flatMap((kind) =>
    uses.of(kind).flatMap(({ name, count, published }) => {
      const names = kind === "category" ? [name, ...filing.categoriesOf([name])] : [name];
      return names.flatMap((one) => {
        const term = settled.of(kind, one);
        return typeof term === "object" && count > 0 ? [{ address: termAddress(term), published }] : [];
      });
    }),
  );
  const readers = used.filter(({ published }) => published > 0);
  return {
    url: site.url,
    permalink: site.permalink,
    mayPropose: addresses.size === 0 && !/^permalink\s*:/m.test(settingsText),
    archive,
    standing: addresses,
    terms: new Set([...terms, ...used.map(({ address }) => address)]),
    listings: new Set([...listings, ...readers.map(({ address }) => address)]),
  };
}
