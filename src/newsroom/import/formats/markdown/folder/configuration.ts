/** Configuration files of other systems: values of YAML, TOML and JSON, and texts that stand in code. */
import type { Diagnostic } from "../../../../../content/diagnostics/diagnostic.ts";
import { withoutEndSlashes } from "../../../../../content/values/address.ts";
import { tomlValues } from "../values/toml-values.ts";
import { isValues, type Value, type Values } from "../values/values.ts";
import { yamlValues } from "../values/yaml-values.ts";
import type { ForeignFolder } from "./foreign-folder.ts";

export type Configuration = { readonly values: Values; readonly faults: readonly Diagnostic[] };

/** The values of configuration files, those of later ones over those of earlier ones; files that are not there are passed over. */
export function configuration(folder: ForeignFolder, files: readonly string[]): Configuration {
  let values: Values = {};
  const faults: Diagnostic[] = [];
  for (const file of files.filter(folder.has)) {
    const text = folder.textOf(file);
    if (typeof text !== "string") {
      faults.push(text);
      continue;
    }
    const reading = (file.endsWith(".toml") ? tomlValues : yamlValues)(folder.nameOf(file), text);
    if ("fault" in reading) faults.push(reading.fault);
    else values = { ...values, ...reading.values };
  }
  return { values, faults };
}

/** The text of the first of some files that is there. */
export function firstText(folder: ForeignFolder, files: readonly string[]): string {
  const file = files.find(folder.has);
  const text = file === undefined ? "" : folder.textOf(file);
  return typeof text === "string" ? text : "";
}

/**
 * Texts that a file of JavaScript or Python gives to names: `site: "https://…"`, `SITEURL = '…'`. Code is not run: what is
 * worked out in it is not known. Of two the last holds.
 */
export function assignedTexts(code: string): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  const lines = code.replace(/^[ \t]*(?:#|\/\/).*$/gm, "");
  for (const [, name = "", , text = ""] of lines.matchAll(
    /(?:^|[\s,{(])["']?([A-Za-z_]{1,40})["']?\s*[:=]\s*(["'`])([^"'`\n]{0,300})\2/g,
  )) {
    assigned.set(name, text);
  }
  return assigned;
}

/** Values over others, those within tables too. */
export function merged(under: Values, over: Values): Values {
  const made: Record<string, Value> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = Object.hasOwn(under, key) ? under[key] : undefined;
    Object.defineProperty(made, key, {
      value: isValues(value) && isValues(below) ? merged(below, value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}

/** The path that a site lies below on its host: `/news` of `https://x.example/news/`, `""` where there is none. */
export function basePathOf(url: string | undefined): string {
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]*)?/i.exec(url ?? "")?.[1] ?? "";
  return withoutEndSlashes(path);
}

/** A web address as the site's own; undefined for what stands for one until a site is published. */
export function siteUrl(text: string | undefined): string | undefined {
  if (text === undefined || !/^(?:https?:)?\/\/[^\s/]+/i.test(text)) return undefined;
  if (/\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)/.test(text)) return undefined;
  return `${text.startsWith("//") ? "https:" : ""}${withoutEndSlashes(text)}/`;
}
