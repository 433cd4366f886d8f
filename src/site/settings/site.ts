/** site.yaml: its schema, and the checked Site that everything after reads. */
import { z } from "zod";
import type { ContentRules } from "../../content/article/article.ts";
import { type Diagnostic, hasErrors, type Place } from "../../content/diagnostics/diagnostic.ts";
import { type DiagnosticCode, houseStyleSchema } from "../../content/diagnostics/diagnostic-codes.ts";
import { type TermLists, termReader } from "../../content/names/terms.ts";
import { type Direction, directionOf } from "../../content/values/language.ts";
import { isTimeZone } from "../../content/values/moment.ts";
import type { Pictures, Rendition } from "../../content/values/picture.ts";
import { check } from "../../content/yaml/checked.ts";
import { isWebAddress, language, line, webAddress } from "../../content/yaml/schema-parts.ts";
import { readYaml, type YamlPath, type YamlSource } from "../../content/yaml/yaml-source.ts";
import { lookSchemas, type ShownLogo, type SiteLink } from "../look/look-settings.ts";
import { deskSchema } from "./desk-settings.ts";
import { permalinkFault } from "./permalink.ts";
import { type NamedPortrait, type OldTermAddress, readTermLists, type TermProfiles } from "./term-lists.ts";
import { termListSchemas } from "./term-schemas.ts";
import { basePathOf, siteUrlOf } from "./web-address.ts";

export const siteSchema = z.strictObject({
  title: line.describe("The publication's name."),
  url: z
    .string()
    .refine(isSiteUrl, {
      error: "must be the address of the site's front page, such as https://news.example",
      params: { code: "bad-url" satisfies DiagnosticCode },
    })
    .describe("Where the site is published; everything lies below its path, where it has one."),
  description: line.optional(),
  language: language.default("en").describe("BCP 47: en, ko, pt-BR."),
  timezone: z
    .string()
    .refine(isTimeZone, {
      error: (issue) => `must be a zone of the IANA database such as Asia/Seoul, not "${issue.input}"`,
      params: { code: "bad-timezone" satisfies DiagnosticCode },
    })
    .default("UTC"),
  publisher: z
    .strictObject({
      name: line,
      url: webAddress.optional(),
      email: line.optional(),
      logo: line.optional().describe("The picture's file, relative to the site folder."),
    })
    .optional(),
  pageSize: z
    .int({ error: "must be a whole number" })
    .min(1, { error: "must be at least 1" })
    .max(1000, { error: "must be at most 1000" })
    .default(20)
    .describe("Articles on a full listing page."),
  recencyDays: z
    .int({ error: "must be a whole number" })
    .min(1, { error: "must be at least 1" })
    .max(36_500, { error: "must be at most 36500" })
    .default(365)
    .describe("By how many days the bonus that newer articles have in the search halves."),
  permalink: z
    .string()
    .superRefine((pattern, context) => {
      const fault = permalinkFault(pattern);
      if (fault !== undefined) {
        context.addIssue({
          code: "custom",
          message: fault,
          params: { code: "bad-permalink" satisfies DiagnosticCode },
        });
      }
    })
    .default("/{year}/{month}/{slug}/"),
  cards: z
    .boolean()
    .default(true)
    .describe("Draw pictures of headlines for the newest articles without one, for where they are shared."),
  redirectPages: z
    .boolean()
    .default(false)
    .describe("Write a page for each old address, for hosts that read no _redirects."),
  ...termListSchemas,
  ...lookSchemas,
  style: houseStyleSchema
    .prefault({})
    .describe("The house style: error, warning or off for each thing a copy desk would mark."),
  desk: deskSchema.optional(),
});

export type SiteSettings = z.infer<typeof siteSchema>;

export type Site = Omit<SiteSettings, keyof typeof termListSchemas> & {
  readonly direction: Direction;
  /** Built for another address than the one in site.yaml. */
  readonly isDeployPreview: boolean;
  /** Where the publisher's logo is published, percent-encoded. */
  readonly logoAddress?: string | undefined;
  /** The logo as the masthead shows it. */
  readonly mastheadLogo?: ShownLogo | undefined;
  /** The pictures of authors as they are published, by the author's slug. */
  readonly portraits?: ReadonlyMap<string, Rendition> | undefined;
  /** The lists of site.yaml. */
  readonly terms: TermLists;
  /** By slug. */
  readonly profiles: TermProfiles;
};

export type SiteReading = {
  readonly site?: Site;
  /** The files that site.yaml names, and those of authors. */
  readonly pictures?: NamedPictures;
  readonly portraits?: readonly NamedPortrait[];
  /** Where links and scripts of site.yaml lead, and where that stands. */
  readonly targets?: readonly { readonly to: string; readonly place: Place }[];
  /** Aliases of terms that are addresses. */
  readonly oldTermAddresses?: readonly OldTermAddress[];
  readonly diagnostics: readonly Diagnostic[];
};

/** A file relative to the site folder, and where site.yaml names it. */
export type NamedPicture = { readonly file: string; readonly place: Place };

export type NamedPictures = {
  readonly publisherLogo?: NamedPicture | undefined;
  readonly logo?: NamedPicture | undefined;
  readonly darkLogo?: NamedPicture | undefined;
  readonly icon?: NamedPicture | undefined;
};

export const siteFile = "site.yaml";

/**
 * Reads site.yaml.
 *
 * @param url takes the place of the site's `url`: a deploy preview's address
 */
export function readSite(text: string, url?: string): SiteReading {
  const yaml = readYaml(siteFile, text);
  const checked = check(siteSchema, yaml, siteFile);
  if (checked.value === undefined) return { diagnostics: checked.diagnostics };
  const { categories, tags, authors, sources, ...settings } = checked.value;
  const { terms, profiles, oldAddresses, portraits, diagnostics } = readTermLists(
    { categories, tags, authors, sources },
    settings.language,
    yaml,
  );
  if (hasErrors(diagnostics)) return { diagnostics };
  const site: Site = {
    ...settings,
    url: siteUrlOf(url ?? settings.url),
    isDeployPreview: url !== undefined && siteUrlOf(url) !== siteUrlOf(settings.url),
    direction: directionOf(settings.language),
    terms,
    profiles,
  };
  return {
    site,
    pictures: picturesIn(settings, yaml),
    portraits,
    targets: targetsIn(settings, yaml),
    oldTermAddresses: oldAddresses,
    diagnostics,
  };
}

type LookSettings = Pick<SiteSettings, "publisher" | "logo" | "icon" | "navigation" | "footer" | "scripts">;

function picturesIn({ publisher, logo, icon }: LookSettings, yaml: YamlSource): NamedPictures {
  const named = (file: string | undefined, ...path: YamlPath) =>
    file === undefined ? undefined : { file, place: yaml.placeOf(path) };
  return {
    publisherLogo: named(publisher?.logo, "publisher", "logo"),
    icon: named(icon, "icon"),
    ...(typeof logo === "object"
      ? { logo: named(logo.light, "logo", "light"), darkLogo: named(logo.dark, "logo", "dark") }
      : { logo: named(logo, "logo") }),
  };
}

function targetsIn({ navigation = [], footer, scripts = [] }: LookSettings, yaml: YamlSource) {
  const ofLinks = (links: readonly SiteLink[], ...path: YamlPath) =>
    links.map(({ to }, index) => ({ to, place: yaml.placeOf([...path, index, "to"]) }));
  return [
    ...ofLinks(navigation, "navigation"),
    ...ofLinks(footer?.links ?? [], "footer", "links"),
    ...scripts.map(({ src }, index) => ({ to: src, place: yaml.placeOf(["scripts", index, "src"]) })),
  ];
}

/** The part of a site that decides how its articles are read. */
export type RulesSource = Pick<Site, "timezone" | "language" | "url" | "terms">;

export function rulesSourceOf({ timezone, language, url, terms }: Site): RulesSource {
  return { timezone, language, url, terms };
}

/** What a site decides about how its articles are read. */
export function contentRules(
  { timezone, language, url, terms }: RulesSource,
  pictures: Pictures,
): ContentRules {
  return {
    timezone,
    language,
    host: new URL(url).host,
    basePath: basePathOf(url),
    readTerm: termReader(terms, language),
    pictures,
  };
}

/** Whether a text is a web address that others can begin with: without query or fragment, its path of whole parts. */
export function isSiteUrl(text: string): boolean {
  if (!isWebAddress(text)) return false;
  const url = new URL(text);
  const isPath = /^(?:\/[^/]+)*\/?$/.test(url.pathname);
  return isPath && url.search === "" && url.hash === "" && url.username + url.password === "";
}

/** The JSON Schema of site.yaml as it is written, in the draft that editors of YAML know. */
export function siteJsonSchema(): object {
  return z.toJSONSchema(siteSchema, { io: "input", target: "draft-7" });
}
