/** Rules that could never answer, or not as they are meant: over a page, behind another rule, in a circle, to nowhere. */
import type { Article } from "../../content/article/article.ts";
import { termsOf } from "../../content/article/spellings.ts";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { seriesAddress } from "../../content/names/series.ts";
import { termKinds } from "../../content/names/terms.ts";
import { decoded, isReservedAddress, outputFileOf } from "../../content/values/address.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import { feedFormats } from "../feeds/feed-formats.ts";
import { termAddress } from "../frame/planning.ts";
import { foldersOf, ruleFinder } from "./matching.ts";
import { ownerText, type PlacedRule } from "./placed-rules.ts";
import { redirectsFile } from "./redirects-file.ts";
import { isRedirect } from "./rule.ts";
import { leadingFaults } from "./rule-targets.ts";

/** What stands on a site, whether readers see it or not. */
export type Standing = {
  /** Who has a page, by its file in lower case. */
  readonly owners: ReadonlyMap<string, string>;
  /** Paths of files that are published as they are. */
  readonly files: readonly string[];
  /** Whether a decoded address has a page, or a file that is known or may be. */
  readonly isThere: (address: string) => boolean;
  /** Whether a decoded address may become that of a page without anybody choosing it. */
  readonly mayCome: (address: string) => boolean;
};

type Fault = { readonly code: DiagnosticCode; readonly message: string };

/**
 * What is wrong with rules, each told where it is written. A rule over a page would hide it or be hidden, as the CDN takes
 * it; two for one address hide each other. What leads to an address with a rule of its own is a chain, or a circle.
 *
 * @param rules in the order in which the first that fits is taken
 */
export function ruleConflicts(rules: readonly PlacedRule[], standing: Standing): Diagnostic[] {
  const pageFaultOf = pageFaults(standing);
  const hidingFaultOf = hidingFaults(rules);
  const found = rules.map((rule) => pageFaultOf(rule) ?? hidingFaultOf(rule));
  const leading = leadingFaults(rules, standing.isThere);
  return rules.flatMap((rule, index) => {
    const fault = found[index] ?? leading[index];
    return fault === undefined ? [] : [errorAt(rule.place(), fault.code, fault.message)];
  });
}

/** A file as it is asked for, in lower case: some file systems and CDNs think no more of it. */
function keyOf(address: string): string {
  return outputFileOf(address).toLowerCase();
}

function pageFaults({ owners, files, mayCome }: Standing): (rule: PlacedRule) => Fault | undefined {
  const ownerBelow = onDemand(() => {
    const below = new Map<string, string>();
    for (const [file, owner] of [...owners, ...files.map((path) => [path.toLowerCase(), path] as const)]) {
      for (const folder of foldersOf(`/${file}`)) if (!below.has(folder)) below.set(folder, owner);
    }
    return below;
  });
  return (rule): Fault | undefined => {
    const { from, written, owner } = rule;
    // With a query it is asked for apart from the page.
    if (from.query.length > 0) return undefined;
    const path = decoded(from.path);
    const isAlias = owner !== redirectsFile;
    const code = isAlias ? "alias-onto-page" : "redirect-onto-page";
    if (from.isPrefix) {
      const below = ownerBelow().get(path.toLowerCase());
      if (below === undefined && !mayCome(path)) return undefined;
      const message = `"${written}" stands for ${below ?? "pages of Dateline's own"}, too, and some CDNs would lead away from there; write the old addresses one by one, or a longer beginning`;
      return { code, message };
    }
    const page = [path, `${path}/`]
      .map((address) => owners.get(keyOf(address)))
      .find((one) => one !== undefined);
    const out = isAlias ? "the alias" : "the line";
    if (page !== undefined) {
      const to = isRedirect(rule) ? decoded(rule.to.replace(/[?#].*/s, "")) : "";
      if (outputFileOf(to) === outputFileOf(path)) {
        const its =
          isAlias && "file" in owner ? "this article's own address" : "the address that it leads to";
        const message = `${name(rule)} is ${its}, so it would lead in a circle; remove ${isAlias ? "it" : out}`;
        return { code, message };
      }
      if (to === `${path}/`) {
        return { code, message: `${name(rule)} finds its page without a rule; take ${out} out` };
      }
      // Where letters count by their case, such a rule is of use.
      if (keyOf(to) === keyOf(path) || keyOf(to) === keyOf(`${path}/`)) return undefined;
      return { code, message: `${name(rule)} is the address of ${page}; remove ${out} or move the page` };
    }
    if (!mayCome(path) && !(isAlias && "file" in owner && isReservedAddress(path))) return undefined;
    const message = `${name(rule)} is reserved for Dateline's own pages; remove ${isAlias ? "it" : out}`;
    return { code: "reserved-address", message };
  };
}

function name({ owner, written }: PlacedRule): string {
  return owner === redirectsFile ? `"${written}"` : `the alias ${written}`;
}

/**
 * Makes the function that tells whether an address is one that Dateline may use: of the listings of terms and of the pages
 * of series, those that the articles have.
 */
export function mayComeOf(articles: readonly Article[]): Standing["mayCome"] {
  const listings = onDemand(() => {
    const ofSeries = articles.flatMap(({ series }) => (series === undefined ? [] : seriesAddress(series)));
    return new Set([...articles.flatMap(termsOf).map(termAddress), ...ofSeries]);
  });
  return (address) => mayCome(address, (listing) => listings().has(listing));
}

/** The numbers of a listing's pages, and the archive's of years and months. */
const olderPage = /^(?:page(?:\/\d*)?)?$/;
const archivePage = /^(?:\d{4}(?:\/(?:\d\d(?:\/(?:page(?:\/\d*)?)?)?)?)?)?$/;

/** The same, where the listings of terms and the pages of series are known. @param address decoded */
export function mayCome(address: string, isListing: (address: string) => boolean): boolean {
  if (!isReservedAddress(address)) return false;
  const [, first = "", ...others] = address.split("/");
  const below = others.join("/").replace(/\/$/, "");
  const isFeed = (name: string) => feedFormats.some(({ file }) => file === name);
  switch (first) {
    case "archive":
      return archivePage.test(below);
    case "categories":
    case "tags":
    case "feeds":
    case "search":
      return below === "";
    case "latest":
      return olderPage.test(below);
    case "corrections":
      return olderPage.test(below) || isFeed(below);
    case "series":
      return isListing(`/series/${below}/`);
  }
  if (!termKinds.some((kind) => kind === first)) return true;
  const [slug = "", ...rest] = below.split("/");
  if (slug === "") return true;
  return isListing(`/${first}/${slug}/`) && (olderPage.test(rest.join("/")) || isFeed(rest.join("/")));
}

/** Rules that another answers for. */
function hidingFaults(rules: readonly PlacedRule[]): (rule: PlacedRule) => Fault | undefined {
  const firstOf = ruleFinder(rules);
  const firstWideOf = ruleFinder(rules.filter(({ from }) => from.isPrefix));
  /** The first rule of those that some CDNs take for one. */
  const firstAlike = new Map<string, PlacedRule>();
  const alike = ({ from }: PlacedRule) =>
    from.isPrefix || from.query.length > 0
      ? undefined
      : keyOf(decoded(from.path)).replace(/\/index\.html$/, "");
  for (const rule of rules) {
    const key = alike(rule);
    if (key !== undefined && !firstAlike.has(key)) firstAlike.set(key, rule);
  }
  return (rule): Fault | undefined => {
    const hiding = (rule.from.isPrefix ? firstWideOf : firstOf)(rule.from);
    if (hiding !== undefined && hiding !== rule) return hiddenBy(hiding, rule);
    const key = alike(rule);
    const twin = key === undefined ? undefined : firstAlike.get(key);
    if (twin === undefined || twin === rule || leadsTo(twin) === leadsTo(rule)) return undefined;
    return sameAddress(twin, rule);
  };
}

function leadsTo(rule: PlacedRule): string | undefined {
  return isRedirect(rule) ? rule.to : undefined;
}

function hiddenBy(hiding: PlacedRule, rule: PlacedRule): Fault {
  const isSame = hiding.from.path === rule.from.path && hiding.from.isPrefix === rule.from.isPrefix;
  if (isSame && hiding.from.query.length === rule.from.query.length) return sameAddress(hiding, rule);
  const { line } = hiding.place();
  const where = hiding.owner === redirectsFile ? `line ${line} of ${redirectsFile}` : ownerText(hiding);
  const isMovable = hiding.owner === redirectsFile && rule.owner === redirectsFile;
  const message = `"${rule.written}" is never asked for, as "${hiding.written}" in ${where} answers before; ${
    isMovable ? "move this line above that one, or take it out" : "take one of them out"
  }`;
  return { code: "unreachable-redirect", message };
}

function sameAddress(first: PlacedRule, rule: PlacedRule): Fault {
  if (rule.owner === redirectsFile) {
    const message = `"${rule.written}" is led from in ${first.owner === redirectsFile ? `line ${first.place().line}` : ownerText(first)} already; keep one of them`;
    return { code: "unreachable-redirect", message };
  }
  const message =
    first.owner === rule.owner
      ? `the alias ${rule.written} stands here twice; keep one of them`
      : `the alias ${rule.written} is already one of ${ownerText(first)}; keep it in one ${"file" in rule.owner ? "article" : "place"}`;
  return { code: "same-alias", message };
}
