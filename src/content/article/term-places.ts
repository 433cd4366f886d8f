/** Where the terms of an article stand in its front matter. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Term, TermKind } from "../names/terms.ts";
import { valueAt } from "../yaml/checked.ts";
import { singleLine } from "../yaml/schema-parts.ts";
import { readYaml } from "../yaml/yaml-source.ts";
import type { Article } from "./article.ts";

const keyOfKind = { category: "categories", tag: "tags", author: "authors", source: "source" } as const;

/** Makes the function that finds a term of an article: the first time its name, or another it goes by, is written. */
export function termPlaces(article: Article): (term: Term) => Place {
  const yaml = readYaml(article.file, article.frontMatter, 1);
  const indexes: { [Kind in TermKind]?: ReadonlyMap<string, number> } = {};
  return ({ kind, name }) => {
    const key = keyOfKind[kind];
    const value = valueAt(yaml.value, [key]);
    if (kind === "source" || !Array.isArray(value)) return yaml.placeOf([key]);
    indexes[kind] ??= firstIndexes(value);
    const index = indexes[kind].get(name);
    return yaml.placeOf(index === undefined ? [key] : [key, index]);
  };
}

function firstIndexes(values: readonly unknown[]): Map<string, number> {
  const names = values.map((value) => (typeof value === "string" ? singleLine(value) : ""));
  return new Map([...names.entries()].reverse().map(([index, name]) => [name, index]));
}
