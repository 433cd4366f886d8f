/** site.yaml: its schema, and the checked Site that everything after reads. */
import { z } from "zod";
import type { ContentRules } from "../content/article.ts";
import { check } from "../content/checked.ts";
import { type Diagnostic, errorAt, hasErrors, type Place } from "../content/diagnostic.ts";
import type { DiagnosticCode } from "../content/diagnostic-codes.ts";
import { houseStyleSchema } from "../content/house-style.ts";
import { type Direction, directionOf } from "../content/language.ts";
import { isTimeZone } from "../content/moment.ts";
import type { Pictures } from "../content/picture.ts";
import { isWebAddress, language, line, slug, webAddress } from "../content/schema-parts.ts";
import {
  isTermFault,
  type ListedKind,
  newTerm,
  type Term,
  type TermKind,
  type TermLists,
  termReader,
} from "../content/terms.ts";
import { readYaml, type YamlSource } from "../content/yaml-source.ts";
import { permalinkFault } from "./permalink.ts";

const termFields = {
  name: line,
  slug: slug.optional(),
  description: line.optional(),
  aliases: z.array(line).default([]).describe("Other names articles may use for it."),
};

const policy = z.enum(["index", "noindex", "noindex-news", "canonical"], {
  error: "must be index, noindex, noindex-news or canonical",
});

const desk = z
  .strictObject({
    backend: z
      .enum(["github", "gitlab"], { error: "must be github or gitlab" })
      .describe("Who keeps the repository."),
    repo: z
      .string()
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: "must be the repository's owner and name: house/paper" })
      .describe("Owner and name of the repository: house/paper."),
    branch: line.default("main"),
    signIn: webAddress
      .optional()
      .describe("The service by which one signs in; without it, by an access token."),
  })
  .describe("Publishes the desk at /desk/, for those who may write to the repository.");

export const siteSchema = z.strictObject({
  title: line.describe("The publication's name."),
  url: z
    .string()
    .refine(isSiteUrl, {
      error: "must be the address of the site's front page, such as https://news.example",
      params: { code: "bad-url" satisfies DiagnosticCode },
    })
    .describe("Where the site is published, without a path."),
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
    .describe("Draw a picture of the headline for articles without one, to be shown where they are shared."),
  categories: z.array(z.strictObject(termFields)).min(1).optional(),
  authors: z
    .array(z.strictObject({ ...termFields, url: webAddress.optional(), bio: line.optional() }))
    .min(1)
    .optional(),
  sources: z
    .array(z.strictObject({ ...termFields, url: webAddress.optional(), policy: policy.optional() }))
    .min(1)
    .optional(),
  style: houseStyleSchema
    .prefault({})
    .describe("The house style: error, warning or off for each thing a copy desk would mark."),
  desk: desk.optional(),
});

export type DeskSettings = z.infer<typeof desk>;
export type SiteSettings = z.infer<typeof siteSchema>;
export type SourcePolicy = z.infer<typeof policy>;

export type Site = Omit<SiteSettings, "categories" | "authors" | "sources"> & {
  readonly direction: Direction;
  /** Built for another address than the one in site.yaml. */
  readonly isDeployPreview: boolean;
  /** Where the publisher's logo is published, percent-encoded. */
  readonly logoAddress?: string | undefined;
  /** The closed lists of site.yaml. */
  readonly terms: TermLists;
  readonly profiles: { readonly [Kind in TermKind]: ReadonlyMap<string, TermProfile> };
};

/** What site.yaml says about a term beside its name, by slug. */
export type TermProfile = {
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly policy?: SourcePolicy | undefined;
};

export type SiteReading = {
  readonly site?: Site;
  /** The publisher's logo: its file relative to the site folder, and where site.yaml names it. */
  readonly logo?: { readonly file: string; readonly place: Place } | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const siteFile = "site.yaml";
/**
 * Reads site.yaml.
 *
 * @param url takes the place of the site's `url`: a deploy preview's address
 */
export function readSite(text: string, url?: string): SiteReading {
  const yaml = readYaml(siteFile, text);
  const checked = check(siteSchema, yaml, siteFile);
  if (checked.value === undefined) return { diagnostics: checked.diagnostics };
  const { categories, authors, sources, ...settings } = checked.value;
  const diagnostics: Diagnostic[] = [];
  const terms: { [Kind in ListedKind]?: TermLists[Kind] } = {};
  const profiles = {
    category: new Map<string, TermProfile>(),
    tag: new Map<string, TermProfile>(),
    author: new Map<string, TermProfile>(),
    source: new Map<string, TermProfile>(),
  };
  const lists = [
    ["category", "categories", categories],
    ["author", "authors", authors],
    ["source", "sources", sources],
  ] as const;
  for (const [kind, key, entries] of lists) {
    if (entries === undefined) continue;
    terms[kind] = termListOf(kind, key, entries, settings.language, yaml, diagnostics);
    for (const entry of entries) {
      const term = terms[kind]?.byName.get(entry.name);
      if (term !== undefined) profiles[kind].set(term.slug, profileOf(entry));
    }
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const site: Site = {
    ...settings,
    url: new URL(url ?? settings.url).origin,
    isDeployPreview: url !== undefined && new URL(url).origin !== new URL(settings.url).origin,
    direction: directionOf(settings.language),
    terms,
    profiles,
  };
  const file = settings.publisher?.logo;
  const logo = file === undefined ? undefined : { file, place: yaml.placeOf(["publisher", "logo"]) };
  return { site, logo, diagnostics };
}

/** The part of a site that decides how its articles are read. */
export type RulesSource = Pick<Site, "timezone" | "language" | "url" | "terms">;

/**
 * What a site decides about how its articles are read.
 *
 * @param readTerm that of articles read before, which these join
 */
export function contentRules(
  site: RulesSource,
  pictures: Pictures,
  readTerm = termReader(site.terms, site.language),
): ContentRules {
  return {
    timezone: site.timezone,
    language: site.language,
    host: new URL(site.url).host,
    readTerm,
    pictures,
  };
}

/** Whether a text is a web address without path, query or fragment. */
export function isSiteUrl(text: string): boolean {
  if (!isWebAddress(text)) return false;
  const url = new URL(text);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username + url.password === "";
}

/** The JSON Schema of site.yaml as it is written, in the draft that editors of YAML know. */
export function siteJsonSchema(): object {
  return z.toJSONSchema(siteSchema, { io: "input", target: "draft-7" });
}

type ListedTerm = {
  name: string;
  slug?: string | undefined;
  aliases: string[];
  description?: string | undefined;
  bio?: string | undefined;
  url?: string | undefined;
  policy?: SourcePolicy | undefined;
};

function termListOf(
  kind: TermKind,
  key: string,
  entries: readonly ListedTerm[],
  language: string,
  yaml: YamlSource,
  diagnostics: Diagnostic[],
) {
  const terms: Term[] = [];
  const byName = new Map<string, Term>();
  const nameBySlug = new Map<string, string>();
  entries.forEach((entry, index) => {
    const made =
      entry.slug === undefined
        ? newTerm(kind, entry.name, language)
        : { kind, name: entry.name, slug: entry.slug };
    const place = yaml.placeOf([key, index, "name"]);
    if (isTermFault(made)) {
      diagnostics.push(errorAt(place, made.code, made.message));
      return;
    }
    const other = nameBySlug.get(made.slug);
    if (other !== undefined) {
      const message = `"${entry.name}" and "${other}" have one slug, "${made.slug}"; give one of them a "slug" of its own`;
      diagnostics.push(errorAt(place, "same-slug", message));
      return;
    }
    nameBySlug.set(made.slug, entry.name);
    terms.push(made);
    for (const name of [entry.name, ...entry.aliases]) {
      const taken = byName.get(name);
      if (taken !== undefined && taken !== made) {
        const message = `"${name}" already means "${taken.name}"; keep it in one place`;
        diagnostics.push(errorAt(place, "same-name", message));
      } else byName.set(name, made);
    }
  });
  return { terms, byName };
}

function profileOf(entry: ListedTerm): TermProfile {
  return { description: entry.description ?? entry.bio, url: entry.url, policy: entry.policy };
}
