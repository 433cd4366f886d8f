/** People as data files of a folder have them: names and notes by the keys that front matter calls them by. */
import type { ForeignTerm } from "../../../foreign/foreign-item.ts";
import { configuration } from "../folder/configuration.ts";
import type { ForeignFolder } from "../folder/foreign-folder.ts";
import type { OpenedSystem } from "../folder/system.ts";
import { isValues, listOf, textAt, type Values } from "../values/values.ts";

export type KnownPeople = {
  readonly names: ReadonlyMap<string, string>;
  readonly terms: readonly ForeignTerm[];
};

const files = [
  "_data/authors",
  "data/authors",
  "blog/authors",
  "src/_data/authors",
  "source/_data/authors",
].flatMap((file) => ["yml", "yaml", "json", "toml"].map((ending) => `${file}.${ending}`));

export function knownPeople(folder: ForeignFolder, { config }: OpenedSystem): KnownPeople {
  const { values } = configuration(folder, files);
  const people = { ...(isValues(config["authors"]) ? config["authors"] : {}), ...values };
  const names = new Map<string, string>();
  const terms: ForeignTerm[] = [];
  const place = files.find(folder.has) ?? "";
  for (const [key, value] of Object.entries(people)) {
    if (!isValues(value)) continue;
    const name = textAt(value, "name") ?? textAt(value, "display_name");
    if (name === undefined || place === "") {
      if (name !== undefined) names.set(key, name);
      continue;
    }
    names.set(key, name);
    terms.push({ kind: "term", termKind: "author", name, description: bioOf(value), url: urlOf(value) });
  }
  return { names, terms };
}

function bioOf(person: Values): string | undefined {
  return ["bio", "description", "about"].map((key) => textAt(person, key)).find((text) => text !== undefined);
}

function urlOf(person: Values): string | undefined {
  const texts = ["url", "web", "website", "site", "uri", "link", "home"].map((key) => textAt(person, key));
  return [
    ...texts,
    ...listOf(person["links"]).map((link) => (isValues(link) ? textAt(link, "url") : undefined)),
  ].find((text) => text !== undefined && /^https?:\/\//.test(text));
}
