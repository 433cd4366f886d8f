/** Values of front matter and configuration, whatever form they were written in. */
import type { Diagnostic } from "../../../../../content/diagnostics/diagnostic.ts";

/** Numbers and dates are text, as they were written. */
export type Value = string | boolean | readonly Value[] | Values;
export type Values = { readonly [key: string]: Value };

/** What comes of reading a text of values. */
export type ValuesReading = { readonly values: Values } | { readonly fault: Diagnostic };

export function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text in one line; undefined for what is none, and for an empty one. */
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" || text === "~" ? undefined : text;
}

export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** What stands at a path of keys, such as `params.author`. */
export function valueAt(values: Values, path: string): Value | undefined {
  let at: Value | undefined = values;
  for (const key of path.split(".")) {
    if (!isValues(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

export function textAt(values: Values, path: string): string | undefined {
  return textOf(valueAt(values, path));
}

/** The words that YAML 1.1 takes for true and false (https://yaml.org/type/bool.html); undefined for all others. */
export function truthOf(value: Value | undefined): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  if (/^(?:true|yes|on|1)$/i.test(value.trim())) return true;
  return /^(?:false|no|off|0)$/i.test(value.trim()) ? false : undefined;
}
